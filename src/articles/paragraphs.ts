/** A paragraph of plain text. */
export interface Paragraph {
  /** One, unless line breaks were meant: a list, a verse, an address. */
  lines: string[]
  /** All of it as one line. */
  text: string
  kind: 'text' | 'list' | 'verse'
  /** How many empty lines stand before it. */
  gap: number
  /** A row of dashes or equals signs stands under it. */
  underlined: boolean
  /** All of it is in bold type, where that is known. */
  isBold?: boolean
}

/**
 * The paragraphs of a text as it was pasted or saved: set apart by empty lines, or one a line, or wrapped at a fixed
 * width, with or without empty lines between them.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = linesOf(text)
  const width = wrapWidth(lines)
  const spaced = lines.some((line, i) => line === '' && lines[i - 1] && lines.slice(i + 1).some(Boolean))
  const paragraphs: Paragraph[] = []
  let gap = 0
  for (let i = 0; i < lines.length; ) {
    let end = i
    while (lines[end]) end += 1
    if (end > i) {
      const versed = spaced && paragraphs.length > 0
      const [first, ...rest] = paragraphsIn(unwrap(lines.slice(i, end), width), versed)
      paragraphs.push({ ...first!, gap }, ...rest)
      gap = 0
    }
    gap += 1
    i = end + 1
  }
  return paragraphs
}

/** Without what cannot be seen: zero-width characters, tabs, runs of spaces, the several kinds of line end. */
function linesOf(text: string): string[] {
  return text
    .replace(/\r\n?|[\v\u0085\u2028]/g, '\n')
    .replace(/[\f\u2029]/g, '\n\n')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .split('\n')
    .map((line) => line.trimEnd().replace(/(?<=\S)(?:[^\S\n]{2,}|\t)/g, ' '))
    .map((line) => (/\S/.test(line) ? line : ''))
}

/** The width at which a text was wrapped, if it was: most of its lines end where the next word had no room. */
function wrapWidth(lines: string[]): number | undefined {
  const inner = lines.flatMap((line, i) => (line && lines[i + 1] ? [{ line, next: lines[i + 1]! }] : []))
  const prose = inner.filter(({ next }) => !MARKER.test(next) && !INDENT.test(next))
  if (prose.length < 2) return undefined
  const lengths = lines
    .filter(Boolean)
    .map((line) => line.length)
    .sort((a, b) => a - b)
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)]!
  if (width < 20 || width > 100) return undefined
  const full = prose.filter(({ line, next }) => !hasRoom(line, next, width))
  return full.length >= 0.7 * prose.length ? width : undefined
}

const hasRoom = (line: string, next: string, width: number) =>
  line.length + 1 + (WIDE.test(next.trim()) ? 1 : (/\S+/.exec(next)?.[0].length ?? 0)) <= width

/** Lines that were broken for want of room, made whole. */
function unwrap(lines: string[], width: number | undefined): string[] {
  const whole: string[] = []
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    const inItem = before !== undefined && INDENT.test(line) && (MARKER.test(before) || INDENT.test(before))
    const wrapped = before !== undefined && width !== undefined && !hasRoom(before, line, width)
    // "12. June" may stand at the beginning of a wrapped line and yet begin no list.
    const opens =
      MARKER.test(line) && !(wrapped && !MARKER.test(whole.at(-1)!) && /[\p{L}\p{N}]$/u.test(before))
    if (!opens && !UNDERLINE.test(line) && ((wrapped && !INDENT.test(line)) || inItem))
      whole.push(join(whole.pop()!, line.trim()))
    else whole.push(line.trim())
  }
  return whole
}

function join(line: string, next: string): string {
  const tight =
    (/\p{L}-$/u.test(line) && /^\p{Ll}/u.test(next)) || (WIDE.test(next) && WIDE.test(line.at(-1)!))
  return tight ? line + next : `${line} ${next}`
}

function paragraphsIn(lines: string[], versed: boolean): Paragraph[] {
  if (versed && isVerse(lines)) return [paragraph(lines, 'verse')]
  const paragraphs: Paragraph[] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (last?.kind === 'text' && !last.underlined && isUnderline(line, last.text)) last.underlined = true
    else if (!MARKER.test(line)) paragraphs.push(paragraph([line], 'text'))
    else if (last?.kind !== 'list') paragraphs.push(paragraph([line], 'list'))
    else paragraphs.splice(-1, 1, paragraph([...last.lines, line], 'list'))
  }
  return paragraphs
}

/** Short lines together: a poem, an address, a signature, a list whose bullets were lost. */
function isVerse(lines: string[]): boolean {
  const short = lines.every((line) => line.length <= 60 && !MARKER.test(line) && !UNDERLINE.test(line))
  return short && (lines.length > 2 || (lines.length === 2 && !/[.!?。！？]["”’»]?$/.test(lines[1]!)))
}

const isUnderline = (line: string, above: string) =>
  UNDERLINE.test(line) && above.length <= 100 && line.length >= Math.min(3, above.length)

const paragraph = (lines: string[], kind: Paragraph['kind']): Paragraph => ({
  lines,
  text: lines.join(' '),
  kind,
  gap: 0,
  underlined: false,
})

/** A character of Han, kana or Hangul says as much as two letters of an alphabet. */
export const lettersIn = (text: string) =>
  text.length +
  (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)

/** What a line of a list begins with. A dash that opens a sentence is somebody speaking. */
export const BULLET = /^\s*[-*+•‣◦⁃▪●○■□▸►➤✓✔☐☑·][ \u00A0](?=\S)|^\s*–[ \u00A0](?=\S.*[^.!?…»”"]$)/
export const NUMBERED = /^\s*\(?(\d{1,2})[.):]\s+(?=\S)/
const MARKER = new RegExp(`${BULLET.source}|${NUMBERED.source}`)
const INDENT = /^(?:\t| {2,}|\u3000|\u00A0{2,})/
const UNDERLINE = /^(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,}|—{3,})$/
/** "* * *": a pause between scenes, and no list. */
export const SCENE_BREAK = /^\s*(?:(?:\*[ \u00A0]*){3,}|(?:-[ \u00A0]*){3,}|(?:_[ \u00A0]*){3,})$/
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、！？「」『』（）：；]/u
