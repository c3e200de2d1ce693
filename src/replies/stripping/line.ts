/** A line of a message, and how deep in quotations it stands. */
export interface Line {
  text: string
  /** 0: not marked as quoted */
  depth: number
  /** What the html of the message says about it. */
  told?: 'introduction' | 'signature' | 'quotation below' | undefined
}

/** Whose a line is. An introduction says whose words follow ("On Monday, Ana wrote:"). */
export type Role = 'own' | 'quoted' | 'introduction' | 'signature'

/** "> ", ">> ", " > > ". An emoticon (">:(") is no mark. */
const MARKS = /^[ \t]{0,3}>(?![:;_.<]|[^\S\n]?[:;]-?[()])(?:[ \t]?>){0,60}[ \t]?/

export function linesOf(text: string): Line[] {
  return text.split('\n').map((line) => {
    const marks = MARKS.exec(line)?.[0]
    if (marks === undefined) return { text: line, depth: 0 }
    return { text: line.slice(marks.length), depth: marks.replace(/[^>]/g, '').length }
  })
}

/** Characters; a longer message is shown as it is rather than read for seconds. */
export const LONGEST_TEXT = 400_000

/** Characters; a line as long as this is nobody's attribution, header or signature, and is not looked at for one. */
export const LONGEST_LINE = 600

/** A line as it is read: without what cannot be seen, without stars of emphasis around it. */
export function legible(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .trim()
}

export const isBlank = ({ text }: Line) =>
  !/\S/.test(text) || (text.length < LONGEST_LINE && legible(text) === '')

/** For each line the first one from it on that is not blank, or the number of lines. */
export function nextWritten(lines: Line[]): Int32Array {
  const next = new Int32Array(lines.length + 1).fill(lines.length)
  for (let at = lines.length - 1; at >= 0; at -= 1) next[at] = isBlank(lines[at]!) ? next[at + 1]! : at
  return next
}
