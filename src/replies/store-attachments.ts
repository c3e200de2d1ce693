import type { Kysely } from 'kysely'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import type { Secrets } from '../secrets.ts'

/** Bytes of one attachment that are kept to be opened by themselves. They stay in the raw message in any case. */
export const LARGEST_ATTACHMENT = 10 * 1024 * 1024
/** And of all attachments of a message. */
export const LARGEST_TOGETHER = 25 * 1024 * 1024
/** A message with more parts than this is not somebody's letter; those beyond are in its raw text. */
const MOST = 200

export interface Attached {
  name: string
  type: string
  size: number
  inline: boolean
  contentId?: string
  /** Absent when only its name and size could be had. */
  content?: Buffer
}

/** What is sealed about an attachment: its name may say as much as a sentence. */
export type AboutAttachment = Pick<Attached, 'name' | 'type' | 'inline' | 'contentId'>

export const openAbout = (secrets: Secrets, sealed: Buffer): AboutAttachment =>
  JSON.parse(secrets.unseal(sealed).toString())

/** Lists what was attached, in its order, and keeps what fits. Nothing of it is opened. Idempotent. */
export async function storeAttachments(
  trx: Kysely<Schema>,
  secrets: Secrets,
  replyId: string,
  attached: Attached[],
  now: Date,
): Promise<void> {
  let room = LARGEST_TOGETHER
  for (const [place, { name, type, size, inline, contentId, content }] of attached.slice(0, MOST).entries()) {
    const kept = content && content.length <= Math.min(LARGEST_ATTACHMENT, room) ? content : undefined
    room -= kept?.length ?? 0
    const about: AboutAttachment = { name, type, inline, ...(contentId && { contentId }) }
    await trx
      .insertInto('reply_attachments')
      .values({
        id: newId(now),
        reply_id: replyId,
        place,
        about_sealed: secrets.seal(JSON.stringify(about)),
        size_bytes: Math.min(size, 2_147_483_647),
        content_sealed: kept ? secrets.seal(kept) : null,
      })
      .onConflict((conflict) => conflict.columns(['reply_id', 'place']).doNothing())
      .execute()
  }
}
