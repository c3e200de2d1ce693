import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { openContent, openWords } from '../replies/reply.ts'
import type { Secrets } from '../secrets.ts'
import { listFiles, type WrittenFile } from './files.ts'

/** What somebody wrote to one lesson, and what came back: their own words, opened for themselves. */
export interface Written {
  id: string
  enrollmentId: string | null
  lessonId: string | null
  deliveryId: string | null
  via: 'mail' | 'web'
  at: Date
  /** Empty when only a file was sent, and once the words are gone. */
  words: string
  /** When their time was over and the words were erased, theirs and those of the answers. */
  wordsErasedAt: Date | null
  files: WrittenFile[]
  /** Sent by a machine of theirs, such as an out-of-office note. */
  automatic: boolean
  answers: { at: Date; by: string; words: string }[]
}

/**
 * A person's own replies with their answers, oldest first. What another address sent in their name is never among them, what a
 * machine of theirs sent only when asked for. Reading one's own words is noted nowhere.
 */
export async function listConversation(
  { db, secrets }: { db: { kysely: Kysely<Schema> }; secrets: Secrets },
  subscriberId: string,
  { withAutomatic = false } = {},
): Promise<Written[]> {
  const replies = await db.kysely
    .selectFrom('replies')
    .select(['id', 'enrollment_id', 'lesson_id', 'delivery_id', 'via', 'received_at', 'content_sealed'])
    .select(['erased_at', 'automatic'])
    .where('subscriber_id', '=', subscriberId)
    .$if(!withAutomatic, (query) => query.where('automatic', '=', false))
    .where('quarantined_at', 'is', null)
    .orderBy('received_at')
    .execute()
  if (replies.length === 0) return []
  const ids = replies.map((reply) => reply.id)
  const answers = await db.kysely
    .selectFrom('answers')
    .selectAll()
    .where('reply_id', 'in', ids)
    .orderBy('answered_at')
    .execute()
  const files = await listFiles(db.kysely, secrets, ids)
  return replies.map((reply) => ({
    id: reply.id,
    enrollmentId: reply.enrollment_id,
    lessonId: reply.lesson_id,
    deliveryId: reply.delivery_id,
    via: reply.via,
    at: reply.received_at,
    words: openContent(secrets, reply.content_sealed)?.reply ?? '',
    wordsErasedAt: reply.erased_at,
    files: files.filter((file) => file.replyId === reply.id),
    automatic: reply.automatic,
    answers: answers
      .filter((answer) => answer.reply_id === reply.id)
      .map((answer) => ({
        at: answer.answered_at,
        by: answer.author_name,
        words: openWords(secrets, answer.body_sealed),
      })),
  }))
}
