import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { pause } from '../../src/enrollments/change-standing.ts'
import { findEnrollment } from '../../src/enrollments/queries.ts'
import { confirmSignup } from '../../src/signups/confirm-signup.ts'
import { requestSignup } from '../../src/signups/request-signup.ts'
import { signupInput } from '../../src/signups/signup-input.ts'
import { suppress } from '../../src/subscribers/suppress.ts'
import { unsubscribe } from '../../src/subscribers/unsubscribe.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader } from '../support/course.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())
beforeEach(() => context.clock.set('2027-03-08T15:00:00Z'))

const db = () => context.db.kysely
const nobody = { ip: '203.0.113.9', userAgent: 'a test' }
type Course = Awaited<ReturnType<typeof aCourse>>

async function ask(course: Course, fields: Record<string, unknown>, proof: object = {}) {
  const input = signupInput(course.revision).parse({ timezone: 'Europe/Berlin', ...fields })
  await requestSignup(context, course.revision, input, { ...nobody, ...proof }, context.clock.now())
}
const mailsTo = async (email: string) =>
  db()
    .selectFrom('deliveries')
    .selectAll()
    .where('to_address', '=', email)
    .orderBy('queued_at')
    .orderBy('id')
    .execute()
const kindsTo = async (email: string) => (await mailsTo(email)).map((mail) => mail.kind)
const standing = (reader: { id: string }, course: Course) => findEnrollment(db(), reader.id, course.id)

test('what somebody agreed to is kept word for word, with where, how and in which language', async () => {
  const course = await aCourse(context, { language: 'de', repliesReadBy: 'Ana und Mo', repliesKeptDays: 90 })
  await ask(
    course,
    { email: 'Ruth@readers.test ' },
    { sourceUrl: 'https://blog.test/page', locale: 'de-AT', proven: true },
  )
  const signup = await db()
    .selectFrom('signups')
    .selectAll()
    .where('email', '=', 'ruth@readers.test')
    .executeTakeFirstOrThrow()
  expect(signup).toMatchObject({
    source_url: 'https://blog.test/page',
    language: 'de-AT',
    form_version: '2026-11-25',
    requested_ip: '203.0.113.9',
    requested_user_agent: 'a test',
    proven: true,
  })
  expect(signup.consent_wording).toMatch(
    /^Schickt mir diesen Kurs.*jeden Tag ein Brief.*liest Ana und Mo.*nach 90 Tagen gelöscht\.$/,
  )
})

test('a reader under way who signs up again is told where they are, and nothing of the form is taken', async () => {
  const course = await aCourse(context)
  const reader = await aReader(context, course, { sendTime: '07:00', firstName: 'Ruth' })
  await claimAllDue(context, context.clock.now())
  const before = await standing(reader, course)
  await ask(course, {
    email: reader.email,
    first_name: 'Mallory',
    timezone: 'Asia/Tokyo',
    send_time: '23:00',
  })
  const mails = await mailsTo(reader.email)
  expect(mails.map(({ kind }) => kind).sort()).toEqual(['lesson', 'welcome_back'])
  const welcome = mails.find(({ kind }) => kind === 'welcome_back')
  expect(welcome!.slot_values).toMatchObject({ firstName: 'Ruth', had: '1', of: '5' })
  expect(welcome!.slot_values!.next).toBe('The next letter comes tomorrow, Tuesday, at 7:00.')
  expect(await standing(reader, course)).toEqual(before)
})

test('signing up again ends a pause, at the reader’s own hour', async () => {
  const course = await aCourse(context)
  const reader = await aReader(context, course, { sendTime: '07:00' })
  await claimAllDue(context, context.clock.now())
  await pause(db(), reader.enrollment, undefined, context.clock.now())
  await ask(course, { email: reader.email, send_time: '23:00' })
  expect((await standing(reader, course))!).toMatchObject({
    paused_at: null,
    send_time: '07:00',
    next_due_at: new Date('2027-03-09T06:00:00Z'),
  })
  const [, welcome] = await mailsTo(reader.email)
  expect(welcome!.slot_values!.next).toBe('The next letter comes tomorrow, Tuesday, at 7:00.')
})

