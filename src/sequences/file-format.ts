/** How a sequence and its lessons are written in files; what the values may be is `sequence.ts`. */
import { z } from 'zod'
import { WEEKDAYS } from './sequence.ts'

export const sequenceFile = z.strictObject({
  title: z.unknown(),
  description: z.unknown(),
  cadence: z
    .strictObject({
      every_days: z.number().default(1),
      weekdays: z.array(z.enum(WEEKDAYS)).default([...WEEKDAYS]),
    })
    .default({ every_days: 1, weekdays: [...WEEKDAYS] }),
  send_time: z.unknown().default('08:00'),
  first_lesson: z.unknown().default('immediately'),
  sender: z.strictObject({ name: z.unknown() }),
  language: z.unknown().optional(),
  accent: z.unknown().optional(),
  threading: z.unknown().optional(),
  pace_choice: z.unknown().optional(),
  replies: z
    .strictObject({ read_by: z.unknown().optional(), kept_days: z.unknown().optional() })
    .default({ read_by: undefined, kept_days: undefined }),
  lessons: z.array(z.string().regex(/^[\w.-]+\.md$/, 'must be the name of a .md file in the same folder')),
})

export const lessonFront = z.strictObject({
  id: z.string('the id is missing'),
  subject: z.unknown(),
  preheader: z.unknown().optional(),
  prompt: z.unknown().optional(),
  wait_for_reply: z.strictObject({ at_most_days: z.number() }).optional(),
})

/** What the fields of a sequence and its lessons are called in files. */
export const NAMES: Record<string, string> = {
  everyDays: 'cadence every_days',
  weekdays: 'cadence weekdays',
  sendTime: 'send_time',
  firstLesson: 'first_lesson',
  senderName: 'sender name',
  paceChoice: 'pace_choice',
  repliesReadBy: 'replies read_by',
  repliesKeptDays: 'replies kept_days',
  key: 'id',
  waitAtMostDays: 'wait_for_reply at_most_days',
}

/** The values of a sequence.yaml under the names of `sequenceContent`. */
export const settingsOf = (file: z.infer<typeof sequenceFile>) => ({
  title: file.title,
  description: file.description,
  everyDays: file.cadence.every_days,
  weekdays: file.cadence.weekdays.map((day) => WEEKDAYS.indexOf(day) + 1),
  sendTime: file.send_time,
  firstLesson: file.first_lesson,
  senderName: file.sender.name,
  language: file.language,
  accent: file.accent,
  threading: file.threading,
  paceChoice: file.pace_choice,
  repliesReadBy: file.replies.read_by,
  repliesKeptDays: file.replies.kept_days,
})
