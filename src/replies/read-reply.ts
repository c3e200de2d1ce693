import type { Context } from '../context.ts'
import { findReplyRow, listAnswerRows, type ReplyRow } from './queries.ts'
import { openContent, openWords, type ReplyContent } from './reply.ts'

export interface OpenedReply {
  row: ReplyRow
  /** Undefined when its raw message could not be read yet. */
  content: ReplyContent | undefined
  answers: { body: string; authorName: string; answeredAt: Date }[]
}

/** Opens a reply for a person, and notes that they read it. */
export async function readReply(
  context: Context,
  id: string,
  reader: string,
  now: Date,
): Promise<OpenedReply | undefined> {
  const row = await findReplyRow(context.db.kysely, id)
  return row && (await openReplies(context, [row], reader, now))[0]
}

/** The same for several, in their order. */
export async function openReplies(
  { db, secrets }: Context,
  rows: ReplyRow[],
  reader: string,
  now: Date,
): Promise<OpenedReply[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  await db.kysely
    .insertInto('reply_reads')
    .values(ids.map((reply_id) => ({ reply_id, read_by: reader, read_at: now })))
    .execute()
  const answers = await listAnswerRows(db.kysely, ...ids)
  return rows.map((row) => ({
    row,
    content: openContent(secrets, row.content_sealed),
    answers: answers
      .filter((answer) => answer.reply_id === row.id)
      .map((answer) => ({
        body: openWords(secrets, answer.body_sealed),
        authorName: answer.author_name,
        answeredAt: answer.answered_at,
      })),
  }))
}
