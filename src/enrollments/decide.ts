/** What a claim does with one due reader: pure, a row and `now` in, a decision out. */
import { countsFor, whenToSend } from '../schedule/when-to-send.ts'
import { nextDue, nextSendTime, type Rule } from '../schedule/rule.ts'
import { nextLesson } from '../sequences/next-lesson.ts'
import type { Revision, RevisionLesson } from '../sequences/sequence.ts'
import { HELD_FOR_CARE } from './held-for-care.ts'
import type { DueReader, Progress } from './queries.ts'
import { ruleOf } from './rule-of.ts'

export type Decision =
  /** They left, paused or must not be mailed: nothing is due to them any more. */
  | { do: 'stop' }
  /** Something about this reader is wrong, and a person must see to it. */
  | { do: 'hold'; reason: string }
  /** Every lesson they are owed has gone. */
  | { do: 'complete'; finishDueAt: Date | null; passed: string[] }
  /** Not now: an outage's late lesson goes at a better hour, or a lesson waits for the reply to the one before. */
  | { do: 'wait'; until: Date; forReply: boolean }
  | {
      do: 'send'
      lesson: RevisionLesson
      day: number
      of: number
      isLast: boolean
      /** What the lesson counts for, from which the next day is counted. */
      countsAs: Date
      nextDueAt: Date | null
      /** The lesson after waits for a reply to this one, and goes then without. */
      waitsUntil: Date | null
      /** After the last lesson: when the letter goes that says it was the last. */
      finishDueAt: Date | null
      passed: string[]
    }

export function decide(
  reader: DueReader,
  published: Revision,
  following: Revision,
  progress: Progress,
  replied: boolean,
  now: Date,
): Decision {
  if (!reader.may_mail) return { do: 'stop' }
  if (reader.in_care) return { do: 'hold', reason: HELD_FOR_CARE }
  const { next, owed, day, of, isLast, passed } = nextLesson(
    published.lessons,
    following.lessons.map((lesson) => lesson.lessonId),
    progress.had,
    { passed: progress.passed },
  )
  const rule = ruleOf(published, reader)
  const before = reader.lesson_before_at
  if (!next) return { do: 'complete', finishDueAt: before && nextSendTime(rule, before, now), passed }

  if (reader.paused_until && reader.paused_until > now)
    return { do: 'wait', until: nextSendTime(rule, before, reader.paused_until), forReply: false }
  const until = replied || reader.asked_now ? null : waitsUntil(rule, next, before)
  if (until && until > now) return { do: 'wait', until, forReply: true }
  // Who presses "send the next one now" has seen the dates; the rule of one a day does not stop them.
  const at = whenToSend(rule, reader.next_due_at, now, reader.asked_now ? null : before)
  if (at > now) return { do: 'wait', until: at, forReply: false }

  const countsAs = countsFor(reader.next_due_at, now)
  return {
    do: 'send',
    lesson: next,
    day,
    of,
    isLast,
    countsAs,
    nextDueAt: isLast ? null : nextDue(rule, countsAs),
    finishDueAt: isLast ? nextDue(rule, countsAs) : null,
    waitsUntil: owed[1] ? waitsUntil(rule, owed[1], countsAs) : null,
    passed,
  }
}

/**
 * When a lesson that waits for the reply to the one before goes without it; null for one that does not wait. A first lesson
 * has nothing to wait for.
 */
export function waitsUntil(
  rule: Rule,
  lesson: Pick<RevisionLesson, 'waitAtMostDays'>,
  before: Date | null,
): Date | null {
  if (!lesson.waitAtMostDays || !before) return null
  return nextDue({ ...rule, everyDays: Math.max(rule.everyDays, lesson.waitAtMostDays) }, before)
}
