import type { Revision } from '../sequences/sequence.ts'
import { wordsFor } from '../words/words.ts'

/** Change it with the wording, the fields or what stands beside them: it is kept with every signup. */
export const FORM_VERSION = '2026-11-25'

type Course = Pick<Revision, 'language' | 'everyDays' | 'senderName' | 'repliesReadBy' | 'repliesKeptDays'>

/** What the form says before somebody joins, in the course's language; every word of it is kept with the signup. */
export function consentFor(course: Course): string {
  const words = wordsFor(course.language).signup
  return `${words.consent(words.consentPace(course.everyDays))} ${repliesOf(course)}`
}

/** Who reads replies, and for how long they are kept. */
export function repliesOf(course: Course): string {
  const words = wordsFor(course.language).signup
  return `${words.repliesReadBy(course.repliesReadBy ?? course.senderName)} ${words.repliesKept(course.repliesKeptDays)}`
}
