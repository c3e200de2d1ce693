import { join } from 'node:path'
import { stripVTControlCharacters, styleText } from 'node:util'
import type { Article } from '../articles/article.ts'
import { compareArticle, type LessonChange } from '../articles/compare-article.ts'
import { traceLessons } from '../articles/trace-lessons.ts'
import type { Part } from '../articles/word-changes.ts'
import { isChange } from '../articles/word-changes.ts'
import { filesIn } from '../sequences/load-sequence-files.ts'
import { readSequenceFiles } from '../sequences/read-sequence-files.ts'

/** What a changed article means for the lessons in a folder that was made of its older version; '' if that is not known. */
export async function splitChanges(folder: string, changed: Article): Promise<string> {
  const files = await filesIn(folder)
  const { lessons, fileOf } = readSequenceFiles(files)
  const markdown = files.get('article.md')
  if (!markdown || lessons.length === 0) return ''
  const old = traceLessons({ ...changed, markdown, headings: [], passages: [], leftOut: [] }, lessons)
  if (old.lessons.length === 0)
    return `\nIts lessons are not made of ${join(folder, 'article.md')}, so there is nothing to compare.\n`

  const changes = compareArticle(old, lessons, changed)
  const own = lessons.filter(({ key }) => !old.lessons.some((lesson) => lesson.key === key))
  const lines = [
    '',
    `Compared with ${join(folder, 'article.md')} and the lessons made of it:`,
    '',
    ...changes.flatMap((change) => linesOf(change, (key) => fileOf.get(key)!)),
    ...own.map(({ key }) => head('yours', `${fileOf.get(key)}, which is not of the article`)),
    '',
    ...howToGoOn(folder, changes),
  ]
  return `${lines.join('\n')}\n`
}

function linesOf(change: LessonChange, fileOf: (key: string) => string): string[] {
  if (change.kind === 'new') {
    const { title, words } = change.lesson
    const where = change.after === null ? 'at the beginning' : `after ${fileOf(change.after)}`
    return [head('new', `“${plain(title)}” ${where} (${words} words)`), ...shown(change.passages)]
  }
  const file = fileOf(change.key)
  const moved = 'moved' in change && change.moved ? ', which stands elsewhere in the article now' : ''
  switch (change.kind) {
    case 'same':
      return [head('same', file + moved)]
    case 'edited':
      return [head('edited', `${file}${moved}; the article says what it said`)]
    case 'changed':
      return [head('changed', `${file}${moved}`), ...shown(change.passages)]
    case 'both':
      return [
        head('both', `${file}${moved}: it was edited, and the article has changed`),
        '    in the article',
        ...shown(change.passages),
        '    in the lesson',
        ...shown(change.edits),
      ]
    case 'gone':
      return [
        head(
          'gone',
          `${file}: nothing of it is in the article any more${change.edited ? '; it was edited' : ''}`,
        ),
      ]
  }
}

function howToGoOn(folder: string, changes: LessonChange[]): string[] {
  if (
    changes.every(
      ({ kind, ...rest }) => (kind === 'same' || kind === 'edited') && !('moved' in rest && rest.moved),
    )
  )
    return ['Nothing was written, and there is nothing to take over.']
  return [
    'Nothing was written. Take over in the lessons what you want, then put the changed article in the place of',
    `${join(folder, 'article.md')}. If the course is in the studio already, its page takes the changed article and`,
    'lets you choose lesson by lesson.',
  ]
}

const head = (what: string, text: string) => `  ${what.padEnd(7)}  ${text}`

/** The passages that differ, each on a line. */
const shown = (passages: Part[][]): string[] =>
  passages.filter(isChange).map(
    (parts) =>
      `      ${parts
        .map((part, i) => shownPart(part, i, parts))
        .join('')
        .trim()}`,
  )

function shownPart({ text, added, removed }: Part, i: number, parts: Part[]): string {
  const line = plain(text)
  const color = process.stdout.isTTY && process.stdout.hasColors()
  if (added) return color ? styleText('green', line) : `{+${line}+}`
  if (removed) return color ? styleText(['red', 'strikethrough'], line) : `[-${line}-]`
  return around(line, i > 0, i < parts.length - 1)
}

const NEAR = 40

/** Of words that stayed, only those beside a change. */
function around(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const most = (hasBefore ? NEAR : 0) + (hasAfter ? NEAR : 0)
  if (text.length <= most + 3) return text
  const start = hasBefore ? text.slice(0, NEAR).replace(/\S*$/, '') : ''
  const end = hasAfter ? text.slice(-NEAR).replace(/^\S*/, '') : ''
  return `${start}…${end}`
}

/** One line, without what could move a terminal's cursor. */
const plain = (text: string) => stripVTControlCharacters(text).replace(/[\s\p{Cc}]+/gu, ' ')
