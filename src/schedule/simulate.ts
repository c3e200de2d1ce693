import { toLocalString, toUtcString } from './local-time.ts'
import { firstDue, nextDue, type Rule } from './rule.ts'
import { countsFor, whenToSend } from './when-to-send.ts'

export interface Course {
  rule: Rule
  firstLesson: 'immediately' | 'next_send_time'
  confirmedAt: Date
  /** names of the lessons, in order */
  lessons: readonly string[]
}

/** `local` as RFC 9557 in the reader's zone, `utc` as RFC 3339. */
export interface Sending {
  lesson: string
  local: string
  utc: string
}

/** The calendar of one reader if nothing interferes, by the functions that the claim uses. */
export function simulate({ rule, firstLesson, confirmedAt, lessons }: Course): Sending[] {
  const sendings: Sending[] = []
  let lessonBefore: Date | null = null
  for (const lesson of lessons) {
    const due: Date = lessonBefore ? nextDue(rule, lessonBefore) : firstDue(rule, confirmedAt, firstLesson)
    const at = whenToSend(rule, due, due, lessonBefore)
    sendings.push({ lesson, local: toLocalString(at, rule.timezone), utc: toUtcString(at) })
    lessonBefore = countsFor(due, at)
  }
  return sendings
}
