import { z } from 'zod'
import { LEAVING_REASONS } from '../../../enrollments/leave.ts'
import { isTimezone } from '../../../schedule/local-time.ts'
import { normaliseValue } from '../../../deliveries/normalise-value.ts'
import { sendTime } from '../../../sequences/sequence.ts'

const enrollment = z.uuid()
const ofCourse = <W extends string>(wish: W) => z.object({ do: z.literal(wish), enrollment })

const several = z.preprocess(
  (value) => (value === undefined || Array.isArray(value) ? value : [value]),
  z.array(z.coerce.number().int().min(1).max(7)).min(1).optional(),
)

/** Everything a reader may ask for on their page, as its forms post it. */
export const wish = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('schedule'),
    enrollment,
    send_time: sendTime,
    timezone: z.string().refine(isTimezone),
    every_days: z.coerce.number().int().min(1).max(60).optional(),
    weekdays: several,
  }),
  z.object({
    do: z.literal('pause'),
    enrollment,
    until: z.union([z.literal(''), z.iso.date()]).default(''),
  }),
  ofCourse('resume'),
  ofCourse('skip'),
  ofCourse('undo_skip'),
  ofCourse('next'),
  ofCourse('restart'),
  ofCourse('come_back'),
  z.object({ do: z.literal('again'), enrollment, delivery: z.uuid() }),
  z.object({
    do: z.literal('leave'),
    enrollment,
    reason: z.enum(LEAVING_REASONS).optional(),
    words: z.string().trim().max(2000).optional(),
  }),
  z.object({ do: z.literal('leave_all') }),
  z.object({
    do: z.literal('name'),
    // The same rule as on the form for signing up: a name cannot carry a message or a link.
    first_name: z
      .string()
      .trim()
      .max(40)
      .regex(/^(?!.*\.\p{L})[\p{L}\p{M}' .’-]*$/u)
      .transform((name) => normaliseValue(name) || null),
  }),
  z.object({ do: z.literal('address'), email: z.string().trim().toLowerCase().max(254).pipe(z.email()) }),
  z.object({ do: z.literal('links') }),
  z.object({ do: z.literal('erase'), word: z.string().trim() }),
])
export type Wish = z.infer<typeof wish>
