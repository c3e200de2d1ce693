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

/** Elements within elements; more than any mail program makes, and more than is read in a moment. */
const DEEPEST = 1000
/** These close themselves when the next one opens. */
const CLOSES_ITSELF =
  /^(?:p|li|d[dt]|t[rdh]|option|br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr|!.*)$/i

function isNestedDeeply(html: string): boolean {
  let depth = 0
  for (const [, closing, name] of html.matchAll(/<(\/?)([a-z!][^\s>/]{0,30})/gi)) {
    if (CLOSES_ITSELF.test(name!)) continue
    depth = closing ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST) return true
  }
  return false
}

/**
 * The lines of a message: of its text, or of its html where only that marks what is quoted, or where the text is not
 * the whole of it.
 */
export function messageLines(mail: Pick<ParsedMail, 'text' | 'html'>): Line[] {
  const text = (mail.text ?? '').replace(/\r\n?/g, '\n').trim()
  if (text.length > LONGEST_TEXT) return unread(text)
  const plain = linesOf(text)
  if (!mail.html) return plain
  if (mail.html.length > LONGEST_HTML || isNestedDeeply(mail.html))
    return text === '' ? unread(withoutTags(mail.html)) : plain
  const rich = htmlLines(mail.html)
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
