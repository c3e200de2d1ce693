import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleBatch } from '../../src/deliveries/settle-batch.ts'
import { claimDueLessons } from '../../src/enrollments/claim-due-lessons.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader } from '../support/course.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())

async function aBatchToLookAt() {
  const course = await aCourse(context)
  for (let i = 0; i < 3; i += 1) await aReader(context, course)
  const { batches } = await claimDueLessons(context, context.clock.now())
  const id = batches[0]!.id
  await context.db.pool.query(
    'update batches set needs_look_at = now(), in_doubt_since = now() where id = $1',
    [id],
  )
  return id
}
const rows = async (id: string) =>
  (
    await context.db.pool.query(
      'select place, submitted_at is not null as left from deliveries where batch_id = $1 order by place',
      [id],
    )
  ).rows

test('what left is over', async () => {
  const id = await aBatchToLookAt()
  expect(await settleBatch(context.db.kysely, id, 'sent', context.clock.now())).toBeUndefined()
  expect((await rows(id)).map((row) => row.left)).toEqual([true, true, true])
  expect(await settleBatch(context.db.kysely, id, 'again', context.clock.now())).toBeUndefined()
})

test('what never left goes under a new key, without those who are known to have it', async () => {
  const id = await aBatchToLookAt()
  await context.db.pool.query(
    'update deliveries set submitted_at = now() where batch_id = $1 and place = 1',
    [id],
  )
  const again = await settleBatch(context.db.kysely, id, 'again', context.clock.now())
  expect(again!.id).not.toBe(id)
  expect((await rows(again!.id)).map((row) => row.place)).toEqual([0, 1])
  expect(await rows(id)).toEqual([{ place: 1, left: true }])
})
