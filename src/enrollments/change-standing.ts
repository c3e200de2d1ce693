/**
 * What a reader or an admin changes about somebody's course. Each takes the enrollment's row first, so a claim comes
 * wholly before or wholly after; each answers with the new due instant. Which lesson comes next is never decided here.
 */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { toInstant } from '../schedule/local-time.ts'
import { afterPause, sendNextNow } from '../schedule/reschedule.ts'
import { firstDue, nextSendTime, type Rule } from '../schedule/rule.ts'
import { nextLesson } from '../sequences/next-lesson.ts'
import { getRevision } from '../sequences/queries.ts'
import { HELD_FOR_CARE } from './held-for-care.ts'
import { moveWithZone } from './move-with-zone.ts'
import { holdIfInCare } from './open-care.ts'
import { progressOf } from './queries.ts'
import { releaseByReply } from './release-by-reply.ts'
import { ruleOf } from './rule-of.ts'
import { update, withReader } from './with-reader.ts'

type Db = Kysely<Schema>

/** Whoever presses and changes their mind is told once, how it stands then. */
const receiptDue = (now: Date) => new Date(now.getTime() + 2 * 60_000)

/** Another hour, zone or pace: the next lesson goes at the first new send time still ahead. */
export function changeSchedule(
  db: Db,
  enrollmentId: string,
  change: {
    sendTime?: string
    timezone?: string
    everyDays?: number | null
    weekdays?: number[] | null
  },
  now: Date,
): Promise<void> {
  return withReader(db, enrollmentId, async (trx, reader) => {
    await update(trx, enrollmentId, {
      send_time: change.sendTime ?? reader.send_time,
      every_days: change.everyDays === undefined ? reader.every_days : change.everyDays,
      weekdays: change.weekdays === undefined ? reader.weekdays : change.weekdays,
    })
    if (change.timezone)
      await trx
        .updateTable('subscribers')
        .set({ timezone: change.timezone })
        .where('id', '=', reader.subscriber_id)
        .execute()
    await moveWithZone(trx, reader.subscriber_id, now)
  })
}

/** Pauses without an end, or until the start of a local day (`YYYY-MM-DD`), whose send time is then the next due one. */
export function pause(
  db: Db,
  enrollmentId: string,
  untilDay: string | undefined,
  now: Date,
): Promise<Date | null> {
  return withReader(db, enrollmentId, async (trx, reader, course) => {
    if (reader.completed_at || reader.unsubscribed_at) return null
    if (!untilDay) {
      await update(trx, enrollmentId, {
        paused_at: now,
        paused_until: null,
        asked_now: false,
        next_due_at: null,
        receipt_due_at: receiptDue(now),
      })
      return null
    }
    const until = toInstant(untilDay, '00:00', reader.timezone)
    const due = nextSendTime(ruleOf(course, reader), reader.lesson_before_at, until > now ? until : now)
    await update(trx, enrollmentId, {
      paused_at: null,
      paused_until: until,
      asked_now: false,
      next_due_at: due,
      receipt_due_at: receiptDue(now),
    })
    return due
  })
}

/**
 * Goes on at the next send time, not at once. An author lifts a hold with it, but none for care, which is decided beside the
 * reply and holds what was held otherwise before; a reader ends their own pause, and what is held for a person to look at
 * stays held.
 */
export function resume(
  db: Db,
  enrollmentId: string,
  now: Date,
  by: 'reader' | 'author' = 'author',
): Promise<Date | null> {
  return withReader(db, enrollmentId, async (trx, reader, course) => {
    if (reader.completed_at || reader.unsubscribed_at) return null
    if (reader.held_at && (by === 'reader' || reader.held_reason === HELD_FOR_CARE)) {
      await update(trx, enrollmentId, { paused_at: null, paused_until: null })
      return null
    }
    const due = afterPause(ruleOf(course, reader), reader.lesson_before_at, now, now)
    await update(trx, enrollmentId, {
      paused_at: null,
      paused_until: null,
      held_at: null,
      held_reason: null,
      asked_now: false,
      next_due_at: due,
      receipt_due_at: receiptDue(now),
    })
    return (await holdIfInCare(trx, enrollmentId, now)) ? null : due
  })
}

/** The next lesson counts as had without being sent; the one after takes its hour. */
export function skip(db: Db, enrollmentId: string, now: Date): Promise<Date | null> {
  return withReader(db, enrollmentId, async (trx, reader, course) => {
    const progress = (await progressOf(trx, [reader])).get(reader.id)!
    const following = await getRevision(trx, reader.following_revision_id)
    const { next, isLast } = nextLesson(
      course.lessons,
      following.lessons.map((l) => l.lessonId),
      progress.had,
      progress,
    )
    if (!next) return reader.next_due_at
    await trx
      .insertInto('passed_lessons')
      .values({ enrollment_id: reader.id, run: reader.run, lesson_id: next.lessonId, skipped_at: now })
      .onConflict((conflict) =>
        conflict.columns(['enrollment_id', 'run', 'lesson_id']).doUpdateSet({ skipped_at: now }),
      )
      .execute()
    // It may have waited for a reply; what comes after it is looked at again, at the next send time.
    const due = (await releaseByReply(trx, enrollmentId, now)) ?? reader.next_due_at
    if (isLast) await update(trx, enrollmentId, { next_due_at: null, completed_at: now, finish_due_at: due })
    return isLast ? null : due
  })
}

/** A person asked for the next lesson now, seeing the dates: it is due at once, and the days count on from here. */
export function sendNext(db: Db, enrollmentId: string, now: Date): Promise<Date | null> {
  return withReader(db, enrollmentId, async (trx, reader) => {
    if (reader.completed_at || reader.unsubscribed_at || reader.held_at) return null
    const due = sendNextNow(now)
    await update(trx, enrollmentId, {
      asked_now: true,
      paused_at: null,
      paused_until: null,
      next_due_at: due,
    })
    return due
  })
}

/** From the first lesson again, as a new run: what was sent in the run before stays on record. */
export function restart(db: Db, enrollmentId: string, now: Date): Promise<Date | null> {
  return withReader(db, enrollmentId, async (trx, reader, course) => {
    // Who left comes back only by signing up again, which is a consent.
    if (reader.unsubscribed_at || reader.held_at) return null
    const rule: Rule = ruleOf(course, reader)
    // Today's lesson has gone, if one has; the new run begins at a send time, never as a second one today.
    const due = reader.lesson_before_at
      ? nextSendTime(rule, reader.lesson_before_at, now)
      : firstDue(rule, now, course.firstLesson)
    await update(trx, enrollmentId, {
      run: reader.run + 1,
      following_revision_id: course.id,
      next_due_at: due,
      completed_at: null,
      paused_at: null,
      paused_until: null,
      asked_now: false,
      waits_for_reply_until: null,
    })
    return (await holdIfInCare(trx, enrollmentId, now)) ? null : due
  })
}
