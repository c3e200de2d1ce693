import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

/** Says whose reply it is to look after: an admin's e-mail, or null for nobody's. */
export async function assignReply(db: Kysely<Schema>, replyId: string, to: string | null): Promise<void> {
  await db.updateTable('replies').set({ assigned_to: to }).where('id', '=', replyId).execute()
}
