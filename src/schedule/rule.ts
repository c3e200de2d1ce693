import { addDays, localDay, toInstant, weekdayOf } from './local-time.ts'

/** When one reader's lessons go: a reader's zone, hour and pace, and the weekdays of the sequence. */
export interface Rule {
  /** IANA name of the reader's zone */
  timezone: string
  /** the reader's wall clock, `HH:MM` */
  sendTime: string
  /** whole days from the local day of one lesson to that of the next, at least 1 */
  everyDays: number
  /** allowed weekdays in the reader's zone, ISO 8601: 1 = Monday … 7 = Sunday; at least one */
  weekdays: readonly number[]
}

export function isAllowed(rule: Rule, day: string): boolean {
  return rule.weekdays.includes(weekdayOf(day))
}

/**
 * The first local day on which a lesson may go after `lessonBefore`, whatever its weekday; undefined if none went.
 * Local days are those of the zone the reader has now, also for a lesson that went while they had another.
 */
export function earliestDay(rule: Rule, lessonBefore: Date | null): string | undefined {
  if (!(Number.isInteger(rule.everyDays) && rule.everyDays >= 1))
    throw new RangeError('everyDays: a whole number from 1')
  return lessonBefore ? addDays(localDay(lessonBefore, rule.timezone), rule.everyDays) : undefined
}

/**
 * The send time on `day`, or undefined if none of its lessons may go then. Where a gap carries the send time into the
 * next day (Nuuk 23:30 at DST start, Apia's missing day), that next day has to be allowed too.
 */
export function sendTimeOn(rule: Rule, day: string): Date | undefined {
  if (!isAllowed(rule, day)) return undefined
  const instant = toInstant(day, rule.sendTime, rule.timezone)
  return isAllowed(rule, localDay(instant, rule.timezone)) ? instant : undefined
}

/** The first send time on an allowed local day from `day` on, and not before `from`. */
function firstSendTime(rule: Rule, day: string, from?: Date): Date {
  // Two weeks hold every weekday twice, so a gap or a missing day cannot hide one.
  for (let ahead = 0; ahead <= 15; ahead++) {
    const instant = sendTimeOn(rule, addDays(day, ahead))
    if (instant && (!from || instant >= from)) return instant
  }
  throw new RangeError('weekdays: at least one of 1 (Monday) to 7 (Sunday)')
}

/**
 * The first send time at or after `from` that the rule allows after `lessonBefore`: after a resume, after the reply a
 * lesson waited for, on the day a pause ends (`from` = that day at 00:00, by `toInstant`).
 */
export function nextSendTime(rule: Rule, lessonBefore: Date | null, from: Date): Date {
  const today = localDay(from, rule.timezone)
  const earliest = earliestDay(rule, lessonBefore)
  return firstSendTime(rule, earliest && earliest > today ? earliest : today, from)
}

/**
 * When lesson 1 is due: on confirmation, whatever the day and hour, or at the first allowed send time at or after it
 * ("Rules of time").
 */
export function firstDue(rule: Rule, confirmedAt: Date, firstLesson: 'immediately' | 'next_send_time'): Date {
  if (firstLesson === 'immediately') return confirmedAt
  return nextSendTime(rule, null, confirmedAt)
}

/**
 * When the lesson after is due: at the send time of the first allowed local day that is `everyDays` or more after the
 * local day of `lessonBefore`. `lessonBefore` is what `countsFor` said when that lesson was claimed.
 */
export function nextDue(rule: Rule, lessonBefore: Date): Date {
  return firstSendTime(rule, earliestDay(rule, lessonBefore) as string)
}
