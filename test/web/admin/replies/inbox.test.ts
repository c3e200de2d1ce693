import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { grantReplies } from '../../../../src/admins/reply-readers.ts'
import { newId } from '../../../../src/db/new-id.ts'
import { claimDueLessons } from '../../../../src/enrollments/claim-due-lessons.ts'
import { HELD_FOR_CARE } from '../../../../src/enrollments/held-for-care.ts'
import { holdForCare } from '../../../../src/replies/hold-for-care.ts'
import { aReplyTo } from '../../../replies/a-reply-to.ts'
import { aReader, formOf, openStudio, publishCourse, type Studio } from '../studio-for-tests.ts'

let studio: Studio
let laurie: string
let mo: string
let ann: string
let bea: string
beforeAll(async () => {
  studio = await openStudio()
  laurie = await studio.signUp('Laurie', 'laurie@example.org')
  mo = await studio.signUp('Mo', 'mo@example.org')
  const course = await publishCourse(studio.context)
  ann = await aReader(studio.context, course)
  bea = await aReader(studio.context, course, {
    email: 'bea@example.org',
    firstName: 'Bea',
    timezone: 'Europe/London',
  })
  await claimDueLessons(studio.context, studio.context.clock.now())
})
afterAll(() => studio.context.db.close())
beforeEach(async () => {
  await studio.context.db.kysely.deleteFrom('replies').execute()
  await studio.context.db.kysely
    .updateTable('enrollments')
    .set({ held_at: null, held_reason: null })
    .execute()
})

