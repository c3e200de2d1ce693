import { z } from 'zod'
import { normaliseValue } from '../deliveries/normalise-value.ts'
import { isTimezone } from '../schedule/local-time.ts'
import type { Revision } from '../sequences/sequence.ts'
import { wordsFor } from '../words/words.ts'
import { isDisposable } from './disposable.ts'
import { suggestAddress } from './suggest-address.ts'

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/

type Course = Pick<Revision, 'language' | 'everyDays' | 'weekdays' | 'paceChoice'>

/** What a form or a script posts; the messages are what the reader sees beside the field. */
export function signupInput(course: Course) {
  const words = wordsFor(course.language).signup
  const list = (value: unknown) => (value === undefined || value === '' ? [] : [value].flat())
  return z.object({
    email: z
      .string(words.emailMissing)
      .trim()
      .toLowerCase()
      .min(1, words.emailMissing)
      .max(254, words.emailLong)
      .pipe(z.email(words.emailWrong))
      .superRefine((email, check) => {
        const domain = email.slice(email.lastIndexOf('@') + 1)
        // What looks like a slip is asked about instead: such domains stand in the lists too.
        if (!suggestAddress(email) && isDisposable(domain))
          check.addIssue({ code: 'custom', message: words.disposable(domain) })
      }),
    // The name is printed in a mail to an address nobody has confirmed yet, so it cannot carry a message or a link.
    first_name: z
      .string(words.nameWrong)
      .trim()
      .max(40, words.nameLong)
      .regex(/^(?!.*\.\p{L})[\p{L}\p{M}' .’-]*$/u, words.nameWrong)
      .optional()
      .transform((name) => (name && normaliseValue(name)) || null),
    timezone: z.string(words.zoneMissing).min(1, words.zoneMissing).refine(isTimezone, words.zoneUnknown),
    send_time: z.preprocess(
      (value) => value || undefined,
      z.string(words.hourWrong).regex(HOUR, words.hourWrong).optional(),
    ),
    /** A reader's own pace, where the course lets them choose: not faster than the course, on some of its days. */
    every_days: z
      .preprocess(
        (value) => (value === undefined || value === '' ? null : Number(value)),
        z
          .number(words.paceWrong)
          .int(words.paceWrong)
          .min(course.everyDays, words.paceWrong)
          .max(60, words.paceWrong)
          .nullable(),
      )
      .transform((days) => (course.paceChoice && days !== course.everyDays ? days : null)),
    weekdays: z
      .preprocess(
        (value) => list(value).map(Number),
        z
          .array(
            z.number(words.paceWrong).int(words.paceWrong).min(1, words.paceWrong).max(7, words.paceWrong),
          )
          .max(7, words.paceWrong),
      )
      .transform((days) => {
        const own = course.weekdays.filter((day) => days.includes(day))
        return course.paceChoice && own.length > 0 && own.length < course.weekdays.length ? own : null
      }),
  })
}
export type SignupInput = z.output<ReturnType<typeof signupInput>>
