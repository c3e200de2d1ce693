import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../src/db/new-id.ts'
import { claimDueLessons } from '../../../../src/enrollments/claim-due-lessons.ts'
import { sealContent } from '../../../../src/replies/reply.ts'
import { aReader, formOf, openStudio, publishCourse, type Studio } from '../studio-for-tests.ts'

let studio: Studio
let laurie: string
let reader: string
beforeAll(async () => {
  studio = await openStudio()
  laurie = await studio.signUp('Laurie', 'laurie@example.org')
  reader = await aReader(studio.context, await publishCourse(studio.context))
  await claimDueLessons(studio.context, studio.context.clock.now())
  await studio.context.db.kysely.updateTable('deliveries').set({ message_id: '<lesson@resend>' }).execute()
})
afterAll(() => studio.context.db.close())

const html = async (path: string) => (await studio.get(path, laurie)).text()

async function aReply(
  words: string,
  extra: { quarantined?: boolean; automatic?: boolean; from?: string } = {},
) {
  const { db, clock, secrets } = studio.context
  const now = clock.now()
  const delivery = await db.kysely.selectFrom('deliveries').selectAll().executeTakeFirstOrThrow()
  const id = newId(now)
  const from = extra.from ?? 'ann@example.org'
  await db.kysely
    .insertInto('replies')
    .values({
      id,
      inbound_id: id,
      message_id: `<${id}@home>`,
      content_sealed: sealContent(secrets, {
        from,
        fromName: 'Ann',
        subject: 'Re: Listen',
        reply: words,
        quoted: 'quoted <i>words</i>',
      }),
      matched_by: 'token',
      delivery_id: delivery.id,
      subscriber_id: delivery.subscriber_id,
      enrollment_id: delivery.enrollment_id,
      lesson_id: delivery.lesson_id,
      revision_id: delivery.revision_id,
      automatic: extra.automatic ?? false,
      quarantined_at: extra.quarantined ? now : null,
      received_at: now,
    })
    .execute()
  return id
}

test('the inbox shows who wrote to which question, and none of their words', async () => {
  const id = await aReply('A secret <script>alert(1)</script> of mine')
  const inbox = await html('/admin/replies')
  expect(inbox).toContain(`/admin/replies/${id}`)
  expect(inbox).toMatch(/Ann .*ann@example.org.*What does Listen mean to you\?.*waits 1 min/s)
  expect(inbox).not.toContain('secret')
})

test('a reply stands beside its lesson and prompt, escaped, and who read it is noted', async () => {
  const id = await aReply('<img src=x onerror=alert(1)> & more')
  const page = await html(`/admin/replies/${id}`)
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; more')
  expect(page).not.toContain('<img src=x')
  expect(page).toContain('quoted &lt;i&gt;words')
  expect(page).toContain('What does Listen mean to you?')
  expect(page).toContain('Dear Ann,')
  expect(page).toMatch(/What they wrote before.*A secret &lt;script&gt;/s)
  const reads = await studio.context.db.kysely
    .selectFrom('reply_reads')
    .selectAll()
    .where('reply_id', '=', id)
    .execute()
  expect(reads.map(({ read_by }) => read_by)).toEqual(['laurie@example.org'])
})

test('an answer leaves as a delivery in their thread, once, however often the button is pressed', async () => {
  const { db, jobs } = studio.context
  const id = await aReply('Quiet means rest.')
  const form = formOf(await html(`/admin/replies/${id}`), `/admin/replies/${id}/answers`)
  expect(form.signed).toBe('Laurie')
  const answer = { ...form, body: 'Thank you, Ann.\r\n\r\nSo it does.' }
  jobs.noted.length = 0
  const done = await studio.post(`/admin/replies/${id}/answers`, answer, laurie)
  expect(done.status).toBe(303)
  expect((await studio.post(`/admin/replies/${id}/answers`, answer, laurie)).status).toBe(303)
  const deliveries = await db.kysely
    .selectFrom('deliveries')
    .selectAll()
    .where('kind', '=', 'answer')
    .execute()
  expect(deliveries).toHaveLength(1)
  expect(deliveries[0]).toMatchObject({
    to_address: 'ann@example.org',
    from_name: 'Laurie',
    extra_headers: { 'In-Reply-To': `<${id}@home>`, References: `<lesson@resend> <${id}@home>` },
  })
  expect(jobs.noted).toHaveLength(1)
  const page = await html(done.headers.get('location')!)
  expect(page).toContain('Your answer is on its way.')
  expect(page).toContain('Thank you, Ann.\n\nSo it does.')
  expect(await html('/admin/replies')).not.toContain(id)
  expect(await html('/admin/replies?show=answered')).toMatch(new RegExp(`${id}.*answered`, 's'))
})

