import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { StartError } from '../start-error.ts'
import {
  type LessonContent,
  problemsOf,
  type SequenceContent,
  sequenceContent,
  slug,
  WEEKDAYS,
} from './sequence.ts'

const sequenceFile = z.strictObject({
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

const lessonFront = z.strictObject({
  id: z.string('the id is missing'),
  subject: z.unknown(),
  preheader: z.unknown().optional(),
  prompt: z.unknown().optional(),
  wait_for_reply: z.strictObject({ at_most_days: z.number() }).optional(),
})

/**
 * Reads `sequences/<slug>/`: sequence.yaml and its lessons.
 * Throws a StartError whose sentence names the file and everything wrong in it.
 */
export async function loadSequenceFiles(folder: string): Promise<SequenceContent> {
  const path = join(folder, 'sequence.yaml')
  const file = check(path, sequenceFile, yamlOf(path, await text(path)))
  const lessons = await Promise.all(file.lessons.map((name) => loadLesson(join(folder, name))))
  return check(path, sequenceContent, {
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
    lessons,
  })
}

/** The slugs of all folders under `root` that hold a sequence.yaml. */
export async function listSequenceFolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory() && slug.safeParse(entry.name).success)
    .map((entry) => entry.name)
}

async function loadLesson(path: string): Promise<LessonContent> {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(
    (await text(path)).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'),
  )
  if (!match) throw new StartError(`${path} does not start with front matter between two --- lines.`)
  const front = check(path, lessonFront, yamlOf(path, match[1] ?? ''))
  return {
    key: front.id,
    subject: String(front.subject ?? ''),
    preheader: String(front.preheader ?? ''),
    markdown: match[2] ?? '',
    prompt: front.prompt == null ? null : String(front.prompt),
    waitAtMostDays: front.wait_for_reply?.at_most_days ?? null,
  }
}

async function text(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new StartError(
      `${path} cannot be read; it is named in its sequence but not there, or not readable.`,
    )
  })
}

function yamlOf(path: string, source: string): unknown {
  try {
    return parse(source)
  } catch (error) {
    throw new StartError(`${path} is not valid YAML: ${(error as Error).message.split('\n')[0]}`)
  }
}

function check<T>(path: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new StartError(`${path} is not right: ${problemsOf(parsed.error).join('; ')}.`)
  return parsed.data
}
