import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'

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
    .select(['id', 'matched_by', 'subscriber_id', 'archived_at', 'raw_sealed'])
    .where('message_id', '=', messageId)
    .where('id', '!=', id)
    .where('raw_sealed', 'is not', null)
    .execute()
  const body = bodyOf(raw)
  const same = others.find((other) => bodyOf(secrets.unseal(other.raw_sealed!)).equals(body))
  return same && { id: same.id, settled: Boolean(same.matched_by ?? same.subscriber_id ?? same.archived_at) }
}

/** The headers of two copies differ in the way they took. */
const bodyOf = (raw: Buffer) => raw.subarray(Math.max(0, raw.indexOf('\r\n\r\n')))
