import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

/**
 * Nobody has to do anything about it any more. Idempotent: who closed it first stays on record. A reply in care is not
 * closed by this; that is a decision of its own (`closeCare`).
 * @returns whether it is closed now
 */
export async function closeReply(
  db: Kysely<Schema>,
  replyId: string,
  by: string,
  now: Date,
): Promise<boolean> {
  await db
    .updateTable('replies')
    .set({ archived_at: now, archived_by: by, snoozed_until: null })
    .where('id', '=', replyId)
    .where('archived_at', 'is', null)
    .where((eb) => eb.or([eb('care_at', 'is', null), eb('care_closed_at', 'is not', null)]))
    .execute()
  const row = await db
    .selectFrom('replies')
    .select('archived_at')
    .where('id', '=', replyId)
    .executeTakeFirst()
  return Boolean(row?.archived_at)
}

export async function reopenReply(db: Kysely<Schema>, replyId: string): Promise<void> {
  await db
    .updateTable('replies')
    .set({ archived_at: null, archived_by: null })
    .where('id', '=', replyId)
    .execute()
}
