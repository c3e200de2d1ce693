import type { Context } from '../context.ts'
import { hashOfToken } from './make-admin-link.ts'
import { findAdminByEmail, findFirstAdmin, findLinkRow } from './queries.ts'

/** What a one-time link opens, if anything. */
export type AdminLink =
  /** An account is to be made; with `email` set, for that address only. */
  | { opens: 'new account'; email: string | null; readsReplies: boolean }
  | { opens: 'account'; userId: string; name: string; email: string; readsReplies: boolean }
  | { opens: 'nothing'; because: 'used' | 'expired' | 'unknown' }

/** Looks at a link and changes nothing. */
export async function findAdminLink(
  { db }: Pick<Context, 'db'>,
  token: string,
  now: Date,
): Promise<AdminLink> {
  const row = await findLinkRow(db.kysely, hashOfToken(token))
  if (!row) return { opens: 'nothing', because: 'unknown' }
  if (row.used_at) return { opens: 'nothing', because: 'used' }
  if (row.expires_at <= now) return { opens: 'nothing', because: 'expired' }
  const admin = row.email ? await findAdminByEmail(db.kysely, row.email) : await findFirstAdmin(db.kysely)
  const readsReplies = row.reads_replies
  if (!admin) return { opens: 'new account', email: row.email, readsReplies }
  return { opens: 'account', userId: admin.id, name: admin.name, email: admin.email, readsReplies }
}
