import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { openContent, openWords } from '../replies/reply.ts'
import type { Secrets } from '../secrets.ts'

/** What somebody wrote to one lesson, and what came back: their own words, opened for themselves. */
export interface Written {
  id: string
  enrollmentId: string | null
  lessonId: string | null
  deliveryId: string | null
  via: 'mail' | 'web'
  at: Date
  words: string
  answers: { at: Date; by: string; words: string }[]
}

/**
 * A person's own replies with their answers, oldest first. Neither what a machine of theirs sent nor what another address sent in their
 * name is among them. Reading one's own words is noted nowhere.
 */
export async function listConversation(
  { db, secrets }: { db: { kysely: Kysely<Schema> }; secrets: Secrets },
  subscriberId: string,
): Promise<Written[]> {
  const replies = await db.kysely
    .selectFrom('replies')
    .selectAll()
    .where('subscriber_id', '=', subscriberId)
    .where('automatic', '=', false)
    .where('quarantined_at', 'is', null)
    .orderBy('received_at')
    .execute()
  if (replies.length === 0) return []
  const answers = await db.kysely
    .selectFrom('answers')
    .selectAll()
    .where(
      'reply_id',
      'in',
      replies.map((reply) => reply.id),
    )
    .orderBy('answered_at')
    .execute()
  return replies.map((reply) => ({
    id: reply.id,
    enrollmentId: reply.enrollment_id,
    lessonId: reply.lesson_id,
    deliveryId: reply.delivery_id,
    via: reply.via,
    at: reply.received_at,
    words: openContent(secrets, reply.content_sealed)?.reply ?? '',
    answers: answers
      .filter((answer) => answer.reply_id === reply.id)
      .map((answer) => ({
        at: answer.answered_at,
        by: answer.author_name,
        words: openWords(secrets, answer.body_sealed),
      })),
  }))
}
