import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { answerReply } from '../../../src/replies/answer-reply.ts'
import { receiveWebAnswer } from '../../../src/replies/receive-web-answer.ts'
import { type TestContext, testContext } from '../../support/context.ts'
import { aCourse, aReader } from '../../support/course.ts'
import {
  type Course,
  deliveriesTo,
  dumpOf,
  liveUntil,
  pagesOf,
  type Reader,
  sealedMail,
} from '../../support/reader-page.ts'

let context: TestContext
let pages: ReturnType<typeof pagesOf>
let course: Course
let reader: Reader
let page: string
let letters: Awaited<ReturnType<typeof deliveriesTo>>

beforeAll(async () => {
  context = await testContext()
  pages = pagesOf(context)
})
afterAll(() => context.db.close())

// Tuesday to Thursday: three letters of five, the last this morning at 8 in Berlin.
beforeEach(async () => {
  context.clock.set('2027-01-12T10:00:00Z')
  course = await aCourse(context, { paceChoice: true })
  reader = await aReader(context, course, { firstName: '*Ruth* & <b>' })
  await liveUntil(context, '2027-01-14T11:00:00Z')
  letters = await deliveriesTo(context, reader.id)
  page = pages.pathOf(pages.links(letters[1]!.id).preferencesUrl)
})

const text = async (path: string) => (await pages.get(path)).text()
const wish = async (fields: Record<string, string> | [string, string][]) => {
  const base = Array.isArray(fields) ? fields : Object.entries(fields)
  const answer = await pages.post(page, [['enrollment', reader.enrollment], ...base] as [string, string][])
  return answer.status === 303 ? text(answer.headers.get('location')!) : answer
}
const standing = () =>
  context.db.kysely
    .selectFrom('enrollments')
    .selectAll()
    .where('id', '=', reader.enrollment)
    .executeTakeFirstOrThrow()

test('the page says how far somebody is and when the next letter comes, in their own words of time', async () => {
  expect(letters).toHaveLength(3)
  const html = await text(page)
  expect(html).toContain('3 of 5 letters')
  expect(html).toContain('The next letter comes tomorrow, Friday, at 8:00.')
  for (const key of ['one', 'two', 'three']) expect(html).toContain(`Lesson ${key}`)
  expect(html).not.toContain('Lesson four')
})

test('a change of the hour, the zone and the pace says at once when the next letter comes', async () => {
  const change = { do: 'schedule', send_time: '21:00', timezone: 'America/New_York', every_days: '2' }
  const html = await wish([...Object.entries(change), ['weekdays', '1'], ['weekdays', '6']])
  expect(html).toContain('Saved. The next letter comes Saturday, January 16, at 9:00 pm.')
  expect(await standing()).toMatchObject({ send_time: '21:00', every_days: 2, weekdays: [1, 6] })
  const refused = (await wish({ do: 'schedule', send_time: '25:00', timezone: 'Nowhere' })) as Response
  expect(refused.status).toBe(422)
})

test('a pause for a week, until a day or without an end; going on is one button', async () => {
  expect(await wish({ do: 'pause', until: '2027-01-21' })).toContain(
    'The course is paused. The next letter comes Thursday, 21 January, at 8:00.',
  )
  expect(await wish({ do: 'resume' })).toContain(
    'It goes on. The next letter comes tomorrow, Friday, at 8:00.',
  )
  expect(await wish({ do: 'pause', until: '' })).toContain('No letter comes until you go on.')
  expect((await standing()).next_due_at).toBeNull()
  for (const until of ['2027-01-14', '2026-12-01', '2029-01-01', 'soon'])
    expect([until, ((await wish({ do: 'pause', until })) as Response).status]).toEqual([until, 422])
})

test('what is held for a person to look at is not set going by its reader', async () => {
  const hold = { held_at: context.clock.now(), held_reason: 'care', next_due_at: null }
  await context.db.kysely.updateTable('enrollments').set(hold).where('id', '=', reader.enrollment).execute()
  expect(await text(page)).toContain('Somebody here is looking after it.')
  for (const wished of ['resume', 'next', 'restart']) await wish({ do: wished })
  expect(await standing()).toMatchObject(hold)
})

test('a skipped letter is not sent, and can be had after all', async () => {
  await wish({ do: 'skip' })
  expect(await text(page)).toContain('4 of 5 letters')
  expect(await wish({ do: 'undo_skip' })).toContain('3 of 5 letters')
  await wish({ do: 'skip' })
  await liveUntil(context, '2027-01-15T11:00:00Z')
  const subjects = (await deliveriesTo(context, reader.id)).map((one) => one.lesson_id)
  expect(subjects).toHaveLength(4)
  expect(subjects).not.toContain(course.revision.lessons[3]!.lessonId)
  // Another letter has gone since: the skip stands.
  expect(await text(page)).not.toContain('Do not skip it after all')
  await wish({ do: 'undo_skip' })
  expect(await text(page)).toContain('5 of 5 letters')
})

