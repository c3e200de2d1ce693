/** A sequence's content: what a revision freezes, a draft changes and a folder of files holds. */
import { z } from 'zod'
import { accentProblem } from '../../emails/components/accent.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const sendTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:00')
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold only a-z, 0-9 and single hyphens')
  .max(80)

/** The house's own accent: `emails/components/look.ts` has it too. */
export const ACCENT = '#a2432a'
const accent = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'the accent must be a colour such as #a2432a')
  .superRefine((colour, check) => {
    const problem = /^#[0-9a-f]{6}$/.test(colour) ? accentProblem(colour) : undefined
    if (problem) check.addIssue({ code: 'custom', message: problem })
  })

const line = (what: string, max: number) =>
  z
    .string(`${what} is missing`)
    .trim()
    .min(1, `${what} is missing`)
    .max(max, `${what} is longer than ${max} characters`)

export const lessonContent = z.object({
  /** The lesson's identity within its sequence, kept through every edit. */
  key: slug,
  subject: line('the subject', 200),
  preheader: z.string().trim().max(250, 'the preheader is longer than 250 characters').default(''),
  markdown: z
    .string('the text is missing')
    .trim()
    .min(1, 'the text is missing')
    .max(60_000, 'the text is longer than 60,000 characters'),
  prompt: z
    .string()
    .trim()
    .max(1000, 'the prompt is longer than 1,000 characters')
    .nullable()
    .default(null)
    .transform((prompt) => prompt || null),
  waitAtMostDays: z.number().int().min(1).max(30).nullable().default(null),
})

export const sequenceContent = z.object({
  title: line('the title', 120),
  description: line('the description', 1000),
  everyDays: z.number().int().min(1).max(60),
  /** ISO: 1 = Monday … 7 = Sunday, in the reader's zone. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1, 'at least one weekday must be allowed'),
  sendTime,
  firstLesson: z.enum(['immediately', 'next_send_time']),
  /** BCP 47, such as "en" or "de-AT": the words around the lessons, `lang` and direction. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'the language must be a tag such as en or de-AT')
    .default('en'),
  /** The one colour, on light paper; the dark one is derived from it. */
  accent: accent.default(ACCENT),
  /** Every lesson a mail of its own, or all of them in one conversation. */
  threading: z.enum(['separate', 'conversation']).default('separate'),
  /** Readers may choose weekdays and every how many days, within the course's. */
  paceChoice: z.boolean().default(false),
  /** Said before consent: who reads replies; null is the sender. */
  repliesReadBy: line('who reads replies', 200).nullable().default(null),
  /** After so many days the words of a reply are erased; null keeps them until somebody erases them. */
  repliesKeptDays: z.number().int().min(1).max(3650).nullable().default(null),
  senderName: line('the sender', 80).regex(/^[^<>"\r\n]*$/, 'the sender may not hold < > or "'),
  lessons: z
    .array(lessonContent)
    .min(1, 'a sequence needs at least one lesson')
    .max(200, 'a sequence holds at most 200 lessons')
    .refine(
      (lessons) => new Set(lessons.map((l) => l.key)).size === lessons.length,
      'two lessons have the same id',
    ),
})

export type LessonContent = z.infer<typeof lessonContent>
export type SequenceContent = z.infer<typeof sequenceContent>

/** A published state as workers use it: immutable, so it may be kept in memory under its id. */
export interface Revision extends Omit<SequenceContent, 'lessons'> {
  id: string
  sequenceId: string
  slug: string
  number: number
  publishedAt: Date
  lessons: readonly RevisionLesson[]
}
export interface RevisionLesson extends LessonContent {
  lessonId: string
}

/** The sentences of a failed parse, each naming where: "lessons 2: the subject is missing". */
export function problemsOf(error: z.ZodError | undefined): string[] {
  return (error?.issues ?? []).map((issue) => {
    const where = issue.path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' ')
    return where ? `${where}: ${issue.message}` : issue.message
  })
}
