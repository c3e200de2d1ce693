import { outline } from './outline.ts'
import { isDefinition, passagesOf } from './passage.ts'
import { slugOf } from './slug-of.ts'
import type { SplitLesson } from './split-article.ts'
import { sentencesOf } from './words.ts'

/** A lesson of a split as a course holds it: what is written to files, and what the studio makes a revision of. */
export interface LessonTexts {
  /** From its title; of two alike, the second gets a number. */
  key: string
  subject: string
  preheader: string
  prompt: string | null
  markdown: string
}

type Source = Pick<SplitLesson, 'title' | 'body' | 'prompt' | 'suggested'>

/** The title stands in the subject and the prompt apart, so neither is said twice. Braces are text here, not fields. */
export function lessonTexts(lessons: Source[]): LessonTexts[] {
  const keys = new Set<string>()
  return lessons.map((lesson) => {
    const key = freeKey(slugOf(lesson.title) || 'lesson', keys)
    keys.add(key)
    const body = withoutPrompt(withoutTitle(lesson.body, lesson.title), lesson)
    return {
      key,
      subject: line(lesson.title, 200),
      preheader: line(sentencesOf(plainBeginning(body))[0] ?? '', 140),
      prompt: lesson.prompt === null ? null : line(lesson.prompt, 1000),
      markdown: literal(body).trim(),
    }
  })
}

function freeKey(base: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`
    if (!taken.has(key)) return key
  }
}

/** The subject says it already. */
function withoutTitle(body: string, title: string): string {
  const heading = /^#{1,6}\s+(.*)\n+(?=\S)/.exec(body)
  return heading && isTitle(heading[1]!, title) ? body.slice(heading[0].length) : body
}

/** Whether a heading says what the title says, perhaps with a number before it: "Step 3: Sleep" and "Sleep". */
export function isTitle(heading: string, title: string): boolean {
  const [whole, name] = [lettersOf(heading), lettersOf(title)]
  if (name === '' || !whole.endsWith(name)) return false
  const before = whole.slice(0, whole.length - name.length)
  return before === '' || (before.length <= 12 && /\p{N}|^[ivxl]+$/u.test(before))
}

/** Letters and digits only, for telling whether two texts say the same. */
export const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The article's own question would be read twice where it is all of the closing paragraph; elsewhere it stays. */
function withoutPrompt(body: string, { prompt, suggested }: Source): string {
  if (prompt === null || suggested) return body
  const passages = passagesOf(body)
  const last = passages.findLast((passage) => !isDefinition(passage))
  const isPrompt = last?.kind === 'paragraph' && lettersOf(last.text) === lettersOf(prompt)
  if (!isPrompt || last === passages[0]) return body
  return `${body.slice(0, last.start).trimEnd()}${body.slice(last.end)}`
}

/** The source's own braces are text, not fields. */
export const literal = (text: string) => text.replace(/\{[{%]/g, (braces) => `{% raw %}${braces}{% endraw %}`)
export const notLiteral = (text: string) => text.replace(/\{% raw %\}(\{[{%])\{% endraw %\}/g, '$1')

/** A line of at most so many characters, once its braces are literal. */
function line(text: string, most: number): string {
  const bare = text.replace(/\s+/g, ' ').trim()
  let length = most
  while (literal(clip(bare, length)).length > most) length -= 10
  return literal(clip(bare, length))
}

/** The first paragraph without markup, for the line a mail program shows beside the subject. */
const plainBeginning = (body: string) =>
  outline(body).blocks.find(({ kind }) => kind === 'paragraph')?.text ?? ''

/** At most so many characters, cut between words. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`
}
