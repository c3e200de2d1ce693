import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerReply } from '../../src/replies/answer-reply.ts'
import { addNote } from '../../src/replies/notes.ts'
import { forgetReplies } from '../../src/replies/forget-replies.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aCourseContent, aReader } from '../support/course.ts'
import { aReply } from './a-reply.ts'

const A_DAY = 86_400_000
const START = new Date('2027-01-11T15:00:00Z')
const after = (days: number) => new Date(START.getTime() + days * A_DAY)

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())

const findReply = (id: string) =>
  context.db.kysely.selectFrom('replies').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const isErased = async (id: string) => (await findReply(id)).erased_at !== null
const countOf = async (table: 'reply_attachments' | 'reply_notes' | 'reply_presence', id: string) =>
  (await context.db.kysely.selectFrom(table).select('reply_id').where('reply_id', '=', id).execute()).length

async function aReplyTo(repliesKeptDays: number | null, received_at = START) {
  context.clock.set(received_at)
  const course = await aCourse(context, { repliesKeptDays })
  const reader = await aReader(context, course)
  const id = await aReply(context, {
    received_at,
    subscriber_id: reader.id,
    enrollment_id: reader.enrollment,
    revision_id: course.revision.id,
    lesson_id: course.revision.lessons[0]!.lessonId,
  })
  return { id, course, reader }
}

test('after its days nothing of a reply is left but that it came', async () => {
  const { id } = await aReplyTo(30)
  const { id: kept } = await aReplyTo(null)
  expect(await forgetReplies(context, after(29.9))).toBe(0)
  expect(await isErased(id)).toBe(false)
  expect(await forgetReplies(context, after(30.9))).toBe(1)
  expect(await findReply(id)).toMatchObject({
    raw_sealed: null,
    content_sealed: null,
    care_because_sealed: null,
    erased_at: after(30.9),
    received_at: START,
    care_at: START,
  })
  for (const table of ['reply_attachments', 'reply_notes', 'reply_presence'] as const) {
    expect(await countOf(table, id)).toBe(0)
    expect(await countOf(table, kept)).toBe(1)
  }
  expect((await findReply(kept)).content_sealed).not.toBeNull()
})

test('the shorter promise holds: the one made when it was written, or the one of today', async () => {
  const periods = [null, 2, 40]
  const ages = [1.9, 2, 39, 40, 4000]
  const made: { id: string; expected: boolean; about: string }[] = []
  const now = new Date('2041-05-05T12:00:00Z')
  for (const came of periods)
    for (const today of periods)
      for (const age of ages) {
        const { id, course } = await aReplyTo(came, new Date(now.getTime() - age * A_DAY))
        if (came !== today) await course.publish(aCourseContent({ repliesKeptDays: today }))
        const days = Math.min(came ?? Infinity, today ?? Infinity)
        made.push({ id, expected: age >= days, about: `${came} then, ${today} today, ${age} days old` })
      }
  await forgetReplies(context, now, { atOnce: 4 })
  const found = await Promise.all(made.map(async ({ id, about }) => ({ about, erased: await isErased(id) })))
  expect(found).toEqual(made.map(({ about, expected }) => ({ about, erased: expected })))
})

test('it is done once a day, and a second time changes nothing', async () => {
  const now = new Date('2042-01-01T00:10:00Z')
  await forgetReplies(context, now)
  const { id } = await aReplyTo(1, new Date('2041-12-01T00:00:00Z'))
  expect(await forgetReplies(context, new Date('2042-01-01T23:59:00Z'))).toBe(0)
  const nextDay = new Date('2042-01-02T00:00:00Z')
  expect(await forgetReplies(context, nextDay)).toBe(1)
  await forgetReplies(context, new Date('2042-01-03T00:00:00Z'))
  expect((await findReply(id)).erased_at).toEqual(nextDay)
})

test('a note written on a reply whose words are gone goes with the next day', async () => {
  const { id } = await aReplyTo(1, new Date('2042-02-01T00:00:00Z'))
  await forgetReplies(context, new Date('2042-02-03T00:00:00Z'))
  await addNote(context, id, { body: 'Called her.', by: 'mo@example.org' }, new Date('2042-02-03T12:00:00Z'))
  expect(await countOf('reply_notes', id)).toBe(1)
  await forgetReplies(context, new Date('2042-02-04T00:00:00Z'))
  expect(await countOf('reply_notes', id)).toBe(0)
})

test('an answer’s words go with the reply, and the mail’s once nothing can need them for another try', async () => {
  const { id } = await aReplyTo(10, new Date('2043-01-01T00:00:00Z'))
  const answeredAt = new Date('2043-01-10T12:00:00Z')
  const answer = { body: 'We read you, every word.', authorName: 'Ana', by: 'ana@example.org' }
  expect(await answerReply(context, id, answer, answeredAt)).toEqual({ answered: true })
  const mail = () =>
    context.db.kysely
      .selectFrom('deliveries as d')
      .innerJoin('answers as a', 'a.id', 'd.answer_id')
      .select([
        'd.batch_id',
        'd.sealed_mail',
        'd.to_address',
        'd.erased_at',
        'a.body_sealed',
        'a.answered_at',
      ])
      .where('a.reply_id', '=', id)
      .executeTakeFirstOrThrow()
  const before = await mail()

  await forgetReplies(context, new Date('2043-01-12T00:00:00Z'))
  expect(await mail()).toEqual({ ...before, body_sealed: null })

  await context.db.kysely
    .updateTable('batches')
    .set({ submitted_at: new Date('2043-01-12T01:00:00Z') })
    .where('id', '=', before.batch_id)
    .execute()
  await forgetReplies(context, new Date('2043-01-13T00:00:00Z'))
  expect((await mail()).sealed_mail).toHaveLength(0)
  expect((await mail()).answered_at).toEqual(answeredAt)
})

test('what belongs to no course goes with the longest of the courses, and stays while one keeps for ever', async () => {
  const fresh = await testContext()
  try {
    fresh.clock.set(START)
    await aCourse(fresh, { repliesKeptDays: 5 })
    const forEver = await aCourse(fresh, { repliesKeptDays: null })
    await aReply(fresh)
    expect(await forgetReplies(fresh, after(500))).toBe(0)
    await forEver.publish(aCourseContent({ repliesKeptDays: 600 }))
    expect(await forgetReplies(fresh, after(599))).toBe(0)
    expect(await forgetReplies(fresh, after(600))).toBe(1)
  } finally {
    await fresh.db.close()
  }
})
