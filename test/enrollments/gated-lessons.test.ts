/** A lesson that waits for the reply to the one before, from the letter that says so to the reply that ends it. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pause, resume, skip } from '../../src/enrollments/change-standing.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { publishSequence } from '../../src/enrollments/publish-sequence.ts'
import { receiveWebAnswer } from '../../src/replies/receive-web-answer.ts'
import { saveDraft } from '../../src/sequences/draft.ts'
import { listCoursesOf } from '../../src/web/admin/readers/list-readers.ts'
import { aReceiver, type Receiver } from '../replies/a-receiver.ts'
import { aCourseContent, lessons } from '../support/course.ts'
import { deliveriesTo, liveUntil, pagesOf } from '../support/reader-page.ts'

let at: Receiver
let pages: ReturnType<typeof pagesOf>
beforeAll(async () => {
  at = await aReceiver()
  pages = pagesOf(at.context)
})
afterAll(() => at.context.db.close())

/** Lesson one on 11 January at 16:00 in Berlin; two waits for a reply to it, three days at most, until 14 January, 8:00. */
const waiting = () => {
  const content = lessons('one', 'two', 'three')
  content[1] = { ...content[1]!, waitAtMostDays: 3 }
  return content
}
const aGate = () => at.aLesson({ lessons: waiting() })
type Gate = Awaited<ReturnType<typeof aGate>>

const until = (instant: string) => liveUntil(at.context, instant)
const daysOf = async ({ reader }: Gate) =>
  (await deliveriesTo(at.context, reader.id)).map((row) => row.queued_at.toISOString().slice(5, 16))
const pageOf = async ({ delivery }: Gate) =>
  (await pages.get(pages.pathOf(pages.links(delivery.id).preferencesUrl))).text()

const FIRST = '01-11T15:00'

test('without a reply it goes when the limit is over, and letter and page say so from the start', async () => {
  const gate = await aGate()
  const values = Object.values(gate.delivery.slot_values ?? {})
  const said = 'The next letter waits for your reply. Without one it comes Thursday, 14 January, at 8:00.'
  expect(values).toContain(said)
  for (const day of ['2027-01-11T20:00:00Z', '2027-01-12T12:00:00Z', '2027-01-13T12:00:00Z']) {
    await until(day)
    expect(await pageOf(gate)).toContain('The next letter waits for your answer. Without one it comes')
  }
  await until('2027-01-14T12:00:00Z')
  expect(await daysOf(gate)).toEqual([FIRST, '01-14T07:00'])
  expect(await pageOf(gate)).not.toContain('waits for your answer')
})

test.each([
  ['the same day', '2027-01-11T19:00:00Z', '01-12T07:00'],
  ['while it waits', '2027-01-12T12:00:00Z', '01-13T07:00'],
  ['on the last morning, before the hour', '2027-01-14T05:00:00Z', '01-14T07:00'],
])('a reply by mail %s releases it at the next send time', async (_, repliedAt, goes) => {
  const gate = await aGate()
  await until(repliedAt)
  await at.receive({ from: gate.reader.email, to: gate.replyTo, body: 'It is the evenings.' })
  expect(await pageOf(gate)).not.toContain('waits for your answer')
  await until('2027-01-14T12:00:00Z')
  expect((await daysOf(gate)).slice(0, 2)).toEqual([FIRST, goes])
})

test('an answer on the web releases it like a mail', async () => {
  const gate = await aGate()
  await until('2027-01-12T12:00:00Z')
  const answer = { delivery: gate.delivery, subject: 'Lesson one', words: 'The evenings.', nonce: 'n' }
  expect(await receiveWebAnswer(at.context, answer, at.context.clock.now())).toBe(true)
  await until('2027-01-13T12:00:00Z')
  expect(await daysOf(gate)).toEqual([FIRST, '01-13T07:00'])
})

test.each([
  ['an out-of-office note', { body: 'I am away.', headers: ['Auto-Submitted: auto-replied'] }],
  ['a message from another address', { from: 'friend@elsewhere.localhost', body: 'It is the evenings.' }],
  ['an order', { body: 'Pause' }],
])('%s does not release it, however early it comes', async (_, letter) => {
  for (const sentAt of ['2027-01-11T19:00:00Z', '2027-01-12T12:00:00Z']) {
    const gate = await aGate()
    await until(sentAt)
    await at.receive({ from: gate.reader.email, to: gate.replyTo, ...letter })
    await until('2027-01-14T12:00:00Z')
    expect(await daysOf(gate)).toEqual([FIRST, '01-14T07:00'])
  }
})

test('a reply after the limit, before the tick has come, does not make it later', async () => {
  const gate = await aGate()
  await until('2027-01-13T12:00:00Z')
  at.context.clock.set('2027-01-14T07:05:00Z')
  await at.receive({ from: gate.reader.email, to: gate.replyTo, body: 'It is the evenings.' })
  await claimAllDue(at.context, at.context.clock.now())
  expect(await daysOf(gate)).toEqual([FIRST, '01-14T07:05'])
})

