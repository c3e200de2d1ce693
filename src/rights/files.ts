import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { type AboutAttachment, openAbout } from '../replies/store-attachments.ts'
import type { Secrets } from '../secrets.ts'

/** A file that a reader sent with a reply. */
export interface WrittenFile {
  id: string
  replyId: string
  name: string
  type: string
  sizeBytes: number
  /** False for one that was too large to keep. */
  isKept: boolean
}

export async function listFiles(
  db: Kysely<Schema>,
  secrets: Secrets,
  replyIds: string[],
): Promise<WrittenFile[]> {
  const rows = await db
    .selectFrom('reply_attachments')
    .select(['id', 'reply_id', 'about_sealed', 'size_bytes'])
    .select(sql<boolean>`content_sealed is not null`.as('is_kept'))
    .where('reply_id', 'in', replyIds)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    replyId: row.reply_id,
    ...nameAndType(openAbout(secrets, row.about_sealed)),
    sizeBytes: row.size_bytes,
    isKept: row.is_kept,
  }))
}

/** A file of this person's own, with what is in it; undefined when it is not theirs or no longer kept. */
export async function findOwnFile(
  { db, secrets }: { db: { kysely: Kysely<Schema> }; secrets: Secrets },
  subscriberId: string,
  fileId: string,
): Promise<(Pick<WrittenFile, 'name' | 'type'> & { content: Buffer }) | undefined> {
  const row = await db.kysely
    .selectFrom('reply_attachments as f')
    .innerJoin('replies as r', 'r.id', 'f.reply_id')
    .select(['f.about_sealed', 'f.content_sealed'])
    .where('f.id', '=', fileId)
    .where('r.subscriber_id', '=', subscriberId)
    .where('r.quarantined_at', 'is', null)
    .executeTakeFirst()
  if (!row?.content_sealed) return undefined
  return { ...nameAndType(openAbout(secrets, row.about_sealed)), content: secrets.unseal(row.content_sealed) }
}

const nameAndType = ({ name, type }: AboutAttachment) => ({ name, type })
