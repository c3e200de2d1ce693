/** Who has a reply open right now, and whether they are writing: a row each, which a page in a browser keeps fresh. */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** Whoever was not heard of for this long has gone. */
const GONE_AFTER_MS = 60_000

export interface Present {
  admin: string
  writing: boolean
}

/** Says that `admin` (an e-mail) is here. @returns who else is */
export async function notePresence(
  db: Db,
  replyId: string,
  { admin, writing }: Present,
  now: Date,
): Promise<Present[]> {
  await db
    .insertInto('reply_presence')
    .values({ reply_id: replyId, admin, writing, seen_at: now })
    .onConflict((conflict) => conflict.columns(['reply_id', 'admin']).doUpdateSet({ writing, seen_at: now }))
    .execute()
  return listPresent(db, replyId, admin, now)
}

/** Says that they have closed the page. */
export async function forgetPresence(db: Db, replyId: string, admin: string): Promise<void> {
  await db.deleteFrom('reply_presence').where('reply_id', '=', replyId).where('admin', '=', admin).execute()
}

export function listPresent(db: Db, replyId: string, exceptFor: string, now: Date): Promise<Present[]> {
  return db
    .selectFrom('reply_presence')
    .select(['admin', 'writing'])
    .where('reply_id', '=', replyId)
    .where('admin', '<>', exceptFor)
    .where('seen_at', '>', new Date(now.getTime() - GONE_AFTER_MS))
    .orderBy('admin')
    .execute()
}
