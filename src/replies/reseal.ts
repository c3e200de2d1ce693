import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import type { Secrets } from '../secrets.ts'
import { ADDRESS_KEY, sealedKey } from '../subscribers/address-key.ts'

type Db = Kysely<Schema>

/** Everything at rest that SECRET_KEY seals; a test holds this against the tables. */
export const SEALED: readonly { table: string; column: string }[] = [
  { table: 'replies', column: 'raw_sealed' },
  { table: 'replies', column: 'content_sealed' },
  { table: 'replies', column: 'care_because_sealed' },
  { table: 'reply_attachments', column: 'about_sealed' },
  { table: 'reply_attachments', column: 'content_sealed' },
  { table: 'reply_notes', column: 'body_sealed' },
  { table: 'answers', column: 'body_sealed' },
  { table: 'deliveries', column: 'sealed_mail' },
  { table: 'enrollments', column: 'leaving_words_sealed' },
]

export interface Resealed {
  resealed: number
  /** Sealed with a key that SECRET_KEY does not name, or damaged. They are left as they are. */
  unreadable: { table: string; column: string; id: string }[]
  /** Sealed under an older key while this ran: some process still has it in front. */
  appeared: number
  /** When everything was first found under the newest key. Null while something is not. */
  since: Date | null
}

/**
 * Seals everything under the newest key, beside a running system: a row that changes meanwhile is left as it has become. Stopped in
 * the middle, the next run goes on with what is left.
 * @param onProgress told, and waited for, after each page of a column
 */
export async function reseal(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  now: Date,
  onProgress: (progress: { table: string; column: string; done: number; of: number }) => unknown = () => {},
  { atOnce = 500 } = {},
): Promise<Resealed> {
  const unreadable: Resealed['unreadable'] = []
  let resealed = 0
  for (const at of SEALED) {
    const of = await countOlder(db.kysely, secrets, at)
    let after = '00000000-0000-0000-0000-000000000000'
    for (let done = 0; ; ) {
      const ids = await listOlder(db.kysely, secrets, at, after, atOnce)
      if (ids.length === 0) break
      for (const id of ids) {
        const outcome = await resealOne(db.kysely, secrets, at, id)
        if (outcome === 'unreadable') unreadable.push({ ...at, id })
        if (outcome === 'resealed') resealed += 1
      }
      after = ids.at(-1)!
      done += ids.length
      await onProgress({ ...at, done, of })
    }
  }
  await db.kysely
    .updateTable('settings')
    .set({ value: sealedKey(secrets, secrets.addressKey) })
    .where('key', '=', ADDRESS_KEY)
    .execute()
  let left = 0
  for (const at of SEALED) left += await countOlder(db.kysely, secrets, at)
  const since = left === 0 ? await rememberDone(db.kysely, secrets, now) : null
  return { resealed, unreadable, appeared: Math.max(0, left - unreadable.length), since }
}

type At = (typeof SEALED)[number]

const columnOf = (at: At) => sql.ref(at.column)
// Erased mails have an empty one.
const isOlder = (secrets: Secrets, at: At) =>
  sql`octet_length(${columnOf(at)}) > 0 and substring(${columnOf(at)} from 1 for 4) <> ${secrets.sealingKeyId}::bytea`

async function countOlder(db: Db, secrets: Secrets, at: At): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(at.table)} where ${isOlder(secrets, at)}`.execute(db)
  return rows[0]!.count
}

async function listOlder(db: Db, secrets: Secrets, at: At, after: string, atOnce: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(at.table)} where id > ${after}::uuid and ${isOlder(secrets, at)}
    order by id limit ${atOnce}`.execute(db)
  return rows.map((row) => row.id)
}

/** One at a time: an attachment may be as large as memory allows a few of. */
async function resealOne(
  db: Db,
  secrets: Secrets,
  at: At,
  id: string,
): Promise<'resealed' | 'unreadable' | 'changed'> {
  const { rows } = await sql<{ sealed: Buffer | null }>`
    select ${columnOf(at)} as sealed from ${sql.table(at.table)} where id = ${id}`.execute(db)
  const sealed = rows[0]?.sealed
  if (!sealed?.length) return 'changed'
  let plain: Buffer
  try {
    plain = secrets.unseal(sealed)
  } catch {
    return 'unreadable'
  }
  // Key id, nonce and tag: no two sealed values begin alike.
  const head = sealed.subarray(0, 32)
  const { numAffectedRows } = await sql`
    update ${sql.table(at.table)} set ${columnOf(at)} = ${secrets.seal(plain)}::bytea
    where id = ${id} and substring(${columnOf(at)} from 1 for 32) = ${head}::bytea`.execute(db)
  return numAffectedRows === 1n ? 'resealed' : 'changed'
}

/** The first time for this key; a second run does not put it off. */
async function rememberDone(db: Db, secrets: Secrets, now: Date): Promise<Date> {
  const key = secrets.sealingKeyId.toString('hex')
  const row = await db.selectFrom('settings').select('value').where('key', '=', 'resealed').executeTakeFirst()
  const known = row?.value as { key: string; at: string } | undefined
  if (known?.key === key) return new Date(known.at)
  const value = JSON.stringify({ key, at: now })
  await db
    .insertInto('settings')
    .values({ key: 'resealed', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return now
}
