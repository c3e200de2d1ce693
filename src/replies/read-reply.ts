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
  { db, secrets }: Context,
  id: string,
  reader: string,
  now: Date,
): Promise<OpenedReply | undefined> {
  const row = await findReplyRow(db.kysely, id)
  if (!row) return undefined
  await db.kysely.insertInto('reply_reads').values({ reply_id: id, read_by: reader, read_at: now }).execute()
  const answers = await listAnswerRows(db.kysely, id)
  return {
    row,
    content: openContent(secrets, row.content_sealed),
    answers: answers.map((answer) => ({
      body: openWords(secrets, answer.body_sealed),
      authorName: answer.author_name,
      answeredAt: answer.answered_at,
    })),
  }
}
