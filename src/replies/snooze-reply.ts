import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

/** Out of the way until `until`, when it waits again with its old age; null wakes it. Care is never out of the way. */
export async function snoozeReply(db: Kysely<Schema>, replyId: string, until: Date | null): Promise<void> {
  await db
    .updateTable('replies')
    .set({ snoozed_until: until })
    .where('id', '=', replyId)
    .where('archived_at', 'is', null)
    .execute()
}