test('the next letter can come now, and the course begins again only when asked', async () => {
  await wish({ do: 'next' })
  await liveUntil(context, context.clock.now().toISOString())
  expect(await deliveriesTo(context, reader.id)).toHaveLength(4)
  expect(await wish({ do: 'restart' })).toContain('The next letter comes tomorrow, Friday, at 8:00.')
  expect(await standing()).toMatchObject({ run: 2 })
  expect(await text(page)).toContain('0 of 5 letters')
})

test('a letter is sent again at most five times a day, and moves nothing', async () => {
  const before = await standing()
  const again = { do: 'again', delivery: letters[0]!.id }
  for (let i = 0; i < 5; i += 1) expect(await wish(again)).toContain('on its way to you once more')
  expect(await wish(again)).toContain('five letters in a day')
  const repeats = await deliveriesTo(context, reader.id, 'repeat')
  expect(repeats).toHaveLength(5)
  expect(repeats[0]).toMatchObject({ lesson_id: letters[0]!.lesson_id, to_address: reader.email })
  expect(await standing()).toEqual(before)
  const stranger = await aReader(context, course)
  await liveUntil(context, context.clock.now().toISOString())
  const [theirs] = await deliveriesTo(context, stranger.id)
  await wish({ do: 'again', delivery: theirs!.id })
  expect(await deliveriesTo(context, reader.id, 'repeat')).toHaveLength(5)
})

test('who leaves may say why, which is sealed, and may come back within the hour', async () => {
  const html = await wish({ do: 'leave', reason: 'no_time', words: 'My mother is ill.' })
  expect(html).toContain('You have left this course.')
  expect(html).toContain('I pressed it by mistake')
  const left = await standing()
  expect(left).toMatchObject({ leaving_reason: 'no_time', next_due_at: null })
  expect(context.secrets.unseal(left.leaving_words_sealed!).toString()).toBe('My mother is ill.')
  expect(await dumpOf(context)).not.toContain('mother is ill')
  expect(await wish({ do: 'come_back' })).toContain('The next letter comes tomorrow, Friday, at 8:00.')
  expect(await standing()).toMatchObject({ unsubscribed_at: null, leaving_reason: null })

  await wish({ do: 'leave_all' })
  context.clock.set('2027-01-14T12:30:00Z')
  expect(await text(page)).not.toContain('I pressed it by mistake')
  await wish({ do: 'come_back' })
  expect((await standing()).unsubscribed_at).not.toBeNull()
})

test('a letter can be read again with its question, what its reader wrote and what was answered; a name is only ever text', async () => {
  const delivery = letters[0]!
  const sent = { delivery, subject: 'Lesson one', words: 'I miss <the> garden.', nonce: 'n1' }
  await receiveWebAnswer(context, sent, context.clock.now())
  const { id } = await context.db.kysely
    .selectFrom('replies')
    .select('id')
    .where('delivery_id', '=', delivery.id)
    .executeTakeFirstOrThrow()
  const answer = { body: 'What grew there?', authorName: 'Ana', by: 'ana' }
  await answerReply(context, id, answer, context.clock.now())
  const html = await text(`${page}/lessons/${delivery.id}`)
  expect(html).toContain('Dear *Ruth* &amp; &lt;b&gt;, this is one.')
  expect(html).toContain('What about one?')
  expect(html).toContain('I miss &lt;the&gt; garden.')
  expect(html).toContain('What grew there?')
  expect(html).toContain('Ana answered on 14 January 2027')
  expect((await pages.get(`${page}/lessons/${reader.id}`)).status).toBe(404)
})

