/** Every statement on replies and answers. Bodies come out sealed; `read-reply` opens them and notes who read. */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** Of a reply `r` all but the raw message: that may have megabytes, and only who reads it asks for it. */
const WITHOUT_RAW = [
  'r.id',
  'r.inbound_id',
  'r.message_id',
  'r.content_sealed',
  'r.matched_by',
  'r.delivery_id',
  'r.subscriber_id',
  'r.enrollment_id',
  'r.lesson_id',
  'r.revision_id',
  'r.via',
  'r.automatic',
  'r.quarantined_at',
  'r.received_at',
  'r.answered_at',
  'r.archived_at',
  'r.archived_by',
  'r.attached_by',
  'r.automatic_because',
  'r.command',
  'r.size_bytes',
  'r.too_large',
  'r.care_at',
  'r.care_because_sealed',
  'r.care_noticed_at',
  'r.care_closed_at',
  'r.care_closed_by',
  'r.care_resumed_at',
  'r.care_resumed_by',
  'r.assigned_to',
  'r.snoozed_until',
  'r.erased_at',
] as const

const replyRows = (db: Db) =>
  db
    .selectFrom('replies as r')
    .leftJoin('subscribers as s', 's.id', 'r.subscriber_id')
    .leftJoin('revision_lessons as l', (join) =>
      join.onRef('l.lesson_id', '=', 'r.lesson_id').onRef('l.revision_id', '=', 'r.revision_id'),
    )
    .leftJoin('revisions as v', 'v.id', 'r.revision_id')
    .leftJoin('deliveries as d', 'd.id', 'r.delivery_id')
    .select(WITHOUT_RAW)
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

export const findReplyRow = (db: Db, id: string) => replyRows(db).where('r.id', '=', id).executeTakeFirst()
export type ReplyRow = NonNullable<Awaited<ReturnType<typeof findReplyRow>>>

export function listAnswerRows(db: Db, ...replyIds: string[]) {
  return db
    .selectFrom('answers')
    .selectAll()
    .where('reply_id', 'in', replyIds)
    .orderBy('answered_at')
    .execute()
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

interface Moment {
  id: string
  enrollmentId: string
  at: Date
}

/** What the same reader wrote in the same course up to a moment, the latest first; `id` and what machines sent are left out. */
export function listEarlierRows(db: Db, { id, enrollmentId, at }: Moment, limit: number) {
  return replyRows(db)
    .where('r.enrollment_id', '=', enrollmentId)
    .where('r.received_at', '<=', at)
    .where('r.id', '!=', id)
    .where('r.automatic', '=', false)
    .where('r.quarantined_at', 'is', null)
    .orderBy('r.received_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()
}

/** What they wrote after it, the latest first, without any words. */
export function listLaterRows(db: Db, { enrollmentId, at }: Moment) {
  return db
    .selectFrom('replies')
    .select(['id', 'received_at', 'care_at', 'care_closed_at'])
    .select(['automatic', 'quarantined_at', 'answered_at', 'archived_at', 'command'])
    .where('enrollment_id', '=', enrollmentId)
    .where('received_at', '>', at)
    .where('automatic', '=', false)
    .where('quarantined_at', 'is', null)
    .orderBy('received_at', 'desc')
    .execute()
}
