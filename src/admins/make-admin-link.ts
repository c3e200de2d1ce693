import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { deleteOldLinks, insertLink } from './queries.ts'

export const LINK_LIVES_MS = 3_600_000
/** How long a used or expired link is still told from one that never was. */
const REMEMBERED_MS = 30 * 86_400_000

/**
 * The address of a page on which somebody makes an admin account, or signs in to theirs, once, within an hour. With an
 * e-mail the link is for that account; without one it is for the first admin, whether there is one yet or not.
 * Only the token's SHA-256 is kept.
 * @param readsReplies whoever uses the link may read replies from then on (`reply-readers.ts`)
 * @param now real time (`new Date()`), not the movable clock: a link printed at start has to survive "Next day"
 */
export async function makeAdminLink(
  { config, db }: Pick<Context, 'config' | 'db'>,
  { email, now, readsReplies = false }: { email?: string; now: Date; readsReplies?: boolean },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await deleteOldLinks(db.kysely, new Date(now.getTime() - REMEMBERED_MS))
  await insertLink(db.kysely, {
    token_hash: hashOfToken(token),
    email: email?.trim().toLowerCase() ?? null,
    reads_replies: readsReplies,
    expires_at: new Date(now.getTime() + LINK_LIVES_MS),
  })
  return `${config.publicUrl}/admin/sign-in/link/${token}`
}

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()
