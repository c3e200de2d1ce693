/**
 * What other systems of this kind got wrong, each as a test. Those about sending have theirs beside the code as well:
 * `deliveries/submit-batch`, `enrollments/claim-due-lessons`, `schedule/when-to-send`, `faults/short`.
 */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createApp } from '../src/app.tsx'
import { submitLeftBehind } from '../src/deliveries/queue-mail.ts'
import { submitBatch } from '../src/deliveries/submit-batch.ts'
import { claimAllDue, claimDueLessons } from '../src/enrollments/claim-due-lessons.ts'
import { enroll } from '../src/enrollments/enroll.ts'
import { verdictOf } from '../src/mail/error-table.ts'
import type { Mail } from '../src/mail/open-mail.ts'
import { svixHeaders } from '../src/mailbox/signature.ts'
import { leaveCourse, unsubscribe } from '../src/subscribers/unsubscribe.ts'
import { aReceiver, enrollmentOf, type Receiver } from './replies/a-receiver.ts'
import type { TestContext } from './support/context.ts'
import { aCourse, aCourseContent, aReader, lessons } from './support/course.ts'

let at: Receiver
let context: TestContext
beforeAll(async () => {
  at = await aReceiver()
  context = at.context
})
afterAll(() => context.db.close())
beforeEach(async () => {
  await context.db.pool.query('update enrollments set next_due_at = null')
  context.clock.set('2027-01-11T15:00:00Z') // a Monday
})

const keysOf = async (enrollment: string) => {
  const { rows } = await context.db.pool.query(
    "select l.key from deliveries d join lessons l on l.id = d.lesson_id where d.enrollment_id = $1 and d.kind = 'lesson' order by d.id",
    [enrollment],
  )
  return rows.map((row: { key: string }) => row.key)
}
const claimAt = async (instant: string) => {
  context.clock.set(instant)
  await claimAllDue(context, context.clock.now())
}
const waitingFor = (...keys: string[]) => {
  const content = lessons(...keys)
  content[1] = { ...content[1]!, waitAtMostDays: 5 }
  return content
}

test('What comes next is chosen when a wait ends, not when it begins', async () => {
  const { reader, course, replyTo } = await at.aLesson({ lessons: waitingFor('one', 'two', 'three') })
  await claimAt('2027-01-12T07:00:00Z')
  await course.publish(aCourseContent({ lessons: lessons('one', 'new', 'two', 'three') }))
  await at.receive({ from: reader.email, to: replyTo, body: 'The evenings.' })
  await claimAt('2027-01-13T07:00:00Z')
  expect(await keysOf(reader.enrollment)).toEqual(['one', 'new'])
})

test('An out-of-office reply releases no waiting lesson and is answered by nothing', async () => {
  const { reader, replyTo } = await at.aLesson({ lessons: waitingFor('one', 'two', 'three') })
  await claimAt('2027-01-12T07:00:00Z')
  const before = await context.db.pool.query('select count(*)::int as n from deliveries')
  const row = await at.receive({
    from: reader.email,
    to: replyTo,
    subject: 'Automatic reply: Lesson one',
    body: 'I am out of the office.',
    headers: ['Auto-Submitted: auto-replied'],
  })
  expect(row.automatic).toBe(true)
  await claimAt('2027-01-13T07:00:00Z')
  expect(await keysOf(reader.enrollment)).toEqual(['one'])
  expect((await context.db.pool.query('select count(*)::int as n from deliveries')).rows).toEqual(before.rows)
})

test('Whoever writes to us without having signed up becomes no subscriber, whatever they write', async () => {
  const count = async () =>
    (await context.db.pool.query('select count(*)::int as n from subscribers')).rows[0].n
  const before = await count()
  for (const body of ['subscribe', 'Please sign me up!', 'STOP', 'Hello'])
    await at.receive({ from: 'stranger@elsewhere.localhost', to: 'x@replies.lettercourse.localhost', body })
  expect(await count()).toBe(before)
})

test('A webhook whose store fails is not answered 200', async () => {
  const payload = JSON.stringify({ type: 'email.received', created_at: '', data: { email_id: 'lost' } })
  const headers = svixHeaders('msg-lost', payload, `whsec_${btoa('0'.repeat(24))}`, new Date())
  const broken = vi.spyOn(context.db.kysely, 'insertInto').mockImplementation(() => {
    throw new Error('the disk is full')
  })
  const post = () =>
    createApp(context).request('/webhooks/resend', { method: 'POST', headers, body: payload })
  expect((await post()).status).toBe(500)
  broken.mockRestore()
  expect((await post()).status).toBe(200)
})

