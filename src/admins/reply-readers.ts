/**
 * Who may read replies: a permission of its own. Writing a course does not need it, so an account comes without it;
 * only the first one made has it from the start. Without a row here nobody is shown a word of a reply.
 */
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'

export async function mayReadReplies(db: Kysely<Schema>, adminId: string): Promise<boolean> {
  const row = await db
    .selectFrom('reply_readers')
    .select('admin_id')
    .where('admin_id', '=', adminId)
    .executeTakeFirst()
  return row !== undefined
}

/** Idempotent: who granted it first stays on record. `by` is an e-mail, or the command that did it. */
export async function grantReplies(
  db: Kysely<Schema>,
  adminId: string,
  by: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('reply_readers')
    .values({ admin_id: adminId, granted_by: by, granted_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** False, and nothing changed, for the last one who has it: replies that nobody can read would wait for ever. */
export async function revokeReplies(db: Kysely<Schema>, adminId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // Two people who take it from each other at once must not both succeed.
    await sql`lock table reply_readers in share row exclusive mode`.execute(trx)
    const readers = await trx.selectFrom('reply_readers').select('admin_id').execute()
    if (!readers.some((reader) => reader.admin_id === adminId)) return true
    if (readers.length === 1) return false
    await trx.deleteFrom('reply_readers').where('admin_id', '=', adminId).execute()
    return true
  })
}

export interface ReplyReader {
  id: string
  name: string
  email: string
  /** Null for an account without the permission. */
  granted_at: Date | null
  granted_by: string | null
}

/** Every account, oldest first, with whether it may read replies. */
export async function listReplyReaders(db: Kysely<Schema>): Promise<ReplyReader[]> {
  return db
    .selectFrom('admin_users as a')
    .leftJoin('reply_readers as r', 'r.admin_id', 'a.id')
    .select(['a.id', 'a.name', 'a.email', 'r.granted_at', 'r.granted_by'])
    .orderBy('a.createdAt')
    .orderBy('a.id')
    .execute()
}