test('through a pause it still waits, and the page says until when', async () => {
  const gate = await aGate()
  await until('2027-01-12T12:00:00Z')
  await pause(at.context.db.kysely, gate.reader.enrollment, undefined, at.context.clock.now())
  expect(await pageOf(gate)).toContain('The course is paused')
  await resume(at.context.db.kysely, gate.reader.enrollment, at.context.clock.now())
  expect(await pageOf(gate)).toContain('Without one it comes Thursday, 14 January, at 8:00.')
  await until('2027-01-12T13:00:00Z')
  const [receipt] = await deliveriesTo(at.context, gate.reader.id, 'receipt')
  expect(Object.values(receipt!.slot_values!)).toContain(
    '“A quiet week” goes on. The next letter waits for your reply. Without one it comes Thursday, 14 January, at 8:00.',
  )
  await until('2027-01-14T12:00:00Z')
  expect(await daysOf(gate)).toEqual([FIRST, '01-14T07:00'])
})

test('who skips the waiting letter does not wait for the one after it', async () => {
  const gate = await aGate()
  await until('2027-01-12T12:00:00Z')
  const due = await skip(at.context.db.kysely, gate.reader.enrollment, at.context.clock.now())
  expect(due).toEqual(new Date('2027-01-13T07:00:00Z'))
  expect(await pageOf(gate)).not.toContain('waits for your answer')
  await until('2027-01-13T12:00:00Z')
  expect(await daysOf(gate)).toEqual([FIRST, '01-13T07:00'])
})

test.each([
  ['no longer waits', null, '01-13T07:00'],
  ['waits for two days at most', 2, '01-13T07:00'],
  ['waits for five days at most', 5, '01-16T07:00'],
])('when it is published that it %s, that holds for whoever is waiting', async (_, waitAtMostDays, goes) => {
  const gate = await aGate()
  await until('2027-01-12T12:00:00Z')
  const { kysely } = at.context.db
  const { sequence_id, revision_id } = gate.delivery
  const content = aCourseContent({ lessons: waiting() })
  content.lessons[1]!.waitAtMostDays = waitAtMostDays
  const now = at.context.clock.now()
  const seen = { basedOn: revision_id!, version: 0 }
  await saveDraft(kysely, sequence_id!, content, seen, 'Ana', now)
  expect(
    await publishSequence(kysely, sequence_id!, { ...seen, version: 1 }, { name: 'Ana' }, now),
  ).toBeDefined()
  await until('2027-01-17T06:00:00Z')
  expect((await daysOf(gate)).slice(0, 2)).toEqual([FIRST, goes])
})

test('whoever signs up again while it waits, and the studio, are told the same', async () => {
  const gate = await aGate()
  await until('2027-01-11T20:00:00Z')
  const { kysely } = at.context.db
  const now = at.context.clock.now()
  await kysely.updateTable('sequences').set({ opened_at: now }).where('id', '=', gate.course.id).execute()
  const fields = { email: gate.reader.email, timezone: 'Europe/Berlin', send_time: '08:00' }
  await pages.app.request('/signups', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ course: gate.course.slug, ...fields }),
  })
  const [welcome] = await deliveriesTo(at.context, gate.reader.id, 'welcome_back')
  expect(welcome!.slot_values).toMatchObject({
    next: 'The next letter waits for your reply. Without one it comes Thursday, 14 January, at 8:00.',
  })
  const listed = async () => (await listCoursesOf(kysely, gate.reader.id, now))[0]
  expect(await listed()).toMatchObject({ waitsForReply: true, next_due_at: new Date('2027-01-14T07:00:00Z') })
  await at.receive({ from: gate.reader.email, to: gate.replyTo, body: 'It is the evenings.' })
  expect(await listed()).toMatchObject({
    waitsForReply: false,
    next_due_at: new Date('2027-01-12T07:00:00Z'),
  })
})

test('whenever the reply comes, it goes at the next send time of another day, and never after the limit', async () => {
  const minute = fc.integer({ min: 1, max: 5 * 24 * 60 })
  await fc.assert(
    fc.asyncProperty(minute, fc.integer({ min: 1, max: 4 }), async (repliedAfter, atMostDays) => {
      const content = lessons('one', 'two', 'three')
      content[1] = { ...content[1]!, waitAtMostDays: atMostDays }
      const gate = await at.aLesson({ lessons: content })
      const began = at.context.clock.now()
      const repliedAt = new Date(began.getTime() + repliedAfter * 60_000)
      await until(repliedAt.toISOString())
      await at.receive({ from: gate.reader.email, to: gate.replyTo, body: 'It is the evenings.' })
      await until('2027-01-17T12:00:00Z')
      // 8:00 in Berlin is 7:00 UTC; lesson one went on the 11th.
      const morning = (day: number) => new Date(Date.UTC(2027, 0, 11 + day, 7))
      const mornings = Array.from({ length: atMostDays }, (_, i) => morning(i + 1))
      const expected = mornings.find((time) => time >= repliedAt) ?? mornings.at(-1)!
      const [, second] = await deliveriesTo(at.context, gate.reader.id)
      expect(second!.due_at).toEqual(expected)
    }),
    { numRuns: 12 },
  )
})
