import { sayDay, whenParts } from '../../../schedule/describe.ts'
import { ACCENT, type Revision } from '../../../sequences/sequence.ts'
import { localeFor } from '../../../words/locale-for.ts'
import { wordsFor } from '../../../words/words.ts'

/** How a page speaks to one reader: words, colour, and days and hours as they say them. */
export interface Speech {
  language: string
  accent: string
  locale: string
  me: ReturnType<typeof wordsFor>['me']
  /** "tomorrow, Thursday, at 7:00" */
  when(instant: Date): string
  /** "23 November 2026" */
  day(instant: Date): string
  number(value: number): string
}

export function speechOf(
  course: Pick<Revision, 'language' | 'accent'> | undefined,
  timezone: string,
  now: Date,
): Speech {
  const language = course?.language ?? 'en'
  const locale = localeFor(language, timezone)
  const words = wordsFor(language)
  return {
    language,
    accent: course?.accent ?? ACCENT,
    locale,
    me: words.me,
    when: (instant) => words.mails.when(whenParts(instant, now, timezone, locale)),
    day: (instant) => sayDay(instant, timezone, locale),
    number: (value) => new Intl.NumberFormat(locale).format(value),
  }
}
