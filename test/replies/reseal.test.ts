import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerReply } from '../../src/replies/answer-reply.ts'
import { openContent, openWords } from '../../src/replies/reply.ts'
import { reseal, SEALED } from '../../src/replies/reseal.ts'
import { StartError } from '../../src/start-error.ts'
import { openSecretsOf } from '../../src/subscribers/address-key.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader } from '../support/course.ts'
import { aReply, WORDS } from './a-reply.ts'

const OLD = 'the older key of more than thirty-two characters'
const NEW = 'the newer key of more than thirty-two characters'
const NOW = new Date('2027-03-08T15:00:00Z')

let context: TestContext
let replyId: string
beforeAll(async () => {
  context = await testContext({ env: { SECRET_KEY: OLD } })
  await openSecretsOf(context.db.kysely, [OLD])
  const course = await aCourse(context)
  const reader = await aReader(context, course)
  replyId = await aReply(context, { subscriber_id: reader.id, revision_id: course.revision.id })
  await answerReply(context, replyId, { body: 'We read you.', authorName: 'Ana', by: 'ana' }, NOW)
  await context.db.kysely
    .updateTable('enrollments')
    .set({ leaving_words_sealed: context.secrets.seal('It was too much.') })
    .where('id', '=', reader.enrollment)
    .execute()
})
afterAll(() => context.db.close())

const rotated = async () => ({
  ...context,
  secrets: await openSecretsOf(context.db.kysely, [NEW, OLD]),
})
/** Under which key each sealed value rests: column → key ids. */
async function keyIds(): Promise<Set<string>> {
  const ids = new Set<string>()
  for (const { table, column } of SEALED) {
    const { rows } = await sql<{ id: string }>`
      select encode(substring(${sql.ref(column)} from 1 for 4), 'hex') as id from ${sql.table(table)}
      where octet_length(${sql.ref(column)}) > 0`.execute(context.db.kysely)
    expect([table, column, rows.length > 0]).toEqual([table, column, true])
    for (const { id } of rows) ids.add(id)
  }
  return ids
}

test('every sealed column is known to it', async () => {
  const { rows } = await context.db.pool.query(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and data_type = 'bytea' and column_name like '%sealed%'`,
  )
  const names = (columns: readonly { table: string; column: string }[]) =>
    columns.map(({ table, column }) => `${table}.${column}`).toSorted()
  expect(names(SEALED)).toEqual(names(rows))
})

test('after a rotation everything opens with the new key alone, and addresses are still recognised', async () => {
  const before = context.secrets.hashOf('ruth@readers.test')
  expect(await keyIds()).toEqual(new Set([context.secrets.sealingKeyId.toString('hex')]))
  const both = await rotated()
  const progress: string[] = []
  const result = await reseal(both, NOW, ({ table, column, done, of }) =>
    progress.push(`${table}.${column} ${done}/${of}`),
  )
  expect(result).toEqual({ resealed: SEALED.length, unreadable: [], appeared: 0, since: NOW })
  expect(progress).toContain('replies.raw_sealed 1/1')
  expect(await keyIds()).toEqual(new Set([both.secrets.sealingKeyId.toString('hex')]))

  const alone = await openSecretsOf(context.db.kysely, [NEW])
  const row = await context.db.kysely
    .selectFrom('replies')
    .selectAll()
    .where('id', '=', replyId)
    .executeTakeFirstOrThrow()
  expect(openContent(alone, row.content_sealed)?.reply).toBe(WORDS.reply)
  const note = await context.db.kysely
    .selectFrom('reply_notes')
    .select('body_sealed')
    .executeTakeFirstOrThrow()
  expect(openWords(alone, note.body_sealed)).toBe(WORDS.note)
  expect(alone.hashOf('Ruth@readers.test')).toEqual(before)

  // A second run finds nothing to do, and does not put off the day the old key may go.
  const later = new Date('2027-05-01T00:00:00Z')
  expect(await reseal(both, later)).toEqual({ resealed: 0, unreadable: [], appeared: 0, since: NOW })
})

test('a start with a key that does not open the database ends in a sentence that says the way out', async () => {
  const stranger = openSecretsOf(context.db.kysely, ['quite another key of more than thirty-two characters'])
  await expect(stranger).rejects.toThrow(StartError)
  await expect(stranger).rejects.toThrow('behind the new one, with a comma between')
})

test('stopped in the middle it goes on with what is left; what no key opens is named and left as it is', async () => {
  const both = await rotated()
  const ids = await Promise.all(
    Array.from({ length: 7 }, () => aReply(context, { care_because_sealed: null })),
  )
  const stop = new Error('the machine went down')
  const stopped = reseal(
    both,
    NOW,
    () => {
      throw stop
    },
    { atOnce: 3 },
  )
  await expect(stopped).rejects.toBe(stop)
  const damaged = ids[5]!
  await sql`update replies set content_sealed = overlay(content_sealed placing '\xffff'::bytea from 40)
    where id = ${damaged}`.execute(context.db.kysely)
  const result = await reseal(both, NOW, undefined, { atOnce: 2 })
  expect(result).toMatchObject({
    unreadable: [{ table: 'replies', column: 'content_sealed', id: damaged }],
    appeared: 0,
    since: null,
  })
  // Seven raw messages, contents, and what hangs on them, but for the three done before and the one that cannot be.
  expect(result.resealed).toBe(7 * 5 - 3 - 1)
  await context.db.kysely.deleteFrom('replies').where('id', '=', damaged).execute()
})

test('what a process with the old key writes meanwhile is told of, and the next run takes it', async () => {
  const both = await rotated()
  await aReply(context)
  let isLate = false
  const result = await reseal(both, NOW, async ({ column }) => {
    if (column !== 'care_because_sealed' || isLate) return
    isLate = true
    await aReply(context, { care_because_sealed: null })
  })
  // Raw message and content came behind; what hangs on the reply was still to be done.
  expect(result).toMatchObject({ unreadable: [], appeared: 2, since: null })
  expect(await reseal(both, NOW)).toMatchObject({ resealed: 2, appeared: 0, since: NOW })
})

test('what is erased while it runs stays erased', async () => {
  const both = await rotated()
  const id = await aReply(context)
  let running: ReturnType<typeof reseal> | undefined
  await context.db.kysely.transaction().execute(async (trx) => {
    await trx.updateTable('replies').set({ raw_sealed: null }).where('id', '=', id).execute()
    running = reseal(both, NOW)
    // On a server it now waits for this row with the old value in hand; embedded, it has not begun.
    for (let waits = 0; waits < 100; waits += 1) {
      const { rows } = await sql`select from pg_locks where not granted`.execute(trx)
      if (rows.length > 0 || !context.db.url) break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
  await running
  const row = await context.db.kysely
    .selectFrom('replies')
    .select(['raw_sealed', 'content_sealed'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row.raw_sealed).toBeNull()
  expect(row.content_sealed!.subarray(0, 4)).toEqual(both.secrets.sealingKeyId)
})
