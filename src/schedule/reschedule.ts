import { nextSendTime, type Rule } from './rule.ts'

/**
 * What a change does to the lesson that is due next. Order is kept and nobody is lost because none of this touches
 * which lesson that is, only its instant; each answer is the new `next_due_at`.
 *
 * Skipping has no function here, since it moves no time: the lesson after takes the due instant of the skipped one.
 * A reply that a lesson waited for releases it at `nextSendTime(rule, lessonBefore, repliedAt)`.
 */

/**
 * The reader or the author changed hour, zone, pace or allowed days. The next lesson goes at the first new send time
 * still ahead, never at an hour that nobody chose: moving from 20:00 to 08:00 at noon means tomorrow, 08:00.
 * A first lesson on its way (no lesson before it, due by now) stays due, as it was before the change: who sets the hour
 * a minute after confirming does not wait a day for it.
 */
export function afterChange(rule: Rule, lessonBefore: Date | null, currentDue: Date, now: Date): Date {
  if (!lessonBefore && currentDue <= now) return currentDue
  return nextSendTime(rule, lessonBefore, now)
}

/**
 * A pause is over: of the reader, or of the whole course. The next lesson goes at the next send time, not at
 * once, and one that was due later anyway is not brought forward.
 */
export function afterPause(rule: Rule, lessonBefore: Date | null, currentDue: Date, now: Date): Date {
  return currentDue > now ? currentDue : nextSendTime(rule, lessonBefore, now)
}

/**
 * A person pressed "send the next one now": it is due at once, also on a day that already had a lesson and on a weekday
 * that is not allowed: an exception made by somebody who saw the dates. The claim must leave out `lessonBefore` (null)
 * when it asks `whenToSend`. The course then goes on from this day.
 */
export function sendNextNow(now: Date): Date {
  return now
}
