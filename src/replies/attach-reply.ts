import type { Kysely } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { releaseByReply } from '../enrollments/release-by-reply.ts'
import { findSubscriberByEmail } from '../subscribers/queries.ts'
import { commandOf } from './command-of.ts'
import { holdForCare } from './hold-for-care.ts'
import { openContent } from './reply.ts'

type Db = Kysely<Schema>

export type AttachedReply = { attached: true } | { attached: false; reason: 'nobody' | 'not apart' }

/**
 * A person says whose message this is, of one that was set apart. From then on it is that reader's reply, beside the
 * lesson it was set apart beside if that was theirs, else the last one they had: a lesson that waited goes on, signs of
 * distress hold the course. Answers go to the reader's own address, not to the one it came from.
 * @param by e-mail of who says so
 */
export async function attachReply(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  replyId: string,
  { email, by }: { email: string; by: string },
  now: Date,
): Promise<AttachedReply> {
  const reader = await findSubscriberByEmail(db.kysely, email)
  if (!reader) return { attached: false, reason: 'nobody' }
  return db.kysely.transaction().execute(async (trx) => {
    const reply = await trx
      .selectFrom('replies')
      .select(['subscriber_id', 'enrollment_id', 'delivery_id', 'lesson_id', 'revision_id'])
      .select(['automatic', 'care_at', 'care_closed_at', 'content_sealed'])
      .where('id', '=', replyId)
      .where('quarantined_at', 'is not', null)
      .where('erased_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!reply) return { attached: false, reason: 'not apart' }
    const beside =
      reply.subscriber_id === reader.id && reply.enrollment_id ? reply : await lastLessonOf(trx, reader.id)
    await trx
      .updateTable('replies')
      .set({
        subscriber_id: reader.id,
        delivery_id: beside?.delivery_id ?? null,
        enrollment_id: beside?.enrollment_id ?? null,
        lesson_id: beside?.lesson_id ?? null,
        revision_id: beside?.revision_id ?? null,
        quarantined_at: null,
        attached_by: by,
      })
      .where('id', '=', replyId)
      .execute()
    if (beside?.enrollment_id && !reply.automatic) {
      // An order is no answer to what the lesson asked; whether to carry it out is for the person who reads it.
      const order = commandOf(openContent(secrets, reply.content_sealed)?.reply ?? '')
      if (!order) await releaseByReply(trx, beside.enrollment_id, now)
      if (reply.care_at && !reply.care_closed_at) await holdForCare(trx, beside.enrollment_id, now)
    }
    return { attached: true }
  })
}

function lastLessonOf(trx: Db, subscriberId: string) {
  return trx
    .selectFrom('deliveries as d')
    .innerJoin('enrollments as e', 'e.id', 'd.enrollment_id')
    .select(['d.id as delivery_id', 'd.enrollment_id', 'd.lesson_id', 'd.revision_id'])
    .where('e.subscriber_id', '=', subscriberId)
    .where('d.kind', '=', 'lesson')
    .orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
