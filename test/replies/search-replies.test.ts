import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimDueLessons } from '../../src/enrollments/claim-due-lessons.ts'
import { answerReply } from '../../src/replies/answer-reply.ts'
import { addNote } from '../../src/replies/notes.ts'
import { searchReplies } from '../../src/replies/search-replies.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aReader, publishCourse } from '../web/admin/studio-for-tests.ts'
import { aReplyTo } from './a-reply-to.ts'

let context: TestContext
let reader: string
/** The oldest first: every third of 90 speaks of the orchard, some at the same moment. */
const ids: string[] = []
beforeAll(async () => {
  context = await testContext()
  reader = await aReader(context, await publishCourse(context))
  await claimDueLessons(context, context.clock.now())
  for (let i = 0; i < 90; i++) {
    const received_at = new Date(context.clock.now().getTime() + Math.floor(i / 4) * 60_000)
    const words = i % 3 === 0 ? `Number ${i}: the Orchard was bare.` : `Number ${i}: nothing grew.`
    ids.push(await aReplyTo(context, reader, words, { row: { received_at } }))
  }
})
afterAll(() => context.db.close())

const search = (words: string, before?: string, limits = {}) =>
  searchReplies(context, { words, before }, 'laurie@example.org', context.clock.now(), limits)

test('everything is found once, the latest first, however small the batches are', async () => {
  const all = (await search('orchard bare', undefined, { atOnce: 7 })).hits.map(({ id }) => id)
  expect(all).toHaveLength(30)
  expect(new Set(all)).toEqual(new Set(ids.filter((_, i) => i % 3 === 0)))
  const whole = await search('orchard')
  expect(whole.hits.map(({ id }) => id)).toEqual(all)
  expect(whole).toMatchObject({ lookedThrough: 90, stoppedAt: undefined })
  expect(whole.hits[0]!.passage).toMatchObject({ found: 'Orchard' })
})

test('a search is bounded, says where it stopped, and goes on there without losing or repeating one', async () => {
  for (const limits of [{ most: 20 }, { enough: 4 }, { most: 9, atOnce: 4 }, { enough: 30 }, { most: 90 }]) {
    const found: string[] = []
    let looked = 0
    for (let before: string | undefined, turns = 0; turns < 40; turns++) {
      const some = await search('orchard', before, limits)
      expect(some.hits.length).toBeLessThanOrEqual(limits.enough ?? 50)
      expect(some.lookedThrough).toBeLessThanOrEqual(limits.most ?? 10_000)
      found.push(...some.hits.map(({ id }) => id))
      looked += some.lookedThrough
      before = some.stoppedAt
      if (!before) break
    }
    expect([limits, found.length, new Set(found).size, looked]).toEqual([limits, 30, 30, 90])
  }
})

test('our answers, notes and the sender are searched too; what is in none of them is not found', async () => {
  await answerReply(
    context,
    ids[1]!,
    { body: 'Plant quinces, then.', authorName: 'Laurie', by: 'laurie@example.org' },
    context.clock.now(),
  )
  await addNote(context, ids[2]!, { body: 'Speaks of medlars', by: 'mo@example.org' }, context.clock.now())
  expect((await search('QUINCES')).hits).toEqual([
    { id: ids[1], where: 'answer', passage: { before: 'Plant ', found: 'quinces', after: ', then.' } },
  ])
  expect((await search('medlars')).hits).toMatchObject([{ id: ids[2], where: 'note' }])
  expect((await search('ann@example.org "number 5:"')).hits).toMatchObject([{ id: ids[5] }])
  expect((await search('persimmon')).hits).toEqual([])
  expect((await search('   ')).lookedThrough).toBe(0)
})

test('whoever finds one is on record as having read it; whoever finds nothing read nothing', async () => {
  await context.db.kysely.deleteFrom('reply_reads').execute()
  await search('persimmon')
  expect(await context.db.kysely.selectFrom('reply_reads').selectAll().execute()).toEqual([])
  await search('"number 7:"')
  expect(await context.db.kysely.selectFrom('reply_reads').selectAll().execute()).toMatchObject([
    { reply_id: ids[7], read_by: 'laurie@example.org' },
  ])
})

test('one that cannot be opened is counted, and hides none of the others', async () => {
  const { kysely } = context.db
  const damaged = ids[3]!
  const { content_sealed } = await kysely
    .selectFrom('replies')
    .select('content_sealed')
    .where('id', '=', damaged)
    .executeTakeFirstOrThrow()
  const put = (bytes: Buffer | null) =>
    kysely.updateTable('replies').set({ content_sealed: bytes }).where('id', '=', damaged).execute()
  await put(Buffer.alloc(80, 7))
  const found = await search('orchard')
  await put(content_sealed)
  expect(found.hits).toHaveLength(29)
  expect(found).toMatchObject({ lookedThrough: 90, unreadable: 1 })
})

test('nothing of what was looked for or found stands in the database in clear', async () => {
  await search('orchard')
  const { pool } = context.db
  const tables = await pool.query("select tablename from pg_tables where schemaname = 'public'")
  for (const { tablename } of tables.rows) {
    const { rows } = await pool.query(`select t::text as row from "${tablename}" t`)
    for (const { row } of rows) {
      expect(row.toLowerCase()).not.toContain('orchard')
      expect(row).not.toContain(Buffer.from('rchard').toString('hex'))
    }
  }
})
