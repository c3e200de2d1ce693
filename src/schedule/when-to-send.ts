import { localDay } from './local-time.ts'
import { earliestDay, isAllowed, nextDue, nextSendTime, type Rule, sendTimeOn } from './rule.ts'

/** How late a tick may be and still be on time. */
export const GRACE_MS = 15 * 60_000
/** How late a lesson may be and still go at once rather than wait for the next send time. */
export const LATE_MS = 12 * 3_600_000

/**
 * The instant a lesson counts for, and what is stored as `lessonBefore` of the next: its due instant when claimed
 * within the grace, else `now`. So a lesson due at 23:59 and claimed at 00:00:20 is yesterday's: it goes although
 * today may not be allowed, and today's lesson still goes at 23:59. Every rule of days is about this instant; the mail
 * itself leaves at most the grace later. Counting it for the new day would give a reader at 23:59 every other
 * night, and waiting for the next send time might never end.
 */
export function countsFor(due: Date, now: Date): Date {
  const late = now.getTime() - due.getTime()
  return late >= 0 && late <= GRACE_MS ? due : now
}

/**
 * Decides, when a lesson is claimed, whether it goes: returns `now`, or the later instant to which it is put off
 * (the new `next_due_at`). "After an outage, a pause, a resume or a restore: at most one lesson a local day, in order,
 * none lost" ("Rules of time"). `due` is in the past; a future one is returned as it is.
 *
 * On a local day that is allowed and `everyDays` after `lessonBefore`, it
 * - goes if it was due that same day, however late;
 * - waits for that day's send time if this is still ahead, but only once: a lesson already put off (due later than the
 *   rule's own next) goes now, or a machine that sleeps through every send time would put it off for ever;
 * - goes if that day's send time passed less than 12 hours ago.
 * In every other case it waits for the next send time that the rule allows.
 *
 * The first lesson (`lessonBefore` null) of a course that starts on confirmation goes up to 12 hours after it, whatever
 * the weekday. The same holds for a lesson a person asked for (`sendNextNow`), if the caller leaves out `lessonBefore`.
 */
export function whenToSend(rule: Rule, due: Date, now: Date, lessonBefore: Date | null): Date {
  if (due > now) return due
  const { timezone } = rule
  const dueDay = localDay(due, timezone)
  if (!lessonBefore && sendTimeOn(rule, dueDay)?.getTime() !== due.getTime() && passed(due, now) < LATE_MS)
    return now

  const today = localDay(countsFor(due, now), timezone)
  const earliest = earliestDay(rule, lessonBefore) ?? today
  if (today >= earliest && isAllowed(rule, today)) {
    if (dueDay === today) return now
    const sendTime = sendTimeOn(rule, today)
    if (sendTime && sendTime > now) {
      const putOffBefore = lessonBefore !== null && due > nextDue(rule, lessonBefore)
      return putOffBefore ? now : sendTime
    }
    if (sendTime && passed(sendTime, now) < LATE_MS) return now
  }
  return nextSendTime(rule, lessonBefore, new Date(now.getTime() + 1))
}

function passed(since: Date, now: Date): number {
  return now.getTime() - since.getTime()
}
