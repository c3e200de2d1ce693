import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { ArticleError } from './article.ts'
import { outline } from './outline.ts'
import { slugOf } from './slug-of.ts'
import type { Split, SplitLesson } from './split-article.ts'
import { sentencesOf } from './words.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The files of a course by name, in the format that `sequences/` holds. Prompts stand in the front matter only. */
export function sequenceFiles(split: Split, articleMarkdown: string): Map<string, string> {
  const ids = new Set<string>()
  const lessons = split.lessons.map((lesson, i) => {
    const plain = slugOf(lesson.title) || 'lesson'
    const id = ids.has(plain) ? `${plain}-${i + 1}` : plain
    ids.add(id)
    return {
      id,
      name: `${String(i + 1).padStart(Math.max(2, String(split.lessons.length).length), '0')}-${id}.md`,
      lesson,
    }
  })
  const sequence = {
    title: clip(split.title, 120),
    description: `A course in ${split.lessons.length} ${split.lessons.length === 1 ? 'letter' : 'letters'}, made from “${clip(split.title, 120)}”.`,
    cadence: { every_days: 1, weekdays: WEEKDAYS },
    send_time: '08:00',
    first_lesson: 'immediately',
    sender: { name: clip(split.title.replace(/[<>"]/g, ''), 80) },
    lessons: lessons.map(({ name }) => name),
  }
  return new Map([
    ['article.md', `${articleMarkdown.trim()}\n`],
    ['sequence.yaml', stringify(sequence, { lineWidth: 0 })],
    ...lessons.map(({ name, id, lesson }): [string, string] => [name, lessonFile(id, lesson)]),
  ])
}

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

function lessonFile(id: string, lesson: SplitLesson): string {
  const body = withoutPrompt(withoutTitle(lesson.body, lesson.title), lesson)
  const front = {
    id,
    subject: literal(clip(lesson.title, 200)),
    preheader: literal(clip(sentencesOf(plainBeginning(body))[0] ?? '', 140)),
    ...(lesson.prompt === null ? {} : { prompt: literal(lesson.prompt) }),
  }
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${literal(body).trim()}\n`
}

/** The subject says it already. */
function withoutTitle(body: string, title: string): string {
  const heading = /^#{1,6}\s+(.*)\n+(?=\S)/.exec(body)
  return heading?.[1]?.trim() === title ? body.slice(heading[0].length) : body
}

/** A closing paragraph that is the prompt and nothing else would be read twice. */
function withoutPrompt(body: string, { prompt, suggested }: SplitLesson): string {
  if (prompt === null || suggested) return body
  const at = body.lastIndexOf('\n\n')
  return at > 0 && body.slice(at).trim() === prompt ? body.slice(0, at) : body
}

/** The source's own braces are text, not fields. */
const literal = (text: string) => text.replace(/\{[{%]/g, (braces) => `{% raw %}${braces}{% endraw %}`)

/** The first paragraph without markup, for the line a mail program shows beside the subject. */
const plainBeginning = (body: string) =>
  outline(body).blocks.find(({ kind }) => kind === 'paragraph')?.text ?? ''

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`
}
