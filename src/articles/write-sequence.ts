import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { ArticleError } from './article.ts'
import { clip, type LessonTexts, lessonTexts } from './lesson-texts.ts'
import type { Split } from './split-article.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The files of a course by name, in the format that `sequences/` holds. Prompts stand in the front matter only. */
export function sequenceFiles(split: Split, articleMarkdown: string): Map<string, string> {
  const digits = Math.max(2, String(split.lessons.length).length)
  const lessons = lessonTexts(split.lessons).map((lesson, i) => ({
    name: `${String(i + 1).padStart(digits, '0')}-${lesson.key}.md`,
    lesson,
  }))
  const sequence = {
    title: clip(lineOf(split.title), 120),
    description: describeCourse(split),
    cadence: { every_days: 1, weekdays: WEEKDAYS },
    send_time: '08:00',
    first_lesson: 'immediately',
    sender: { name: senderOf(split.title) },
    lessons: lessons.map(({ name }) => name),
  }
  return new Map([
    ['article.md', `${articleMarkdown.trim()}\n`],
    ['sequence.yaml', stringify(sequence, { lineWidth: 0 })],
    ...lessons.map(({ name, lesson }): [string, string] => [name, lessonFile(lesson)]),
  ])
}

/** What a course says of itself until its author does. */
export const describeCourse = ({ title, lessons }: Split) =>
  `A course in ${lessons.length} ${lessons.length === 1 ? 'letter' : 'letters'}, made from “${clip(lineOf(title), 120)}”.`

/** Until the author says who writes: a name for mail programs, which takes no < > or ". */
const senderOf = (title: string) => clip(lineOf(title.replace(/[<>"]/g, '')), 80) || 'Lettercourse'

const lineOf = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Writes `files` into a folder that must not exist yet. */
export async function writeSequence(folder: string, files: Map<string, string>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true })
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST'
      ? new ArticleError(
          `${folder} is there already and is not overwritten; choose another name or remove the folder first.`,
        )
      : error
  })
  for (const [file, text] of files) await writeFile(join(folder, file), text, { flag: 'wx' })
}

function lessonFile({ key, subject, preheader, prompt, markdown }: LessonTexts): string {
  const front = { id: key, subject, preheader, ...(prompt === null ? {} : { prompt }) }
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${markdown}\n`
}
