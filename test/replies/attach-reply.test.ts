import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { claimDueLessons } from '../../src/enrollments/claim-due-lessons.ts'
import { HELD_FOR_CARE } from '../../src/enrollments/held-for-care.ts'
import { attachReply } from '../../src/replies/attach-reply.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aReader, publishCourse } from '../web/admin/studio-for-tests.ts'
import { aReplyTo } from './a-reply-to.ts'

let context: TestContext
let ann: string
let bea: string
beforeAll(async () => {
  context = await testContext()
  const course = await publishCourse(context)
  ann = await aReader(context, course)
  bea = await aReader(context, course, { email: 'bea@example.org', firstName: 'Bea' })
  await claimDueLessons(context, context.clock.now())
})
afterAll(() => context.db.close())
beforeEach(async () => {
  await context.db.kysely.deleteFrom('replies').execute()
  await context.db.kysely
    .updateTable('enrollments')
    .set({ held_at: null, held_reason: null, next_due_at: new Date('2027-03-09T16:00:00Z') })
    .execute()
})

const apart = (extra: Parameters<typeof aReplyTo>[3] = {}) =>
  aReplyTo(context, ann, 'From work', {
    ...extra,
    row: { ...extra.row, quarantined_at: context.clock.now() },
  })
const attach = (id: string, email: string) =>
  attachReply(context, id, { email, by: 'laurie@example.org' }, context.clock.now())
const rowOf = (id: string) =>
  context.db.kysely.selectFrom('replies').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const standing = (subscriberId: string) =>
  context.db.kysely
    .selectFrom('enrollments')
    .selectAll()
    .where('subscriber_id', '=', subscriberId)
    .executeTakeFirstOrThrow()

test('theirs stays beside the lesson it was set apart beside; somebody else’s goes beside their own last lesson', async () => {
  const own = await apart()
  const before = await rowOf(own)
  expect(await attach(own, 'ann@example.org')).toEqual({ attached: true })
  expect(await rowOf(own)).toMatchObject({ delivery_id: before.delivery_id, subscriber_id: ann })
  const other = await apart()
  expect(await attach(other, 'bea@example.org')).toEqual({ attached: true })
  const moved = await rowOf(other)
  expect(moved).toMatchObject({ subscriber_id: bea, enrollment_id: (await standing(bea)).id })
  expect(moved.delivery_id).not.toBe(before.delivery_id)
})

test('a lesson that waited for this reply goes at the next send time; for a machine and for STOP it waits on', async () => {
  const { id } = await standing(ann)
  const until = new Date('2027-03-12T16:00:00Z')
  await context.db.kysely
    .updateTable('enrollments')
    .set({ waits_for_reply_until: until, next_due_at: until })
    .where('id', '=', id)
    .execute()
  await attach(await apart({ row: { automatic: true } }), 'ann@example.org')
  await attach(await apart({ content: { reply: 'STOP' } }), 'ann@example.org')
  expect((await standing(ann)).next_due_at).toEqual(until)
  await attach(await apart(), 'ann@example.org')
  expect(await standing(ann)).toMatchObject({
    waits_for_reply_until: null,
    next_due_at: new Date('2027-03-09T16:00:00Z'),
  })
})

test('signs of distress hold the course of the one whose message it is, unless a person has seen to them', async () => {
  const seenTo = await apart({ care: ['work'], row: { care_closed_at: context.clock.now() } })
  await attach(seenTo, 'bea@example.org')
  expect((await standing(bea)).held_at).toBeNull()
  await attach(await apart({ care: ['work'] }), 'bea@example.org')
  expect(await standing(bea)).toMatchObject({ held_reason: HELD_FOR_CARE, next_due_at: null })
})

test('two who say different things at once: one is right, and the message is one reader’s', async () => {
  const id = await apart()
  const said = await Promise.all([attach(id, 'ann@example.org'), attach(id, 'bea@example.org')])
  expect(said).toContainEqual({ attached: true })
  expect(said).toContainEqual({ attached: false, reason: 'not apart' })
})

test('nobody is made a reader, and what was erased stays so', async () => {
  expect(await attach(await apart(), 'eve@example.org')).toEqual({ attached: false, reason: 'nobody' })
  const gone = await apart({ row: { erased_at: context.clock.now() } })
  expect(await attach(gone, 'ann@example.org')).toEqual({ attached: false, reason: 'not apart' })
  const people = await context.db.kysely.selectFrom('subscribers').select('email').execute()
  expect(people).toHaveLength(2)
})
