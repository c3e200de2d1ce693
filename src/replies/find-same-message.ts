import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { bodyOf } from './rebuilt.ts'

/** Copies come within days of each other; a sender who uses one id for everything is not looked through to the end. */
const AT_MOST = 5
/** Bytes that the ways of two copies, and sealing, may make of a difference. */
const HEADERS_DIFFER_BY = 65_536

/**
 * The same message under another id of Resend: the same Message-ID, which a program may use twice, and the same body.
 * `settled`: it is known whose that one is, or a person has closed it.
 */
export async function findSameMessage(
  trx: Kysely<Schema>,
  secrets: Context['secrets'],
  { id, messageId, raw }: { id: string; messageId: string | null; raw: Buffer },
): Promise<{ id: string; settled: boolean } | undefined> {
  if (!messageId) return undefined
  // Both copies may be worked on at this moment.
  await sql`select pg_advisory_xact_lock(hashtextextended(${messageId}, 0))`.execute(trx)
  const others = await trx
    .selectFrom('replies')
    .select(['id', 'matched_by', 'subscriber_id', 'archived_at'])
    .where('message_id', '=', messageId)
    .where('id', '!=', id)
    .where(sql<boolean>`abs(octet_length(raw_sealed) - ${raw.length}::int) < ${HEADERS_DIFFER_BY}::int`)
    .orderBy('id', 'desc')
    .limit(AT_MOST)
    .execute()
  // The headers of two copies differ in the way they took.
  const body = bodyOf(raw)
  // One after the other: each may have 25 MB.
  for (const other of others) {
    const { raw_sealed } = await trx
      .selectFrom('replies')
      .select('raw_sealed')
      .where('id', '=', other.id)
      .executeTakeFirstOrThrow()
    if (raw_sealed && bodyOf(secrets.unseal(raw_sealed)).equals(body))
      return { id: other.id, settled: Boolean(other.matched_by ?? other.subscriber_id ?? other.archived_at) }
  }
  return undefined
}
