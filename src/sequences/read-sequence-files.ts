import { parse } from 'yaml'
import type { z } from 'zod'
import { lessonFront, NAMES, sequenceFile, settingsOf } from './file-format.ts'
import { type LessonContent, problemsOf, type SequenceContent, sequenceContent } from './sequence.ts'

export interface FileProblem {
  /** Its name in the folder. */
  file: string
  problem: string
}

export interface ReadSequence {
  /** Absent when something is wrong. */
  content?: SequenceContent | undefined
  /** What could be read of it all the same, to be looked at further. */
  settings: Omit<SequenceContent, 'lessons'> | undefined
  lessons: LessonContent[]
  /** The file of each lesson, by the lesson's key. */
  fileOf: Map<string, string>
  /** The files that sequence.yaml names. */
  listed: string[]
  problems: FileProblem[]
}

const SEQUENCE = 'sequence.yaml'

/** A sequence from the texts of its files by name, or everything that is wrong with them. Pure. */
export function readSequenceFiles(files: ReadonlyMap<string, string>): ReadSequence {
  const problems: FileProblem[] = []
  const fileOf = new Map<string, string>()

  const yaml = parsed(SEQUENCE, files.get(SEQUENCE))
  const file = checked(SEQUENCE, sequenceFile, yaml)
  const settings = file && checked(SEQUENCE, sequenceContent.omit({ lessons: true }), settingsOf(file))
  const listed = file?.lessons ?? namesIn(yaml)
  const lessons = listed.flatMap((name, i) => {
    if (listed.indexOf(name) === i) return lessonFrom(name) ?? []
    problems.push({ file: SEQUENCE, problem: `${name} is listed twice` })
    return []
  })
  // What is left to go wrong is their number.
  const all =
    problems.length === 0
      ? checked(SEQUENCE, sequenceContent.pick({ lessons: true }), { lessons })
      : undefined
  const content = settings && all && { ...settings, ...all }
  return { content, settings, lessons, fileOf, listed, problems }

  function lessonFrom(name: string): LessonContent | undefined {
    const text = files.get(name)
    if (text === undefined) {
      problems.push({ file: name, problem: `cannot be read; it is listed in ${SEQUENCE} but not there` })
      return undefined
    }
    const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(tidy(text))
    if (!match) {
      problems.push({ file: name, problem: 'does not start with front matter between two --- lines' })
      return undefined
    }
    const front = checked(name, lessonFront, parsed(name, match[1]))
    const lesson =
      front &&
      checked(name, sequenceContent.shape.lessons.element, {
        key: front.id,
        subject: String(front.subject ?? ''),
        preheader: String(front.preheader ?? ''),
        markdown: match[2] ?? '',
        prompt: front.prompt == null ? null : String(front.prompt),
        waitAtMostDays: front.wait_for_reply?.at_most_days ?? null,
      })
    if (!lesson) return undefined
    const other = fileOf.get(lesson.key)
    if (other) {
      problems.push({ file: name, problem: `has the id "${lesson.key}", which ${other} has too` })
      return undefined
    }
    fileOf.set(lesson.key, name)
    return lesson
  }

  function parsed(name: string, text: string | undefined): unknown {
    if (text === undefined) {
      problems.push({ file: name, problem: 'cannot be read; a sequence needs it' })
      return undefined
    }
    try {
      return parse(tidy(text))
    } catch (error) {
      problems.push({ file: name, problem: `is not valid YAML: ${(error as Error).message.split('\n')[0]}` })
      return undefined
    }
  }

  function checked<T>(name: string, schema: z.ZodType<T>, value: unknown): T | undefined {
    if (value === undefined) return undefined
    const result = schema.safeParse(value)
    for (const problem of problemsOf(result.error))
      problems.push({ file: name, problem: problem.replace(/^\w+(?=:)/, (field) => NAMES[field] ?? field) })
    return result.data
  }
}

const tidy = (text: string) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')

/** The lessons of a sequence.yaml that is wrong elsewhere, so that they are looked at too. */
function namesIn(yaml: unknown): string[] {
  const lessons = (yaml as { lessons?: unknown } | null | undefined)?.lessons
  return Array.isArray(lessons) ? lessons.filter((name) => typeof name === 'string') : []
}
