/** What is loaded to show a conversation, which may be long, of messages which may be large. */
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimDueLessons } from '../../src/enrollments/claim-due-lessons.ts'
import { listConversation } from '../../src/rights/list-conversation.ts'
import { listTeamMarks } from '../../src/rights/team-marks.ts'
import { findConversation } from '../../src/web/admin/replies/find-conversation.ts'
import { listHistory } from '../../src/web/admin/replies/list-history.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aReader, publishCourse } from '../web/admin/studio-for-tests.ts'
import { aReplyTo } from './a-reply-to.ts'

let context: TestContext
let reader: string
/** The oldest first, a minute apart. */
const ids: string[] = []
beforeAll(async () => {
  context = await testContext()
  reader = await aReader(context, await publishCourse(context))
  const now = context.clock.now()
  await claimDueLessons(context, now)
  for (let i = 0; i < 60; i++)
    ids.push(
      await aReplyTo(context, reader, `Words ${i}`, { row: { received_at: new Date(+now + i * 60_000) } }),
    )
})
afterAll(() => context.db.close())

const by = 'laurie@example.org'

test('the latest fifty from before are opened beside a reply, in order, and only they are noted as read', async () => {
  const found = (await findConversation(context, ids[57]!, by, context.clock.now()))!
  expect(found.earlier.map((one) => one.content!.reply)).toEqual(
    Array.from({ length: 50 }, (_, i) => `Words ${i + 7}`),
  )
  expect(found.hasMoreEarlier).toBe(true)
  expect(found.later.map(({ id }) => id)).toEqual([ids[59], ids[58]])
  const reads = await context.db.kysely.selectFrom('reply_reads').select('reply_id').execute()
  expect(new Set(reads.map((read) => read.reply_id))).toEqual(new Set(ids.slice(7, 58)))
  expect(reads).toHaveLength(51)
  const early = (await findConversation(context, ids[50]!, by, context.clock.now()))!
  expect([early.earlier.length, early.hasMoreEarlier]).toEqual([50, false])
})

test('no list of replies loads the raw messages', async () => {
  const columns = new Set<string>()
  const watch: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      for (const row of result.rows) for (const name of Object.keys(row)) columns.add(name)
      return result
    },
  }
  const watched = { ...context, db: { ...context.db, kysely: context.db.kysely.withPlugin(watch) } }
  const found = (await findConversation(watched, ids[59]!, by, context.clock.now()))!
  expect(await listHistory(watched.db.kysely, found.reply.row.enrollment_id!)).toHaveLength(61)
  expect(await listConversation(watched, reader)).toHaveLength(60)
  expect((await listTeamMarks(watched, ids)).size).toBe(60)
  expect(columns).toContain('content_sealed')
  expect(columns).not.toContain('raw_sealed')
  expect(columns).not.toContain('sealed_mail')
})
