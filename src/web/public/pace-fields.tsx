import type { Revision } from '../../sequences/sequence.ts'
import { wordsFor } from '../../words/words.ts'
import { Problem } from './field.tsx'

/** How many days between two letters a reader may choose: the course's own pace, or a slower one. */
export const pacesOf = ({ everyDays }: Pick<Revision, 'everyDays'>): number[] => [
  everyDays,
  ...[2, 3, 4, 7, 14].filter((days) => days > everyDays),
]

/** Where the course lets readers choose: every how many days, and on which of its weekdays. Posts `every_days`, `weekdays`. */
export function PaceFields(props: {
  course: Pick<Revision, 'everyDays' | 'weekdays' | 'language'>
  everyDays?: number | null
  /** ISO: 1 = Monday. Null: all of the course's. */
  weekdays?: readonly number[] | null
  error?: string
  locale: string
}) {
  const { course, locale } = props
  const words = wordsFor(course.language).signup
  const chosen = props.weekdays ?? course.weekdays
  return (
    <>
      <div className="field">
        <label htmlFor="every_days">{words.pace}</label>
        <select id="every_days" name="every_days" defaultValue={props.everyDays ?? course.everyDays}>
          {pacesOf(course).map((days) => (
            <option key={days} value={days}>
              {words.paceDays(days)}
            </option>
          ))}
        </select>
        <Problem of="every_days" problem={props.error} />
      </div>
      {course.weekdays.length > 1 && (
        <fieldset className="field plain" aria-describedby={props.error ? 'every_days-error' : undefined}>
          <legend>{words.weekdays}</legend>
          <div className="choices">
            {[...course.weekdays].sort().map((day) => (
              <label key={day}>
                <input type="checkbox" name="weekdays" value={day} defaultChecked={chosen.includes(day)} />
                {nameOfDay(day, locale)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}

/** 1 is Monday; 1 January 2024 was one. */
export const nameOfDay = (day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))