const html = async (path: string, as = laurie) => (await studio.get(path, as)).text()
const post = (path: string, form: Record<string, string> = {}, as = laurie) => studio.post(path, form, as)
const idsIn = (page: string) =>
  [...page.matchAll(/href="\/admin\/replies\/([0-9a-f-]{36})/g)].map((m) => m[1])
const rowOf = (id: string) =>
  studio.context.db.kysely.selectFrom('replies').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const hours = (count: number) => new Date(studio.context.clock.now().getTime() - count * 3_600_000)

test('answers between the lines of a quotation stand below what they answer', async () => {
  const id = await aReplyTo(studio.context, ann, 'The sea.\n\nNobody <yet>.', {
    content: { inPlace: '> What do you miss?\n\nThe sea.\n\n> Whom do you tell?\n\nNobody <yet>.' },
  })
  const said = [...(await html(`/admin/replies/${id}`)).matchAll(/<p class="(said[^"]*)">([^<]*)</g)]
  expect(said.map(([, name, words]) => [name, words])).toEqual([
    ['said asked', 'What do you miss?'],
    ['said', 'The sea.'],
    ['said asked', 'Whom do you tell?'],
    ['said', 'Nobody &lt;yet&gt;.'],
  ])
})

describe('before and since', () => {
  test('what they wrote since is a link away, the latest first, and is not opened by it', async () => {
    const { context } = studio
    const at = (count: number, row = {}) => ({ row: { received_at: hours(count), ...row } })
    const first = await aReplyTo(context, ann, 'First words', at(9))
    const second = await aReplyTo(context, ann, 'Second words', at(5, { answered_at: hours(4) }))
    const third = await aReplyTo(context, ann, 'Third words', { ...at(3), care: ['Third'] })
    await aReplyTo(context, ann, 'A machine', at(2, { automatic: true }))
    await aReplyTo(context, ann, 'Somebody else', at(2, { quarantined_at: hours(2) }))
    await aReplyTo(context, bea, 'Another reader', at(2))
    const since = (page: string) =>
      [...page.matchAll(/replies\/([0-9a-f-]{36})">wrote again<\/a>.*?<\/time>: (?:<b>)?([^<]*)/g)].map(
        ([, id, state]) => [id, state],
      )
    const page = await html(`/admin/replies/${first}`)
    expect(since(page)).toEqual([
      [third, 'care, waits'],
      [second, 'answered'],
    ])
    expect(page).not.toContain('Second words')
    const reads = await context.db.kysely.selectFrom('reply_reads').select('reply_id').execute()
    expect(reads).toEqual([{ reply_id: first }])
    expect(since(await html(`/admin/replies/${third}`))).toEqual([])
  })

  test('the answer of ours that they answer stands above their words', async () => {
    const { context } = studio
    const first = await aReplyTo(context, ann, 'First words', { row: { received_at: hours(9) } })
    await post(`/admin/replies/${first}/answers`, { body: 'What we <said>', signed: 'Mo' })
    const { id: delivery_id } = await context.db.kysely
      .selectFrom('deliveries as d')
      .innerJoin('answers as a', 'a.id', 'd.answer_id')
      .select('d.id')
      .where('a.reply_id', '=', first)
      .executeTakeFirstOrThrow()
    const second = await aReplyTo(context, ann, 'And then', { row: { delivery_id } })
    const [above = ''] = (await html(`/admin/replies/${second}`)).split('And then')
    // Not only folded away among what was written before.
    expect(above.slice(above.lastIndexOf('</details>'))).toMatch(/Mo answered, .*What we &lt;said&gt;/s)
    expect(await html(`/admin/replies/${await aReplyTo(context, bea, 'Hers')}`)).not.toContain('What we')
  })
})

describe('who may see it', () => {
  test('an account without the permission is told so, and sees not a word of it anywhere', async () => {
    const id = await aReplyTo(studio.context, ann, 'Only for Laurie')
    const attachment = `/admin/replies/${id}/attachments/0`
    for (const path of [
      '',
      '/prompts',
      '/saved-answers',
      `/${id}`,
      `/${id}/original`,
      `/${id}/original.eml`,
    ]) {
      const answer = await studio.get(`/admin/replies${path}`, mo)
      expect([path, answer.status]).toEqual([path, 403])
      const page = await answer.text()
      expect(page).toContain('is shown to those who may read replies')
      expect(page).not.toContain('Only for Laurie')
      expect(page).not.toContain(id)
    }
    expect((await studio.get(attachment, mo)).status).toBe(403)
    for (const path of ['search', `${id}/answers`, `${id}/closing`, `${id}/care`, `${id}/presence`])
      expect([
        path,
        (await post(`/admin/replies/${path}`, { words: 'Laurie', body: 'x' }, mo)).status,
      ]).toEqual([path, 403])
    expect((await rowOf(id)).archived_at).toBeNull()
    const reads = await studio.context.db.kysely.selectFrom('reply_reads').selectAll().execute()
    expect(reads).toEqual([])
  })
})

describe('what comes first', () => {
  test('care stands on top, unanswered before answered, then what has waited longest; what is done or set apart is in views of its own', async () => {
    const { context } = studio
    const now = context.clock.now()
    const at = (received_at: Date, row = {}) => ({ row: { received_at, ...row } })
    const second = await aReplyTo(context, ann, '2', at(hours(2)))
    const third = await aReplyTo(context, bea, '3', at(hours(3)))
    const care = await aReplyTo(context, bea, 'c', { ...at(hours(1), { care_at: now }), care: ['c'] })
    const answeredCare = await aReplyTo(context, ann, 'a', {
      ...at(hours(5), { answered_at: now, care_at: now }),
      care: ['a'],
    })
    const machine = await aReplyTo(context, ann, 'm', at(hours(9), { automatic: true }))
    const apart = await aReplyTo(context, ann, 'q', at(hours(9), { quarantined_at: now }))
    const closed = await aReplyTo(context, ann, 'x', at(hours(9), { archived_at: now }))
    const answered = await aReplyTo(context, ann, 'y', at(hours(9), { answered_at: now }))
    const asleep = await aReplyTo(context, ann, 'z', at(hours(9), { snoozed_until: hours(-20) }))
    const left = await aReplyTo(context, ann, 'u', at(hours(9), { command: 'unsubscribe' }))
    const pause = await aReplyTo(context, ann, 'p', at(hours(9), { command: 'pause' }))
    const view = async (show: string) => idsIn(await html(`/admin/replies?show=${show}`))
    expect(await view('waiting')).toEqual([care, answeredCare, third, second])
    expect(await view('nonsense')).toEqual([care, answeredCare, third, second])
    expect(await view('care')).toEqual([care, answeredCare])
    expect(await view('snoozed')).toEqual([asleep])
    expect(await view('apart')).toEqual([apart])
    expect(await view('automatic')).toEqual([machine])
    expect(await view('answered')).toEqual([answeredCare, answered])
    expect(await view('closed')).toEqual([closed])
    expect((await view('all')).sort()).toEqual(
      [second, third, care, answeredCare, machine, apart, closed, answered, asleep, left, pause].sort(),
    )
    expect(await html('/admin/replies')).toMatch(/Waiting<b> 4<\/b>.*Care<b> 2<\/b>.*Snoozed<b> 1<\/b>/s)
  })

  test('a view narrowed to a lesson holds that lesson alone, and one page follows the other', async () => {
    const { context } = studio
    const { db } = context
    const lessons = await db.kysely.selectFrom('revision_lessons').selectAll().orderBy('position').execute()
    for (let i = 0; i < 51; i++)
      await aReplyTo(context, ann, 'first', { row: { received_at: hours(100 - i) } })
    const other = await aReplyTo(context, ann, 'second', { row: { lesson_id: lessons[1]!.lesson_id } })
    const { sequence_id } = await db.kysely.selectFrom('revisions').selectAll().executeTakeFirstOrThrow()
    expect(idsIn(await html(`/admin/replies?about=${lessons[1]!.lesson_id}`))).toEqual([other])
    expect(idsIn(await html(`/admin/replies?about=${sequence_id}`))).toHaveLength(50)
    const last = await html(`/admin/replies?about=${sequence_id}&page=2`)
    expect(idsIn(last)).toHaveLength(2)
    expect(last).toContain('rel="prev"')
    expect(last).not.toContain('rel="next"')
    expect(await html(`/admin/replies?about='; drop table replies`)).toContain('Waiting<b> 52</b>')
  })

  test.each([
    [0.5, '30 min'],
    [3.4, '3 hours'],
    [24.1, '1 day'],
    [28, '28 hours'],
    [47.4, '47 hours'],
    [47.6, '2 days'],
    [61, '3 days'],
  ])('what has waited %d hours waits "%s"', async (count, said) => {
    await aReplyTo(studio.context, ann, '1', { row: { received_at: hours(count) } })
    expect(await html('/admin/replies')).toContain(`waits ${said}<`)
  })

  test('from one reply the next in the same view is a link away', async () => {
    const { context } = studio
    const first = await aReplyTo(context, ann, '1', { row: { received_at: hours(3) } })
    const middle = await aReplyTo(context, ann, '2', { row: { received_at: hours(2) } })
    const last = await aReplyTo(context, bea, '3', { row: { received_at: hours(1) } })
    const page = await html(`/admin/replies/${middle}`)
    expect(page).toContain(`href="/admin/replies/${first}" rel="prev"`)
    expect(page).toContain(`href="/admin/replies/${last}" rel="next"`)
  })
})

describe('care', () => {
  test('the page shows the words that led to it, where the reader can be told to call, and what was held', async () => {
    const { context } = studio
    const id = await aReplyTo(context, bea, 'It is late. I do not\nsee a way   on & <b>so</b>.', {
      care: ['do not see a way on & <b>so</b>'],
    })
    const { enrollment_id } = await rowOf(id)
    await holdForCare(context.db.kysely, enrollment_id!, context.clock.now())
    const page = await html(`/admin/replies/${id}`)
    expect(page).toContain('<mark>do not\nsee a way   on &amp; &lt;b&gt;so&lt;/b&gt;</mark>.')
    expect(page).toContain('United Kingdom')
    expect(page).toContain('findahelpline.com')
    expect(page).toContain('A net with holes')
    expect(page).toMatch(/it diagnoses nothing/i)
    expect(page).toContain('Their next lesson is held until somebody here decides')
    expect(page).not.toContain('/closing')
    // Somebody who writes in a reader's name holds their course too, and a person can let it go on.
    await context.db.kysely
      .updateTable('replies')
      .set({ quarantined_at: context.clock.now() })
      .where('id', '=', id)
      .execute()
    const apart = await html(`/admin/replies/${id}`)
    expect(apart).toContain('Their next lesson is held until somebody here decides')
    expect(apart).toContain('Let the course go on')
  })

  test('a person lets the course go on, and says that it is seen to: two decisions, each on record', async () => {
    const { context } = studio
    const id = await aReplyTo(context, bea, 'Words', { care: ['Words'] })
    const { enrollment_id } = await rowOf(id)
    await holdForCare(context.db.kysely, enrollment_id!, context.clock.now())
    const standing = () =>
      context.db.kysely
        .selectFrom('enrollments')
        .selectAll()
        .where('id', '=', enrollment_id!)
        .executeTakeFirstOrThrow()
    expect((await standing()).held_reason).toBe(HELD_FOR_CARE)

    const refused = await post(`/admin/replies/${id}/closing`)
    expect(await html(refused.headers.get('location')!)).toContain('say there first that it is seen to')
    expect((await rowOf(id)).archived_at).toBeNull()

    const resumed = await post(`/admin/replies/${id}/care`, { do: 'resume' })
    expect(await html(resumed.headers.get('location')!)).toMatch(
      /course goes on.*laurie@example.org let the/s,
    )
    expect((await standing()).held_at).toBeNull()
    expect((await standing()).next_due_at).not.toBeNull()
    expect((await rowOf(id)).care_closed_at).toBeNull()

    const seenTo = await post(`/admin/replies/${id}/care?show=care`, { do: 'close' })
    expect(seenTo.headers.get('location')).toBe(`/admin/replies/${id}?show=care&done=care`)
    expect(await rowOf(id)).toMatchObject({ care_closed_by: 'laurie@example.org' })
    expect(idsIn(await html('/admin/replies?show=care'))).toEqual([])
    expect(idsIn(await html('/admin/replies'))).toEqual([id])
  })

  test('a hold for care of which no reply is left is ended on the page of the reader, by whoever may read replies', async () => {
    const { context } = studio
    const path = `/admin/readers/${bea}`
    const { id } = await context.db.kysely
      .selectFrom('enrollments')
      .select('id')
      .where('subscriber_id', '=', bea)
      .executeTakeFirstOrThrow()
    const heldNow = () =>
      context.db.kysely
        .selectFrom('enrollments')
        .select('held_reason')
        .where('id', '=', id)
        .executeTakeFirst()
    await holdForCare(context.db.kysely, id, context.clock.now())
    expect(await html(path)).toContain('Let the course go on')
    const writer = await studio.signUp('Wri', 'wri@example.org')
    await context.db.pool.query(
      `delete from reply_readers where admin_id = (select id from admin_users where email = 'wri@example.org')`,
    )
    expect(await html(path, writer)).not.toContain('Let the course go on')
    const form = { wish: 'resume after care' }
    expect((await post(`${path}/courses/${id}`, form, writer)).status).toBe(404)
    expect(await heldNow()).toEqual({ held_reason: HELD_FOR_CARE })
    expect((await post(`${path}/courses/${id}`, form)).status).toBe(303)
    expect(await heldNow()).toEqual({ held_reason: null })
  })

  test('a course that is still held when all is seen to stays in view, and goes on beside any reply of it', async () => {
    const { context } = studio
    const earlier = await aReplyTo(context, bea, 'Before', { row: { received_at: hours(9) } })
    const id = await aReplyTo(context, bea, 'Words', { care: ['Words'], row: { received_at: hours(5) } })
    const others = await aReplyTo(context, ann, 'Not hers')
    const { enrollment_id } = await rowOf(id)
    await holdForCare(context.db.kysely, enrollment_id!, context.clock.now())
    await post(`/admin/replies/${id}/care`, { do: 'close' })
    await post(`/admin/replies/${id}/closing`)

    const care = await html('/admin/replies?show=care')
    expect(idsIn(care)).toEqual([id])
    expect(care).toMatch(/Care<b> 1<\/b>.*seen to, course still held/s)
    expect(await html(`/admin/readers/${bea}`)).toMatch(
      new RegExp(`<a href="/admin/replies/${id}">beside the reply</a>`),
    )
    for (const one of [id, earlier]) {
      const page = await html(`/admin/replies/${one}`)
      expect(page).toMatch(/Let the course go on.*They get no mail about it/s)
      expect(page).not.toContain('It is seen to')
    }
    expect(await html(`/admin/replies/${others}`)).not.toContain('Let the course go on')

    const resumed = await post(`/admin/replies/${earlier}/care`, { do: 'resume' })
    expect(await html(resumed.headers.get('location')!)).not.toContain('Let the course go on')
    expect(await html(`/admin/replies/${id}`)).toMatch(
      /closed that.*laurie@example.org let the course go on/s,
    )
    expect(idsIn(await html('/admin/replies?show=care'))).toEqual([])
  })
})

describe('among the team', () => {
  test('closing takes it out of the way and is undone by a button', async () => {
    const id = await aReplyTo(studio.context, ann, 'Thanks!')
    const closed = await post(`/admin/replies/${id}/closing?show=all`)
    expect(closed.headers.get('location')).toBe('/admin/replies?show=all&done=closed')
    await post(`/admin/replies/${id}/closing`)
    expect(idsIn(await html('/admin/replies'))).toEqual([])
    expect(await rowOf(id)).toMatchObject({ archived_by: 'laurie@example.org' })
    await post(`/admin/replies/${id}/reopening`)
    expect(idsIn(await html('/admin/replies'))).toEqual([id])
  })

  test('what sleeps comes back on its day with its old age, and an answer wakes it', async () => {
    const { clock } = studio.context
    const now = clock.now()
    const old = await aReplyTo(studio.context, ann, 'Old', { row: { received_at: hours(30) } })
    const young = await aReplyTo(studio.context, bea, 'Young')
    await post(`/admin/replies/${old}/snooze`, { until: '2027-03-10' })
    expect(idsIn(await html('/admin/replies'))).toEqual([young])
    expect(await html(`/admin/replies/${old}`)).toContain('It sleeps until')
    clock.set('2027-03-10T00:00:00Z')
    expect(idsIn(await html('/admin/replies'))).toEqual([old, young])
    clock.set(now)
    await post(`/admin/replies/${old}/snooze`, { until: '' })
    expect((await rowOf(old)).snoozed_until).toBeNull()
    await post(`/admin/replies/${young}/snooze`, { until: '2027-02-31' })
    expect((await rowOf(young)).snoozed_until).toBeNull()
  })

  test('a reply is taken, handed over to somebody who may read it, and to nobody else', async () => {
    const id = await aReplyTo(studio.context, ann, 'Whose?')
    await post(`/admin/replies/${id}/assignment`, { to: 'laurie@example.org' })
    expect(idsIn(await html('/admin/replies?show=mine'))).toEqual([id])
    await post(`/admin/replies/${id}/assignment`, { to: 'mo@example.org' })
    await post(`/admin/replies/${id}/assignment`, { to: 'stranger@example.org' })
    expect((await rowOf(id)).assigned_to).toBe('laurie@example.org')
    await post(`/admin/replies/${id}/assignment`, { to: '' })
    expect((await rowOf(id)).assigned_to).toBeNull()
  })

  test('a note is seen by the team, rests sealed, and nobody is mailed', async () => {
    const id = await aReplyTo(studio.context, ann, 'Hello')
    const empty = await post(`/admin/replies/${id}/notes`, { note: '  ' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toMatch(/please write something.*a copy of their data gets the notes too/s)
    studio.context.jobs.noted.length = 0
    await post(`/admin/replies/${id}/notes`, { note: 'Her sister <called> on Tuesday.' })
    expect(await html(`/admin/replies/${id}`)).toMatch(
      /laurie@example\.org.*Her sister &lt;called&gt; on Tuesday\./s,
    )
    const { rows } = await studio.context.db.pool.query('select n::text as row from reply_notes n')
    expect(rows).toHaveLength(1)
    expect(rows[0].row).not.toContain('sister')
    expect(rows[0].row).not.toContain(Buffer.from('sister').toString('hex'))
    expect(studio.context.jobs.noted).toEqual([])
  })

  test('a page in a browser hears who else is there and whether they write, until a minute passes', async () => {
    const { db, clock } = studio.context
    const now = clock.now()
    const account = await db.kysely
      .selectFrom('admin_users')
      .selectAll()
      .where('email', '=', 'mo@example.org')
      .executeTakeFirstOrThrow()
    await grantReplies(db.kysely, account.id, 'test', now)
    const id = await aReplyTo(studio.context, ann, 'Hello')
    const beat = async (state: string, as: string) =>
      (await post(`/admin/replies/${id}/presence`, { state }, as)).json()
    expect(await beat('reading', laurie)).toEqual({ present: [] })
    expect(await beat('writing', mo)).toEqual({ present: [{ admin: 'laurie@example.org', writing: false }] })
    expect(await beat('reading', laurie)).toEqual({ present: [{ admin: 'mo@example.org', writing: true }] })
    expect(await html(`/admin/replies/${id}`)).toContain('mo@example.org is writing an answer.')
    clock.set(new Date(now.getTime() + 61_000))
    expect(await beat('reading', laurie)).toEqual({ present: [] })
    await beat('reading', mo)
    await post(`/admin/replies/${id}/presence`, { state: 'gone' }, mo)
    expect(await beat('reading', laurie)).toEqual({ present: [] })

    // Without a script, whoever opened it lately is told of all the same.
    await studio.get(`/admin/replies/${id}`, mo)
    clock.set(new Date(clock.now().getTime() + 120_000))
    expect(await html(`/admin/replies/${id}`)).toContain('mo@example.org opened it 2 min ago.')
    clock.set(now)
    await db.kysely.deleteFrom('reply_readers').where('admin_id', '=', account.id).execute()
  })

  test('who has read it stands on the page', async () => {
    const id = await aReplyTo(studio.context, ann, 'Hello')
    await html(`/admin/replies/${id}`)
    expect(await html(`/admin/replies/${id}`)).toMatch(
      /Read by one person.*laurie@example\.org, 2 times, last at .*8 Mar 2027/s,
    )
  })
})

test('of one whose words are gone, the page says so and offers no answer', async () => {
  const id = await aReplyTo(studio.context, ann, 'Long ago', { care: ['Long'] })
  await studio.context.db.kysely
    .updateTable('replies')
    .set({
      raw_sealed: null,
      content_sealed: null,
      care_because_sealed: null,
      erased_at: studio.context.clock.now(),
    })
    .where('id', '=', id)
    .execute()
  const page = await html(`/admin/replies/${id}`)
  expect(page).toContain('The words are gone')
  expect(page).not.toContain('data-answer')
  expect(page).toContain('It is seen to')
  expect((await studio.get(`/admin/replies/${id}/original`, laurie)).status).toBe(404)
})

describe('set apart', () => {
  test('a person says whose message it is; it becomes that reader’s, and nobody becomes a reader by it', async () => {
    const { context } = studio
    const id = newId(context.clock.now())
    const { db } = context
    const from = await aReplyTo(context, ann, 'It is me, Ann, from work', {
      content: { from: 'ann@work.test' },
    })
    await db.kysely
      .updateTable('replies')
      .set({
        id,
        quarantined_at: context.clock.now(),
        matched_by: null,
        delivery_id: null,
        subscriber_id: null,
        enrollment_id: null,
        lesson_id: null,
        revision_id: null,
      })
      .where('id', '=', from)
      .execute()
    const page = await html(`/admin/replies/${id}?show=apart`)
    expect(page).toContain('Nobody reads a course under this address')
    const at = `/admin/replies/${id}/reader?show=apart`
    const nobody = await post(at, { ...formOf(page, at), email: 'nobody@example.org' })
    expect(nobody.status).toBe(422)
    expect(await nobody.text()).toContain('nobody becomes a reader by being named here')
    expect(await db.kysely.selectFrom('subscribers').selectAll().execute()).toHaveLength(2)

    expect((await post(at, { email: ' ANN@example.org ' })).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({
      subscriber_id: ann,
      quarantined_at: null,
      attached_by: 'laurie@example.org',
    })
    const theirs = await html(`/admin/replies/${id}`)
    expect(theirs).toContain('What does Listen mean to you?')
    expect(theirs).toContain('It goes out at once to ann@example.org')
    const again = await post(at, { email: 'bea@example.org' })
    expect(await html(again.headers.get('location')!)).toContain('It is set apart no longer')
    expect((await rowOf(id)).subscriber_id).toBe(ann)
  })
})

describe('the message as it came', () => {
  async function attach(replyId: string, place: number, name: string, type: string, content: Buffer) {
    const { db, secrets, clock } = studio.context
    await db.kysely
      .insertInto('reply_attachments')
      .values({
        id: newId(clock.now()),
        reply_id: replyId,
        place,
        about_sealed: secrets.seal(JSON.stringify({ name, type, inline: false })),
        size_bytes: content.length,
        content_sealed: secrets.seal(content),
      })
      .execute()
  }

  test('its headers and text are shown as text, and it is kept as a file, each noted as read', async () => {
    const id = await aReplyTo(studio.context, ann, '<img src=x onerror=alert(1)>')
    const page = await html(`/admin/replies/${id}/original`)
    expect(page).toContain('X-Way: by hand')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toContain('<img')
    const file = await studio.get(`/admin/replies/${id}/original.eml`, laurie)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(await file.text()).toContain('X-Way: by hand')
    const reads = await studio.context.db.kysely.selectFrom('reply_reads').selectAll().execute()
    expect(reads).toHaveLength(2)
  })

  test('an attachment is a download that no browser runs; only a true picture is shown, and only when asked for', async () => {
    const id = await aReplyTo(studio.context, ann, 'See')
    const png = Buffer.from('89504e470d0a1a0a0000', 'hex')
    const page = Buffer.from('<script>alert(1)</script>')
    await attach(id, 0, 'me.png', 'image/png', png)
    await attach(id, 1, '../../evil"\r\nx: y.html', 'text/html', page)
    await attach(id, 2, 'not-a-picture.png', 'image/png', page)
    await attach(id, 3, 'drawing.svg', 'image/svg+xml', page)
    const shown = await html(`/admin/replies/${id}`)
    expect(shown).not.toContain('<img')
    expect(shown.match(/\?shown/g)).toHaveLength(2)

    const get = (path: string) => studio.get(`/admin/replies/${id}/attachments/${path}`, laurie)
    for (const path of ['0', '1', '2', '3', '1?shown', '2?shown', '3?shown']) {
      const { headers } = await get(path)
      expect([path, headers.get('content-type')]).toEqual([path, 'application/octet-stream'])
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    }
    expect((await get('1')).headers.get('content-disposition')).toContain('evil%22x%3A%20y.html')
    const picture = await get('0?shown')
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(picture.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(png)
    for (const path of ['4', 'x', '-1', '99999']) expect((await get(path)).status).toBe(404)
  })
})
