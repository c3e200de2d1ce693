/** Every statement of ours on admin accounts and one-time links. better-auth has its own. */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

export function findAdminByEmail(db: Db, email: string) {
  return db.selectFrom('admin_users').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst()
}

/** Whoever made the first account: the one a link without a name belongs to. */
export function findFirstAdmin(db: Db) {
  return db.selectFrom('admin_users').selectAll().orderBy('createdAt').executeTakeFirst()
}

export function findLinkRow(db: Db, tokenHash: Buffer) {
  return db.selectFrom('admin_links').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
}

/** Takes a link out of use. False when somebody was faster or it has expired: only one call ever gets true. */
export async function consumeLink(db: Db, tokenHash: Buffer, now: Date): Promise<boolean> {
  const taken = await db
    .updateTable('admin_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

export async function insertLink(
  db: Db,
  link: { token_hash: Buffer; email: string | null; expires_at: Date; reads_replies: boolean },
): Promise<void> {
  await db.insertInto('admin_links').values(link).execute()
}

export async function deleteOldLinks(db: Db, expiredBefore: Date): Promise<void> {
  await db.deleteFrom('admin_links').where('expires_at', '<', expiredBefore).execute()
}
