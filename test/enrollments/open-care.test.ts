/** No lesson and no letter goes while a reply in care is undecided, whatever held, ended or restarted the course before. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/db/new-id.ts'
import { pause, restart, resume } from '../../src/enrollments/change-standing.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { enroll } from '../../src/enrollments/enroll.ts'
import { undoLeaving } from '../../src/enrollments/undo.ts'
import { closeCare } from '../../src/replies/close-care.ts'
import { holdForCare } from '../../src/replies/hold-for-care.ts'
import { resumeAfterCare } from '../../src/replies/resume-after-care.ts'
import { suppress } from '../../src/subscribers/suppress.ts'
import { leaveCourse } from '../../src/subscribers/unsubscribe.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader, lessons } from '../support/course.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())

const now = () => context.clock.now()
const standing = (id: string) =>
  context.db.kysely.selectFrom('enrollments').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const set = (id: string, values: object) =>
  context.db.kysely.updateTable('enrollments').set(values).where('id', '=', id).execute()

/** Somebody who has just had the first lesson, at 15:00 UTC on a Monday. */
async function oneLesson(...keys: string[]) {
  context.clock.set('2027-01-11T15:00:00Z')
  const course = await aCourse(context, { lessons: lessons(...(keys.length ? keys : ['a', 'b', 'c'])) })
  const reader = await aReader(context, course)
  await claimAllDue(context, now())
  return { course, ...reader }
}

/** A reply in care, as receiving leaves it. */
async function care(enrollment: string): Promise<string> {
  const id = newId(now())
  const { subscriber_id } = await standing(enrollment)
  const row = { id, inbound_id: randomUUID(), enrollment_id: enrollment, subscriber_id }
  await context.db.kysely
    .insertInto('replies')
    .values({ ...row, received_at: now(), care_at: now() })
    .execute()
  await holdForCare(context.db.kysely, enrollment, now())
  return id
}

async function mailsBy(instant: string, enrollment: string) {
  context.clock.set(instant)
  await claimAllDue(context, now())
  const rows = await context.db.kysely
    .selectFrom('deliveries')
    .select('kind')
    .where('enrollment_id', '=', enrollment)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.kind)
}

const IN_CARE = { held_reason: 'care', next_due_at: null }

test('a claim holds a course that is due while care is open, so that it is seen and goes on when somebody decides', async () => {
  const { enrollment } = await oneLesson()
  const id = await care(enrollment)
  await set(enrollment, { held_at: null, held_reason: null, next_due_at: new Date('2027-01-12T07:00:00Z') })
  expect(await mailsBy('2027-01-12T07:00:00Z', enrollment)).toEqual(['lesson'])
  expect(await standing(enrollment)).toMatchObject({ ...IN_CARE, held_at: now() })
  await resumeAfterCare(context, id, 'mo@example.org', now())
  expect(await mailsBy('2027-01-13T07:00:00Z', enrollment)).toEqual(['lesson', 'lesson'])
})

test('a course that was held otherwise when care came is held for care once an author lets it go on', async () => {
  const { enrollment } = await oneLesson()
  await set(enrollment, { held_at: now(), held_reason: 'no such zone', next_due_at: null })
  const id = await care(enrollment)
  expect((await standing(enrollment)).held_reason).toBe('no such zone')
  expect(await resume(context.db.kysely, enrollment, now())).toBeNull()
  expect(await standing(enrollment)).toMatchObject(IN_CARE)
  expect(await mailsBy('2027-01-13T07:00:00Z', enrollment)).toEqual(['lesson'])
  expect(await resumeAfterCare(context, id, 'mo@example.org', now())).toEqual({
    nextDueAt: new Date('2027-01-13T07:00:00Z'),
  })
})

test('care that is decided while the course is held otherwise leaves that hold, and an author then ends it', async () => {
  const { enrollment } = await oneLesson()
  await set(enrollment, { held_at: now(), held_reason: 'no such zone', next_due_at: null })
  const id = await care(enrollment)
  expect(await resumeAfterCare(context, id, 'mo@example.org', now())).toEqual({ nextDueAt: null })
  expect((await standing(enrollment)).held_reason).toBe('no such zone')
  expect(await resume(context.db.kysely, enrollment, now())).toEqual(new Date('2027-01-12T07:00:00Z'))
})

test('a finished course that is started again is held, and so is one signed up for again', async () => {
  for (const again of ['restart', 'enroll'] as const) {
    const { id, course, enrollment } = await oneLesson('only')
    const reply = await care(enrollment)
    if (again === 'restart') expect(await restart(context.db.kysely, enrollment, now())).toBeNull()
    else
      await enroll(
        context.db.kysely,
        { id, timezone: 'Europe/Berlin' },
        course.revision,
        { sendTime: '08:00' },
        now(),
      )
    expect(await standing(enrollment)).toMatchObject({ ...IN_CARE, run: 2, completed_at: null })
    expect(await mailsBy('2027-01-13T07:00:00Z', enrollment)).toEqual(['lesson'])
    await closeCare(context, reply, 'mo@example.org', now())
    await resumeAfterCare(context, reply, 'mo@example.org', now())
    expect(await mailsBy('2027-01-14T07:00:00Z', enrollment)).toEqual(['lesson', 'lesson'])
  }
})

test('who left, wrote in distress and comes back within the hour comes back to a course that is held', async () => {
  const { enrollment } = await oneLesson()
  await leaveCourse(context.db.kysely, enrollment, now())
  await care(enrollment)
  expect((await standing(enrollment)).held_at).toBeNull()
  expect(await undoLeaving(context.db.kysely, enrollment, now())).toBeNull()
  expect(await standing(enrollment)).toMatchObject({ ...IN_CARE, unsubscribed_at: null })
})

test('who left and decided care signs up again to a course that goes on', async () => {
  const { id, course, enrollment } = await oneLesson()
  await leaveCourse(context.db.kysely, enrollment, now())
  await closeCare(context, await care(enrollment), 'mo@example.org', now())
  const person = { id, timezone: 'Europe/Berlin' }
  await enroll(context.db.kysely, person, course.revision, { sendTime: '08:00' }, now())
  expect(await standing(enrollment)).toMatchObject({
    held_at: null,
    next_due_at: new Date('2027-01-12T07:00:00Z'),
  })
})

test('no letter goes either: neither that it was the last lesson nor how a pause stands', async () => {
  const { enrollment } = await oneLesson('only')
  await care(enrollment)
  await set(enrollment, { finish_due_at: new Date('2027-01-12T07:00:00Z') })
  expect(await mailsBy('2027-01-12T07:00:00Z', enrollment)).toEqual(['lesson'])
  const other = await oneLesson()
  await care(other.enrollment)
  await set(other.enrollment, { held_at: null, held_reason: null })
  await pause(context.db.kysely, other.enrollment, undefined, now())
  expect(await mailsBy('2027-01-11T15:02:00Z', other.enrollment)).toEqual(['lesson'])
})

test('a bounce leaves a hold for care what it is; after care the course is held for the bounce', async () => {
  const { email, enrollment } = await oneLesson()
  const { db, secrets } = context
  const id = await care(enrollment)
  await suppress(db.kysely, secrets.hashOf(email), 'bounced', now())
  expect(await standing(enrollment)).toMatchObject(IN_CARE)
  expect(await resumeAfterCare(context, id, 'mo@example.org', now())).toEqual({ nextDueAt: null })
  expect(await standing(enrollment)).toMatchObject({ held_reason: 'suppressed: bounced', next_due_at: null })
})
