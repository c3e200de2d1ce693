/** A line of a message, and how deep in quotations it stands. */
export interface Line {
  text: string
  /** 0: not marked as quoted */
  depth: number
  /** What the html of the message says about it. */
  told?: 'introduction' | 'signature' | 'quotation below' | undefined
}

/** "> ", ">> ", " > > ". An emoticon (">:(") is no mark. */
const MARKS = /^[ \t]{0,3}>(?![:;_.<]|[^\S\n]?[:;]-?[()])(?:[ \t]?>)*[ \t]?/

export function linesOf(text: string): Line[] {
  return text.split('\n').map((line) => {
    const marks = MARKS.exec(line)?.[0]
    if (marks === undefined) return { text: line, depth: 0 }
    return { text: line.slice(marks.length), depth: marks.replace(/[^>]/g, '').length }
  })
}

/** A line as it is read: without what cannot be seen, without stars of emphasis around it. */
export function legible(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .trim()
}

export const isBlank = ({ text }: Line) => legible(text) === ''