test('What Resend refuses comes as a value and is not taken for sent; it ends no course', async () => {
  const error = { statusCode: 422, name: 'validation_error', message: 'no' }
  const submit: Mail['submit'] = async () =>
    ({ accepted: false, verdict: verdictOf(error as never), error }) as never
  const refusing = { ...context, mail: { ...context.mail, submit } }
  const reader = await aReader(context, await aCourse(context))
  const { batches } = await claimDueLessons(context, context.clock.now())
  await submitBatch(refusing, batches[0]!.id, context.clock.now())
  const { rows } = await context.db.pool.query(
    'select submitted_at, failed_at is not null as failed from deliveries where enrollment_id = $1',
    [reader.enrollment],
  )
  expect(rows).toEqual([{ submitted_at: null, failed: true }])
  await claimAt('2027-01-12T07:00:00Z')
  expect(await keysOf(reader.enrollment)).toEqual(['one', 'two'])
})

test('Leaving one course touches no other course and no other reader', async () => {
  const [one, other] = [await aCourse(context), await aCourse(context)]
  const reader = await aReader(context, one)
  const beside = await aReader(context, one)
  const person = { id: reader.id, timezone: 'Europe/Berlin' }
  await enroll(context.db.kysely, person, other.revision, { sendTime: '08:00' }, context.clock.now())
  await leaveCourse(context.db.kysely, reader.enrollment, context.clock.now())
  const { rows } = await context.db.pool.query(
    'select unsubscribed_at is not null as gone from enrollments where subscriber_id = any($1) order by sequence_id = $2 desc, subscriber_id = $3 desc',
    [[reader.id, beside.id], one.id, reader.id],
  )
  expect(rows.map((row: { gone: boolean }) => row.gone)).toEqual([true, false, false])
})

test('Consent is asked in the transaction that writes the mail: who left a moment before gets nothing', async () => {
  const reader = await aReader(context, await aCourse(context))
  await unsubscribe(context.db.kysely, reader.id, context.clock.now())
  await context.db.pool.query('update enrollments set next_due_at = $1 where id = $2', [
    context.clock.now(),
    reader.enrollment,
  ])
  await claimAllDue(context, context.clock.now())
  expect(await keysOf(reader.enrollment)).toEqual([])
})

test('A queue that was emptied has owned nothing: what is due and what was to be sent is found again', async () => {
  const reader = await aReader(context, await aCourse(context))
  await claimAllDue(context, context.clock.now())
  context.jobs.noted.length = 0
  context.clock.set('2027-01-11T15:02:00Z')
  await submitLeftBehind(context, context.clock.now())
  const { rows } = await context.db.pool.query('select batch_id from deliveries where enrollment_id = $1', [
    reader.enrollment,
  ])
  expect(context.jobs.take('submit-batch')).toContainEqual({ batchId: rows[0].batch_id })
  context.jobs.noted.length = 0
  await claimAt('2027-01-12T07:00:00Z')
  expect(await keysOf(reader.enrollment)).toEqual(['one', 'two'])
})

test('A claim holds its readers until its mails are written: of many claims at once one gets each', async () => {
  const course = await aCourse(context)
  const readers = []
  for (let count = 0; count < 12; count++) readers.push(await aReader(context, course))
  await Promise.all(
    Array.from({ length: 6 }, () => claimDueLessons(context, context.clock.now(), { limit: 5 })),
  )
  await claimAllDue(context, context.clock.now())
  for (const reader of readers) expect(await keysOf(reader.enrollment)).toEqual(['one'])
})

test('A lesson taken out while somebody waits for it ends nobody’s course', async () => {
  const course = await aCourse(context)
  const reader = await aReader(context, course)
  await claimAt('2027-01-11T15:00:00Z')
  await course.publish(aCourseContent({ lessons: lessons('one', 'three', 'four') }))
  await claimAt('2027-01-12T07:00:00Z')
  await claimAt('2027-01-13T07:00:00Z')
  expect(await keysOf(reader.enrollment)).toEqual(['one', 'three', 'four'])
  expect((await enrollmentOf(context, reader.enrollment)).held_at).toBeNull()
})

test('The weekday is the reader’s: in Auckland a course of Mondays sends on their Monday, which is Sunday in UTC', async () => {
  context.clock.set('2027-01-15T12:00:00Z') // a Friday, already Saturday in Auckland
  const course = await aCourse(context, { weekdays: [1], firstLesson: 'next_send_time' })
  const reader = await aReader(context, course, { timezone: 'Pacific/Auckland', sendTime: '06:00' })
  const { next_due_at } = await enrollmentOf(context, reader.enrollment)
  expect(next_due_at).toEqual(new Date('2027-01-17T17:00:00Z'))
})
