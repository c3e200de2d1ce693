import Answer, { subject } from '../../emails/answer.tsx'
import { light } from '../../emails/components/look.ts'
import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import { normaliseValue } from '../deliveries/normalise-value.ts'
import { linksOf } from '../deliveries/outgoing-mail.ts'
import { queueMail, submitLater } from '../deliveries/queue-mail.ts'
import { renderMail } from '../mail/render.ts'
import { isSuppressed } from '../subscribers/queries.ts'
import { findReplyRow, listAnswerRows } from './queries.ts'
import { openContent, openWords } from './reply.ts'
import { threadHeaders } from './thread-headers.ts'

export type Answered =
  | { answered: true }
  | {
      answered: false
      reason: 'unknown' | 'quarantined' | 'automatic' | 'suppressed' | 'empty' | 'meanwhile'
    }

/**
 * Answers a reply: the answer is kept sealed and leaves as a delivery like any mail, in the reader's own thread
 * (In-Reply-To and References name their message), with a reply address of its own, so the conversation goes on.
 * @param answer.given how many answers whoever writes had before their eyes. Where there are more by now, nothing goes
 *   (`meanwhile`), unless the last of them is this very one: then it was the same button, pressed twice.
 */
export async function answerReply(
  context: Context,
  replyId: string,
  answer: { body: string; authorName: string; by: string; given?: number },
  now: Date,
): Promise<Answered> {
  const { db, secrets, config } = context
  const body = answer.body.replaceAll('\r\n', '\n').trim()
  if (!body) return { answered: false, reason: 'empty' }
  const row = await findReplyRow(db.kysely, replyId)
  const content = row && openContent(secrets, row.content_sealed)
  if (!row || !content) return { answered: false, reason: 'unknown' }
  if (row.quarantined_at) return { answered: false, reason: 'quarantined' }
  if (row.automatic) return { answered: false, reason: 'automatic' }
  // Theirs today: they may have moved to another address since they wrote.
  const to = row.email ?? content.from
  if (await isSuppressed(db.kysely, secrets.hashOf(to))) return { answered: false, reason: 'suppressed' }

  const deliveryId = newId(now)
  const lessonSubject =
    normaliseValue(content.subject).replace(/^((re|aw|sv|antw)\s*:\s*)+/i, '') ||
    (row.lesson_subject ?? 'your reply')
  const mail = await renderMail(
    Answer({
      language: row.language ?? 'en',
      accent: row.accent ?? light.accent,
      courseTitle: row.course_title ?? '',
      lessonSubject,
      paragraphs: body,
      quoted: content.reply,
      authorName: answer.authorName,
      preferencesUrl: linksOf(config, secrets, { id: deliveryId }).preferencesUrl,
      postalAddress: config.postalAddress,
    }),
  )
  const answerId = newId(now)
  const batch = await db.kysely.transaction().execute(async (trx) => {
    // Whoever comes second waits here for the first, and sees what they said.
    await trx.selectFrom('replies').select('id').where('id', '=', replyId).forUpdate().execute()
    const before = await listAnswerRows(trx, replyId)
    if (answer.given !== undefined && before.length > answer.given) {
      const last = before.at(-1)!
      const isSame = last.answered_by === answer.by && openWords(secrets, last.body_sealed) === body
      return isSame ? 'given' : 'meanwhile'
    }
    await trx
      .insertInto('answers')
      .values({
        id: answerId,
        reply_id: replyId,
        body_sealed: secrets.seal(body),
        author_name: answer.authorName,
        answered_by: answer.by,
        answered_at: now,
      })
      .execute()
    await trx
      .updateTable('replies')
      .set({ answered_at: now, snoozed_until: null })
      .where('id', '=', replyId)
      .execute()
    const queued = await queueMail(
      trx,
      {
        id: deliveryId,
        kind: 'answer',
        from_name: answer.authorName,
        to_address: to,
        subscriber_id: row.subscriber_id,
        enrollment_id: row.enrollment_id,
        sequence_id: row.sequence_id,
        lesson_id: row.lesson_id,
        revision_id: row.revision_id,
        answer_id: answerId,
        sealed_mail: secrets.seal(JSON.stringify({ subject: subject({ lessonSubject }), ...mail })),
        extra_headers: threadHeaders([row.delivery_message_id, row.message_id]),
      },
      now,
    )
    return { id: queued.batchId, urgent: true }
  })
  if (batch === 'meanwhile') return { answered: false, reason: 'meanwhile' }
  if (batch !== 'given') await submitLater(context, [batch])
  return { answered: true }
}