test('the journal holds questions and own words, as a page and as Markdown; nothing a machine or a stranger sent', async () => {
  const { db, secrets } = context
  const sent = { delivery: letters[0]!, subject: 'Lesson one', words: 'The garden.', nonce: 'n2' }
  await receiveWebAnswer(context, sent, context.clock.now())
  const other = {
    subscriber_id: reader.id,
    enrollment_id: reader.enrollment,
    lesson_id: letters[0]!.lesson_id,
  }
  const content = (reply: string) =>
    secrets.seal(JSON.stringify({ from: reader.email, fromName: '', subject: '', reply, quoted: '' }))
  for (const [inbound_id, row] of Object.entries({
    [`auto-${reader.id}`]: { automatic: true, content_sealed: content('I am on holiday.') },
    [`stranger-${reader.id}`]: {
      quarantined_at: context.clock.now(),
      content_sealed: content('It was not me.'),
    },
  }))
    await db.kysely
      .insertInto('replies')
      .values({ id: crypto.randomUUID(), inbound_id, received_at: context.clock.now(), ...other, ...row })
      .execute()
  const html = await text(`${page}/journal`)
  const markdown = await text(`${page}/journal.md`)
  for (const journal of [html, markdown]) {
    expect(journal).toContain('What about one?')
    expect(journal).toContain('The garden.')
    expect(journal).not.toContain('What about two?')
    expect(journal).not.toContain('holiday')
    expect(journal).not.toContain('It was not me.')
  }
  expect(markdown).toMatch(/^# Your journal\n/)
  expect(JSON.parse(await text(`${page}/export.json`)).replies).toMatchObject([
    { words: 'The garden.', automatic: false },
    { words: 'I am on holiday.', automatic: true },
  ])
})

test('the export holds person, courses, every mail with its dates, and why they left, under a version', async () => {
  await wish({ do: 'leave', reason: 'other', words: 'Enough for now.' })
  const exported = JSON.parse(await text(`${page}/export.json`))
  expect(exported).toMatchObject({
    lettercourse_export: 1,
    person: { email: reader.email, timezone: 'Europe/Berlin' },
    courses: [{ course: course.slug, leaving_reason: 'other', leaving_words: 'Enough for now.' }],
    suppressions: [],
  })
  expect(exported.mails.filter((mail: { kind: string }) => mail.kind === 'lesson')).toMatchObject([
    { lesson: 'Lesson one', queued_at: '2027-01-12T10:00:00.000Z' },
    { lesson: 'Lesson two' },
    { lesson: 'Lesson three' },
  ])
})

test('another name counts from the next letter on; one with a link in it is refused', async () => {
  await wish({ do: 'name', first_name: '  Rut ' })
  expect((await standing()).id).toBe(reader.enrollment)
  expect(await text(page)).toContain('value="Rut"')
  expect(((await wish({ do: 'name', first_name: 'see evil.example' })) as Response).status).toBe(422)
})

test('links in older letters stop working when their reader says so, and the new one works; leaving always does', async () => {
  await pages.post(page, { do: 'links' })
  expect((await pages.get(page)).status).toBe(404)
  const answerPath = pages.pathOf(pages.links(letters[2]!.id).answerUrl)
  expect((await pages.get(answerPath)).status).toBe(404)
  const [proof] = await deliveriesTo(context, reader.id, 'proof')
  const link = pages.pathOf(/http\S+\/me\/proof\/\w+/.exec(sealedMail(context, proof!.sealed_mail).text)![0])
  // The mail's own page opens only after the press.
  expect((await pages.get(pages.pathOf(pages.links(proof!.id).preferencesUrl))).status).toBe(404)
  expect((await pages.get(link)).status).toBe(200)
  const opened = await pages.post(link)
  expect(opened.status).toBe(303)
  expect(await text(opened.headers.get('location')!)).toContain('3 of 5 letters')
  expect((await pages.post(link)).status).toBe(410)
  await pages.post(pages.pathOf(pages.links(letters[0]!.id).unsubscribeUrl), {
    from_page: 'yes',
    do: 'leave',
  })
  expect((await standing()).unsubscribed_at).not.toBeNull()
})

test('asking for a link says the same to everybody, and mails only those we know, four times an hour at most', async () => {
  const ask = async (email: string) => (await pages.post('/me', { email })).text()
  expect(await ask(reader.email)).toBe(await ask('nobody@readers.localhost'))
  for (let i = 0; i < 5; i += 1) await ask(reader.email)
  await expect.poll(async () => (await deliveriesTo(context, reader.id, 'proof')).length).toBe(4)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await deliveriesTo(context, reader.id, 'proof')).toHaveLength(4)
  expect((await pages.post('/me', { email: 'nonsense' })).status).toBe(422)
})

test('the course of somebody else is never changed by one’s own link', async () => {
  const stranger = await aReader(context, course)
  const before = await dumpOf(context)
  for (const fields of [
    { do: 'pause', until: '' },
    { do: 'leave' },
    { do: 'skip' },
    { do: 'restart' },
  ] as Record<string, string>[])
    expect((await pages.post(page, { ...fields, enrollment: stranger.enrollment })).status).toBe(422)
  expect(await dumpOf(context)).toBe(before)
})

test('the page that mails a link speaks what the browser asks for', async () => {
  const html = await (
    await pages.app.request('/me', { headers: { 'accept-language': 'fr, es-MX;q=0.8, en;q=0.5' } })
  ).text()
  expect(html).toContain('lang="es-MX"')
  expect(html).toContain('Enviadme el enlace')
})
