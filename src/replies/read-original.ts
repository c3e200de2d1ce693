/** The message as it came: its headers, its text, and what was attached. Whoever opens any of it is noted. */
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { readMessage } from './read-message.ts'
import { type AboutAttachment, openAbout } from './store-attachments.ts'

type Opening = Pick<Context, 'db' | 'secrets'>

export interface ListedAttachment extends AboutAttachment {
  place: number
  /** Bytes. */
  size: number
  /** False where it was over the cap: it is in the raw message only, or nowhere. */
  kept: boolean
}

/** In the order of the message. Names and types only; that is part of reading the reply. */
export async function listAttachments(
  { db, secrets }: Opening,
  replyId: string,
): Promise<ListedAttachment[]> {
  const rows = await db.kysely
    .selectFrom('reply_attachments')
    .select(['place', 'about_sealed', 'size_bytes', sql<boolean>`content_sealed is not null`.as('kept')])
    .where('reply_id', '=', replyId)
    .orderBy('place')
    .execute()
  return rows.map(({ place, about_sealed, size_bytes, kept }) => ({
    ...openAbout(secrets, about_sealed),
    place,
    size: size_bytes,
    kept,
  }))
}

export async function readAttachment(
  { db, secrets }: Opening,
  replyId: string,
  place: number,
  reader: string,
  now: Date,
): Promise<(AboutAttachment & { content: Buffer }) | undefined> {
  const row = await db.kysely
    .selectFrom('reply_attachments')
    .select(['about_sealed', 'content_sealed'])
    .where('reply_id', '=', replyId)
    .where('place', '=', place)
    .executeTakeFirst()
  if (!row?.content_sealed) return undefined
  await db.kysely
    .insertInto('reply_reads')
    .values({ reply_id: replyId, read_by: reader, read_at: now })
    .execute()
  return { ...openAbout(secrets, row.about_sealed), content: secrets.unseal(row.content_sealed) }
}

export interface Original {
  /** Bytes. */
  size: number
  /** Header lines as they stand in the message. */
  headers: string
  /** The text, with quotation and signature. Of a message in HTML alone, what that says in words. */
  text: string
}

/** Undefined when there is no such reply, or when its raw message is gone. */
export async function readOriginal(
  context: Opening,
  replyId: string,
  reader: string,
  now: Date,
): Promise<Original | undefined> {
  const raw = await readRaw(context, replyId, reader, now)
  if (!raw) return undefined
  const { whole } = await readMessage(raw)
  return { size: raw.length, headers: headersOf(raw), text: whole }
}

/** The same, byte for byte and not parsed: it can be had whatever a parser makes of it. */
export async function readRaw(
  { db, secrets }: Opening,
  replyId: string,
  reader: string,
  now: Date,
): Promise<Buffer | undefined> {
  const row = await db.kysely
    .selectFrom('replies')
    .select('raw_sealed')
    .where('id', '=', replyId)
    .executeTakeFirst()
  if (!row?.raw_sealed) return undefined
  await db.kysely
    .insertInto('reply_reads')
    .values({ reply_id: replyId, read_by: reader, read_at: now })
    .execute()
  return secrets.unseal(row.raw_sealed)
}

/** Up to the first empty line, whichever way lines end. */
function headersOf(raw: Buffer): string {
  const text = raw.toString('utf8', 0, 64 * 1024).replace(/\r\n?/g, '\n')
  const end = text.indexOf('\n\n')
  return end < 0 ? text : text.slice(0, end)
}
