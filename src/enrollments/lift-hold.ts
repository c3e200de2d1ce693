import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { nextSendTime } from '../schedule/rule.ts'
import { suppressedFor, whySuppressed } from '../subscribers/suppress.ts'
import { HELD_FOR_CARE } from './held-for-care.ts'
import { isInCare } from './open-care.ts'
import { ruleOf } from './rule-of.ts'
import { update, withReader } from './with-reader.ts'

/**
 * Ends a hold that was set for this reason, and no other. The course goes on at the next send time, unless the reader has
 * paused it themselves: a pause of theirs stands. Nor does it where nothing may be mailed to them: that is then why it is held.
 * Care that is open beside another hold counts as one, and leaves the other. No mail says so: it was not they who pressed, and
 * whoever did has words of their own for them.
 * @returns when the next lesson is due, null for one that is paused, over or held otherwise; false when it was not held for
 * this reason
 */
export function liftHold(
  db: Kysely<Schema>,
  enrollmentId: string,
  reason: string,
  now: Date,
): Promise<{ nextDueAt: Date | null } | false> {
  return withReader(db, enrollmentId, async (trx, reader, course) => {
    if (!reader.held_at || reader.held_reason !== reason) {
      const waits = reason === HELD_FOR_CARE && (await isInCare(trx, enrollmentId))
      return waits && { nextDueAt: reader.next_due_at }
    }
    const suppressed = await whySuppressed(trx, reader.subscriber_id)
    if (suppressed) {
      await update(trx, enrollmentId, { held_reason: suppressedFor(suppressed) })
      return { nextDueAt: null }
    }
    const goesOn = !reader.completed_at && !reader.unsubscribed_at && !reader.paused_at
    const from = reader.paused_until && reader.paused_until > now ? reader.paused_until : now
    const nextDueAt = goesOn ? nextSendTime(ruleOf(course, reader), reader.lesson_before_at, from) : null
    await update(trx, enrollmentId, {
      held_at: null,
      held_reason: null,
      next_due_at: nextDueAt,
    })
    return { nextDueAt }
  })
}
