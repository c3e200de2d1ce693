import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/db/new-id.ts'
import { claimDueLessons } from '../../src/enrollments/claim-due-lessons.ts'
import { countByPrompt } from '../../src/replies/figures.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aReader, publishCourse } from '../web/admin/studio-for-tests.ts'
import { aReplyTo } from './a-reply-to.ts'

const READERS = 5
let context: TestContext
let readers: string[]
beforeAll(async () => {
  context = await testContext()
  const course = await publishCourse(context)
  readers = []
  for (let i = 0; i < READERS; i++)
    readers.push(await aReader(context, course, { email: `r${i}@example.org`, firstName: null }))
  await claimDueLessons(context, context.clock.now())
})
afterAll(() => context.db.close())

const minutes = (count: number) => new Date(context.clock.now().getTime() + count * 60_000)

/** Of one reader: when the lesson was delivered, if it was, and what came back. */
const reader = fc.record({
  delivered: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  replies: fc.array(
    fc.record({
      after: fc.integer({ min: 101, max: 5000 }),
      kind: fc.constantFrom(
        'own',
        'automatic',
        'apart',
        'unsubscribe',
        'pause',
        'answered',
        'closed',
        'snoozed',
        'erased',
      ),
    }),
    { maxLength: 4 },
  ),
})

test('the figures are what a plain recount of the rows gives, whatever came', async () => {
  const { db } = context
  await fc.assert(
    fc.asyncProperty(fc.array(reader, { minLength: READERS, maxLength: READERS }), async (plan) => {
      await db.kysely.deleteFrom('replies').execute()
      for (const [i, { delivered, replies }] of plan.entries()) {
        await db.kysely
          .updateTable('deliveries')
          .set({ delivered_at: delivered === null ? null : minutes(delivered) })
          .where('kind', '=', 'lesson')
          .where('to_address', '=', `r${i}@example.org`)
          .execute()
        for (const { after, kind } of replies) {
          const at = minutes(after)
          await aReplyTo(context, readers[i]!, 'words', {
            row: {
              received_at: at,
              automatic: kind === 'automatic',
              ...(kind === 'apart' && { quarantined_at: at }),
              ...((kind === 'unsubscribe' || kind === 'pause') && { command: kind }),
              ...(kind === 'answered' && { answered_at: at }),
              ...(kind === 'closed' && { archived_at: at }),
              ...(kind === 'snoozed' && { snoozed_until: minutes(9000) }),
              ...(kind === 'erased' && { erased_at: at }),
            },
          })
        }
      }
      const counted = (kind: string) => !['automatic', 'apart', 'unsubscribe', 'pause'].includes(kind)
      const had = plan.filter(({ delivered }) => delivered !== null)
      const firsts = had
        .map(({ delivered, replies }) =>
          Math.min(...replies.filter(({ kind }) => counted(kind)).map(({ after }) => after - delivered!)),
        )
        .filter(Number.isFinite)
        .sort((a, b) => a - b)
      const half = firsts.length / 2
      const median =
        firsts.length === 0 ? null : ((firsts[Math.ceil(half) - 1]! + firsts[Math.floor(half)]!) / 2) * 60
      const all = plan.flatMap(({ replies }) => replies).filter(({ kind }) => counted(kind))
      const [listen, rest] = await countByPrompt(db.kysely)
      expect(listen).toMatchObject({
        subject: 'Listen',
        delivered: had.length,
        wrote_back: firsts.length,
        replies: all.length,
        waiting: all.filter(({ kind }) => kind === 'own' || kind === 'snoozed').length,
      })
      if (median === null) expect(listen!.median_seconds).toBeNull()
      else expect(listen!.median_seconds).toBeCloseTo(median, 3)
      expect(rest).toMatchObject({
        delivered: 0,
        wrote_back: 0,
        replies: 0,
        median_seconds: null,
        waiting: 0,
      })
    }),
    { numRuns: 25 },
  )
})

test('whoever began the course again is one reader, and a reply from before a delivery is no answer to it', async () => {
  const { db } = context
  await db.kysely.deleteFrom('replies').execute()
  await db.kysely.updateTable('deliveries').set({ delivered_at: null }).execute()
  const { id, batch_id, place, ...first } = await db.kysely
    .selectFrom('deliveries')
    .selectAll()
    .where('to_address', '=', 'r0@example.org')
    .where('kind', '=', 'lesson')
    .executeTakeFirstOrThrow()
  await db.kysely
    .updateTable('deliveries')
    .set({ delivered_at: minutes(10) })
    .where('id', '=', id)
    .execute()
  await db.kysely
    .insertInto('deliveries')
    .values({
      ...first,
      id: newId(context.clock.now()),
      batch_id,
      place: place + 50,
      run: 2,
      slot_values: JSON.stringify(first.slot_values),
      extra_headers: JSON.stringify(first.extra_headers),
      delivered_at: minutes(5000),
    })
    .execute()
  await aReplyTo(context, readers[0]!, 'early', { row: { received_at: minutes(5) } })
  expect((await countByPrompt(db.kysely))[0]).toMatchObject({ delivered: 1, wrote_back: 0, replies: 1 })
  await aReplyTo(context, readers[0]!, 'late', { row: { received_at: minutes(70) } })
  expect((await countByPrompt(db.kysely))[0]).toMatchObject({
    delivered: 1,
    wrote_back: 1,
    replies: 2,
    median_seconds: 3600,
  })
})
