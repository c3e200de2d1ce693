/** Every statement on replies and answers. Bodies come out sealed; `read-reply` opens them and notes who read. */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

export function findReplyRow(db: Db, id: string) {
  return db
    .selectFrom('replies as r')
    .leftJoin('subscribers as s', 's.id', 'r.subscriber_id')
    .leftJoin('revision_lessons as l', (join) =>
      join.onRef('l.lesson_id', '=', 'r.lesson_id').onRef('l.revision_id', '=', 'r.revision_id'),
    )
    .leftJoin('revisions as v', 'v.id', 'r.revision_id')
    .leftJoin('deliveries as d', 'd.id', 'r.delivery_id')
    .selectAll('r')
    .select([
      's.email',
      's.first_name',
      's.timezone',
      'l.subject as lesson_subject',
      'l.prompt',
      'l.markdown as lesson_markdown',
      'v.title as course_title',
      'v.sender_name',
      'v.language',
      'v.accent',
      'v.sequence_id',
      'd.message_id as delivery_message_id',
    ])
    .where('r.id', '=', id)
    .executeTakeFirst()
}
export type ReplyRow = NonNullable<Awaited<ReturnType<typeof findReplyRow>>>

export function listAnswerRows(db: Db, replyId: string) {
  return db.selectFrom('answers').selectAll().where('reply_id', '=', replyId).orderBy('answered_at').execute()
}

/** The answer of ours that a delivery carried, if it carried one. */
export function findAnswerIn(db: Db, deliveryId: string) {
  return db
    .selectFrom('deliveries as d')
    .innerJoin('answers as a', 'a.id', 'd.answer_id')
    .selectAll('a')
    .where('d.id', '=', deliveryId)
    .executeTakeFirst()
}

/** The other replies of the same reader in the same course, oldest first: the conversation so far. */
export function listConversation(db: Db, enrollmentId: string) {
  return db
    .selectFrom('replies')
    .selectAll()
    .where('enrollment_id', '=', enrollmentId)
    .where('quarantined_at', 'is', null)
    .orderBy('received_at')
    .execute()
}
