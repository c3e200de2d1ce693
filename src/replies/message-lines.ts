import type { ParsedMail } from 'mailparser'
import { htmlLines } from './stripping/html-lines.ts'
import { isBlank, type Line, LONGEST_TEXT, linesOf } from './stripping/line.ts'
import { wordsIn } from './stripping/words.ts'

/** Characters; of longer html only the words are taken. */
const LONGEST_HTML = 2_000_000

const unread = (text: string): Line[] => text.split(/\n+/).map((line) => ({ text: line, depth: 0 }))
const withoutTags = (html: string) =>
  html
    .replace(/<(?:br|\/?(?:p|div|tr|li))\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[ \t]+/g, ' ')

/**
 * The lines of a message: of its text, or of its html where only that marks what is quoted, or where the text is not
 * the whole of it.
 */
export function messageLines(mail: Pick<ParsedMail, 'text' | 'html'>): Line[] {
  const text = (mail.text ?? '').replace(/\r\n?/g, '\n').trim()
  if (text.length > LONGEST_TEXT) return unread(text)
  const plain = linesOf(text)
  if (!mail.html) return plain
  const rich = mail.html.length > LONGEST_HTML ? undefined : htmlLines(mail.html)
  if (!rich) return text === '' ? unread(withoutTags(mail.html)) : plain
  if (text === '' || count(rich) > 2 * count(plain) + 20) return rich
  const marked = (lines: Line[]) => lines.some(({ depth }) => depth > 0)
  if (marked(plain)) return withSignature(plain, rich)
  return marked(rich) || rich.some(({ told }) => told === 'quotation below')
    ? rich
    : withSignature(plain, rich)
}

const count = (lines: Line[]) => lines.reduce((sum, { text }) => sum + wordsIn(text).length, 0)

/** Html often knows which lines are a signature where the text part shows nothing. */
function withSignature(plain: Line[], rich: Line[]): Line[] {
  const told = new Set(rich.flatMap(({ text, told }) => (told === 'signature' ? [bare(text)] : [])))
  const theirs = new Set(rich.flatMap(({ text, told }) => (told === 'signature' ? [] : [bare(text)])))
  if (told.size === 0) return plain
  return plain.map((line) =>
    !isBlank(line) && told.has(bare(line.text)) && !theirs.has(bare(line.text))
      ? { ...line, told: 'signature' as const }
      : line,
  )
}

const bare = (text: string) =>
  wordsIn(text)
    .map(({ form }) => form)
    .join(' ')