test('an empty answer, and one to an address that must not be mailed, are sentences beside what was written', async () => {
  const id = await aReply('Hello?')
  const at = `/admin/replies/${id}/answers`
  const empty = await studio.post(at, { body: '  ', signed: 'Laurie' }, laurie)
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('please write something')
  const { db, secrets, clock } = studio.context
  const other = await aReply('From a bounced box')
  const address_hash = secrets.hashOf('ann@example.org')
  await db.kysely
    .insertInto('suppressions')
    .values({ address_hash, reason: 'bounced', suppressed_at: clock.now() })
    .execute()
  const refused = await studio.post(
    `/admin/replies/${other}/answers`,
    { body: 'Long <words>.', signed: 'L' },
    laurie,
  )
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('We must not mail this address any more')
  expect(formOf(page, `/admin/replies/${other}/answers`).body).toBe('Long <words>.')
  await db.kysely.deleteFrom('suppressions').where('address_hash', '=', address_hash).execute()
})

test('from another address, or from a machine: shown, and not answerable', async () => {
  const stranger = await aReply('It is me, really', { quarantined: true, from: 'eve@example.org' })
  const page = await html(`/admin/replies/${stranger}`)
  expect(page).toContain('This came from eve@example.org, on a letter that went to ann@example.org')
  expect(page).not.toContain('/answers"')
  expect(page).not.toContain('A secret')
  expect((await studio.post(`/admin/replies/${stranger}/answers`, { body: 'Hi' }, laurie)).status).toBe(422)
  expect(await html(`/admin/replies/${await aReply('Away', { automatic: true })}`)).toContain(
    'A machine wrote this',
  )
})

test('readers are found, and each shows where they stand, what went out and what came back', async () => {
  const list = await html('/admin/readers?search=ANN@')
  expect(list).toMatch(/ann@example.org.*A quiet week.*Day 1 of 3.*under way.*Rest/s)
  expect(list).toContain('Tuesday, 9 March, at 08:00')
  expect(list).toContain('9 Mar 2027, 16:00 UTC')
  expect(await html('/admin/readers?search=100%25')).toContain('Nobody is found')
  const page = await html(`/admin/readers/${reader}`)
  expect(page).toContain('queued')
  expect(page).toContain('/admin/replies/')
  for (const path of ['/admin/readers/x', `/admin/readers/${newId(new Date())}`, '/admin/replies/x'])
    expect((await studio.get(path, laurie)).status).toBe(404)
})

test('a pause of sending is seen on every page, and ended by a button', async () => {
  const { db, clock } = studio.context
  await db.kysely
    .updateTable('sending')
    .set({ paused_at: clock.now(), paused_reason: 'The API key is not valid' })
    .execute()
  await db.kysely
    .updateTable('batches')
    .set({ needs_look_at: clock.now(), last_error: 'Nobody knows.' })
    .execute()
  const page = await html('/admin/readers')
  expect(page).toContain('Sending is paused: The API key is not valid.')
  expect(page).toContain('2 batches of mail need a look')
  expect(await html('/admin/sending')).toContain('Nobody knows.')
  const resumed = await studio.post('/admin/sending/resume', formOf(page, '/admin/sending/resume'), laurie)
  expect(resumed.headers.get('location')).toBe('/admin/readers')
  expect(await html('/admin')).not.toContain('Sending is paused')
})