test('a reader held by a person is told so and stays held', async () => {
  const course = await aCourse(context)
  const reader = await aReader(context, course)
  await db()
    .updateTable('enrollments')
    .set({
      held_at: context.clock.now(),
      held_reason: 'care',
      paused_at: context.clock.now(),
      next_due_at: null,
    })
    .where('id', '=', reader.enrollment)
    .execute()
  await ask(course, { email: reader.email })
  expect(await standing(reader, course)).toMatchObject({ next_due_at: null, held_reason: 'care' })
  expect((await mailsTo(reader.email))[0]!.slot_values!.next).toMatch(/^Nothing is on its way just now\./)
})

test('who unsubscribed, or had all of it, is asked to confirm again', async () => {
  const course = await aCourse(context)
  const gone = await aReader(context, course)
  await unsubscribe(db(), gone.id, context.clock.now())
  await ask(course, { email: gone.email })
  expect(await kindsTo(gone.email)).toEqual(['confirmation'])
  const finished = await aReader(context, course)
  await db()
    .updateTable('enrollments')
    .set({ completed_at: context.clock.now(), next_due_at: null })
    .where('id', '=', finished.enrollment)
    .execute()
  await ask(course, { email: finished.email })
  expect(await kindsTo(finished.email)).toEqual(['confirmation'])
})

test('being in one course says nothing about another', async () => {
  const [one, other] = [await aCourse(context), await aCourse(context)]
  const reader = await aReader(context, one)
  await ask(other, { email: reader.email })
  expect(await kindsTo(reader.email)).toEqual(['confirmation'])
})

test('an address gets three such mails an hour, whichever they are, and a suppressed one none', async () => {
  const course = await aCourse(context)
  const reader = await aReader(context, course)
  await Promise.all(Array.from({ length: 5 }, () => ask(course, { email: reader.email })))
  expect(await kindsTo(reader.email)).toEqual(['welcome_back', 'welcome_back', 'welcome_back'])
  context.clock.set('2027-03-08T16:00:01Z')
  await ask(course, { email: reader.email })
  expect(await kindsTo(reader.email)).toHaveLength(4)
  await suppress(db(), context.secrets.hashOf(reader.email), 'complained', context.clock.now())
  await ask(course, { email: reader.email })
  expect(await kindsTo(reader.email)).toHaveLength(4)
})

test('a reader’s own pace, within the course’s, is followed by what is claimed', async () => {
  const course = await aCourse(context, { paceChoice: true, weekdays: [1, 2, 3, 4, 5] })
  await ask(course, {
    email: 'slow@readers.test',
    send_time: '09:00',
    weekdays: ['2', '5', '7'],
    every_days: '2',
  })
  const signup = await db()
    .selectFrom('signups')
    .selectAll()
    .where('email', '=', 'slow@readers.test')
    .executeTakeFirstOrThrow()
  expect(signup).toMatchObject({ weekdays: [2, 5], every_days: 2 })
  await confirmSignup(context, context.secrets.token('confirmation', signup.id), nobody, context.clock.now())
  const days: string[] = []
  for (let day = 0; day < 12; day++) {
    const before = (await mailsTo('slow@readers.test')).length
    await claimAllDue(context, context.clock.now())
    if ((await mailsTo('slow@readers.test')).length > before)
      days.push(context.clock.now().toISOString().slice(0, 10))
    context.clock.set(new Date(context.clock.now().getTime() + 86_400_000))
  }
  // The first on confirming, a Monday; then Fridays and Tuesdays, two days apart at least: a Tuesday next to the Monday is too soon.
  expect(days).toEqual(['2027-03-08', '2027-03-12', '2027-03-16', '2027-03-19'])
})

test('a pace is taken only where the course offers it, never faster, and only if it differs', async () => {
  const fixed = signupInput((await aCourse(context)).revision)
  const base = { email: 'a@readers.test', timezone: 'Europe/Berlin' }
  expect(fixed.parse({ ...base, weekdays: ['1'], every_days: '3' })).toMatchObject({
    weekdays: null,
    every_days: null,
  })
  const free = signupInput((await aCourse(context, { paceChoice: true, everyDays: 2 })).revision)
  expect(free.safeParse({ ...base, every_days: '1' }).error!.issues[0]!.message).toBe(
    'Please choose the days from the list.',
  )
  expect(
    free.parse({ ...base, every_days: '2', weekdays: ['1', '2', '3', '4', '5', '6', '7'] }),
  ).toMatchObject({
    weekdays: null,
    every_days: null,
  })
  expect(free.parse({ ...base, every_days: 7, weekdays: '3' })).toMatchObject({
    weekdays: [3],
    every_days: 7,
  })
})
