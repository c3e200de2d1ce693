import type { Kysely } from 'kysely'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import { afterPause } from '../schedule/reschedule.ts'
import { firstDue } from '../schedule/rule.ts'
import type { Revision } from '../sequences/sequence.ts'
import { holdIfInCare } from './open-care.ts'
import { findEnrollment } from './queries.ts'
import { ruleOf } from './rule-of.ts'

/**
 * Puts a confirmed person into a course, or back into it: who signs up again goes on where they were, with the hour
 * they chose now; who had come to its end begins anew. Run it in the transaction that confirms.
 */
export async function enroll(
  trx: Kysely<Schema>,
  subscriber: { id: string; timezone: string },
  course: Revision,
  chosen: { sendTime: string; everyDays?: number | null; weekdays?: number[] | null },
  now: Date,
): Promise<void> {
  const known = await findEnrollment(trx, subscriber.id, course.sequenceId)
  const pace = {
    send_time: chosen.sendTime,
    every_days: chosen.everyDays ?? known?.every_days ?? null,
    weekdays: chosen.weekdays ?? known?.weekdays ?? null,
  }
  const reader = { timezone: subscriber.timezone, ...pace }
  const rule = ruleOf(course, reader)
  if (!known) {
    await trx
      .insertInto('enrollments')
      .values({
        id: newId(now),
        subscriber_id: subscriber.id,
        sequence_id: course.sequenceId,
        following_revision_id: course.id,
        ...pace,
        enrolled_at: now,
        next_due_at: firstDue(rule, now, course.firstLesson),
      })
      .execute()
    return
  }
  // Whoever had all of it and signs up again asked to have it again: a new run. Never a second lesson today, though.
  const again = known.completed_at !== null
  const before = known.lesson_before_at
  await trx
    .updateTable('enrollments')
    .set({
      ...pace,
      unsubscribed_at: null,
      paused_at: null,
      paused_until: null,
      asked_now: false,
      next_due_at: before ? afterPause(rule, before, now, now) : firstDue(rule, now, course.firstLesson),
      ...(again && {
        run: known.run + 1,
        completed_at: null,
        following_revision_id: course.id,
        waits_for_reply_until: null,
      }),
    })
    .where('id', '=', known.id)
    .execute()
  await holdIfInCare(trx, known.id, now)
}