describe('two who answer the same reply', () => {
  const answers = () => studio.context.db.kysely.selectFrom('answers').selectAll().execute()

  test('at the very same moment: one answer goes, the others are told, and keep what they wrote', async () => {
    const id = await aReply('Who will answer?')
    const at = `/admin/replies/${id}/answers`
    const form = formOf(await html(`/admin/replies/${id}`), at)
    const before = (await answers()).length
    const bodies = ['This is from Laurie.', 'And this <too>.', 'A third.', 'A fourth.', 'A fifth.']
    const sent = await Promise.all(bodies.map((body) => studio.post(at, { ...form, body }, laurie)))
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409])
    expect(await answers()).toHaveLength(before + 1)
    const second = sent.findIndex(({ status }) => status === 409)
    const told = await sent[second]!.text()
    expect(told).toContain('It was answered while you wrote')
    const kept = formOf(told, at)
    expect(kept.body).toBe(bodies[second])
    // The answer that went stands on the page; sending the other one all the same is a decision now.
    expect(kept.given).toBe('1')
    expect((await studio.post(at, kept, laurie)).status).toBe(303)
    expect(await answers()).toHaveLength(before + 2)
  })

  test('the same button pressed twice at once is one answer', async () => {
    const id = await aReply('Once, please')
    const at = `/admin/replies/${id}/answers`
    const form = { ...formOf(await html(`/admin/replies/${id}`), at), body: 'Here it is.' }
    const before = (await answers()).length
    const sent = await Promise.all([1, 2, 3].map(() => studio.post(at, form, laurie)))
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await answers()).toHaveLength(before + 1)
  })
})

describe('saved answers', () => {
  const ALL = '/admin/replies/saved-answers'
  const body =
    'Dear {{ first_name | default: "friend" }},\n\nday {{ day }} of {{ days }} of {{ course_title }}.'

  test('one with a field that does not exist is refused in a sentence, with what was written', async () => {
    const refused = await studio.post(ALL, { name: 'Thanks', body: 'Dear {{ frist_name }}' }, laurie)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Line 1: there is no field &quot;frist_name&quot;.')
    expect(formOf(page, ALL).body).toBe('Dear {{ frist_name }}')
    expect(await (await studio.post(ALL, { name: ' ', body: '' }, laurie)).text()).toMatch(
      /Please give it a name.*Please write the answer/s,
    )
  })

  test('one is put into the box below what is written already, filled in for this reader, and sends nothing', async () => {
    expect((await studio.post(ALL, { name: 'Thanks', body }, laurie)).status).toBe(303)
    expect(await (await studio.post(ALL, { name: 'Thanks', body: 'Again' }, laurie)).text()).toContain(
      'Another saved answer has this name already.',
    )
    const id = await aReply('Hello')
    const [saved] = await studio.context.db.kysely.selectFrom('saved_answers').selectAll().execute()
    studio.context.jobs.noted.length = 0
    const at = `/admin/replies/${id}`
    const page = await studio.post(`${at}/insertion`, { body: 'One word first. ', saved: saved!.id }, laurie)
    expect(page.status).toBe(200)
    expect(formOf(await page.text(), `${at}/answers`).body).toBe(
      'One word first.\n\nDear Ann,\n\nday 1 of 3 of A quiet week.',
    )
    expect(studio.context.jobs.noted).toEqual([])
    expect((await studio.post(`${at}/insertion`, { body: 'Mine', saved: 'x' }, laurie)).status).toBe(200)
  })

  test('it is changed and removed', async () => {
    const [saved] = await studio.context.db.kysely.selectFrom('saved_answers').selectAll().execute()
    const at = `${ALL}/${saved!.id}`
    expect(formOf(await html(`${at}/edit`), `${at}/edit`)).toMatchObject({ name: 'Thanks', body })
    await studio.post(`${at}/edit`, { name: 'Thank you', body: 'Thank you.' }, laurie)
    expect(await html(ALL)).toMatch(/Thank you.*Thank you\./s)
    await studio.post(`${at}/removal`, {}, laurie)
    expect(await html(ALL)).not.toContain('Thank you.')
    expect((await studio.get(`${at}/edit`, laurie)).status).toBe(404)
  })
})
