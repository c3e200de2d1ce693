import type { Paragraph } from './paragraphs.ts'

/** A lone short line that might be a heading, with what there is to know about it. */
export interface Line {
  text: string
  before: Paragraph | undefined
  after: Paragraph
  /** Its own gap and underline. */
  paragraph: Paragraph
  /** In letters of an alphabet: `lettersIn` counts them. */
  length: number
  words: number
  /** The share of its longer words that begin with a capital; undefined where its script has none. */
  capitals: number | undefined
  /** Of "2.", "Step 2" or "II": the others stand far apart, as headings do, or close together, as a list does. */
  series: 'apart' | 'together' | undefined
  /** How many short lines without a paragraph between them it is one of. */
  run: number
  /** Letters from here to the next short line. */
  opens: number
  /** How many lone questions of the text have an answer below them. */
  questions: number
  /** Somebody's turn in a conversation: it begins with a name or "Q:", and so does what comes after it. */
  isTurn: boolean
  /** How many other lines say the very same. */
  same: number
  /** How many other lines are headings by their own evidence, once that is known. */
  others: number | undefined
}

/** What is usual in the text around it. */
export interface Habits {
  /** The median length of its paragraphs. */
  length: number
  /** The share of paragraphs that end as a sentence does: few in Thai. */
  stopped: number
  /** The share of longer words within sentences that begin with a capital: few in English, a third in German. */
  capitals: number
  /** The share of paragraphs that are short lines: high in a dialogue, a verse or a list. */
  short: number
  /** How many empty lines stand before a paragraph. */
  gap: number
}

export interface Evidence {
  /** Log odds. */
  weight: number
  /** What it says for a heading; nothing where it speaks against one. */
  because?: string
  holds(line: Line, usual: Habits): boolean
}

const CLOSING = /["'”’»›」』)\]]+$/u
/** What the line ends with, behind closing quotes and brackets. */
const endOf = (line: Line) => line.text.replace(CLOSING, '').at(-1) ?? ''
const isQuestion = (line: Line) => /[?？؟]/.test(endOf(line))
const isStopped = (line: Line) => /[.。．｡।۔։።]/.test(endOf(line)) && !/(?:…|\.{3})$/.test(line.text)
const COLON = /[:：]$/
const HAS_CLOSING_QUOTE = /["“”»«‹›'’」』]/u
const OPENING_QUOTE = /^["“”„«»‹‘'「『]/u

const CONJUNCTION = /^(?:and|but|so|or|then|und|aber|oder|also|y|pero|o|et|mais|ou|e|ma|mas)\s/i

/** What speaks for a heading and against it. The odds multiply, as if each were seen by itself. */
export const EVIDENCE: Evidence[] = [
  // How it ends.
  {
    weight: 1.8,
    because: 'no full stop',
    holds: (line, usual) => usual.stopped > 0.5 && /[\p{L}\p{N}\p{M}\p{S}]/u.test(endOf(line)),
  },
  { weight: -2.6, holds: (line) => isStopped(line) && line.series !== 'apart' },
  { weight: -3.5, holds: (line) => /[,;،、，；]$/.test(line.text) },
  { weight: -1.8, holds: (line) => COLON.test(line.text) },
  { weight: -1.5, holds: (line) => COLON.test(line.text) && line.after.kind === 'list' },
  { weight: -0.8, holds: (line) => /[!！]/.test(endOf(line)) },
  { weight: -0.3, holds: (line) => /(?:…|\.{3})$/.test(line.text) },
  {
    weight: 1,
    because: 'a question with text below',
    holds: (line) => isQuestion(line) && line.questions > 2,
  },
  { weight: 1.2, because: 'one of many questions', holds: (line) => isQuestion(line) && line.questions > 3 },
  { weight: -0.8, holds: (line) => isQuestion(line) && line.questions < 3 && line.opens < 250 },

  // How long it is, by itself and beside the text it opens.
  { weight: 0.7, because: 'short', holds: (line) => line.length <= 50 },
  { weight: -0.9, holds: (line) => line.length > 90 },
  { weight: -0.8, holds: (line, usual) => line.length > 0.5 * usual.length },
  {
    weight: 1.4,
    because: 'longer text below',
    holds: (line) => line.run === 1 && line.opens > Math.max(100, 2 * line.length),
  },
  { weight: 0.5, because: 'much text below', holds: (line) => line.opens > 350 },
  { weight: -1.2, holds: (line) => line.opens < 1.5 * line.length || line.opens < 60 },
  { weight: -1, holds: (line) => line.run > 2 && line.opens < 100 },
  { weight: -2.5, holds: (line) => line.run > 3 && line.series !== 'apart' },

  // How it is written.
  {
    weight: 1.2,
    because: 'title case',
    holds: (line, usual) =>
      line.words > 2 && line.capitals !== undefined && line.capitals > Math.max(0.66, usual.capitals + 0.35),
  },
  {
    weight: 1.5,
    because: 'all capitals',
    holds: ({ text }) => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text),
  },
  { weight: 2.5, because: 'in bold by itself', holds: (line) => line.paragraph.isBold === true },
  { weight: 7, because: 'underlined', holds: (line) => line.paragraph.underlined },
  { weight: -3, holds: ({ text }) => /^\p{Ll}\p{Ll}/u.test(text) },
  {
    weight: -1.2,
    holds: ({ text }) => /^\p{Ll}\p{Lu}|^\p{P}/u.test(text) && !/^[¿¡"“„«‹‘'「『(]/u.test(text),
  },
  { weight: -2.5, holds: ({ text }) => OPENING_QUOTE.test(text) && !HAS_CLOSING_QUOTE.test(text.slice(1)) },
  { weight: -2, holds: ({ text }) => /:\/\/|www\./.test(text) },
  { weight: -0.7, holds: ({ text }) => /[.!?。！？]["”’»]?\s+\p{Lu}/u.test(text.replace(/^\S+[.)]\s/, '')) },

  { weight: -0.5, holds: ({ text }) => CONJUNCTION.test(text) },
  { weight: -4, holds: (line) => line.isTurn },

  // Where it stands.
  { weight: 3, because: 'numbered like the others', holds: (line) => line.series === 'apart' },
  { weight: -3, holds: (line) => line.series === 'together' },
  {
    weight: 0.8,
    because: 'more space above than usual',
    holds: (line, usual) => line.paragraph.gap > usual.gap,
  },
  { weight: -1.5, holds: (line) => line.before !== undefined && /[:：,،]$/.test(line.before.text) },
  { weight: -1.5, holds: (line) => line.same > 1 },
  { weight: -1.5, holds: (_, usual) => usual.short > 0.5 },
  { weight: -1.8, holds: (line) => line.others === 0 },
  { weight: 0.5, because: 'in a text with headings', holds: (line) => (line.others ?? 0) > 1 },
]

/** From 0 to 1, with what spoke for it. */
export function weigh(line: Line, usual: Habits): { confidence: number; because: string[] } {
  const found = EVIDENCE.filter((evidence) => evidence.holds(line, usual))
  const odds = found.reduce((sum, { weight }) => sum + weight, PRIOR)
  return {
    confidence: Math.round(100 / (1 + Math.exp(-odds))) / 100,
    because: found.flatMap(({ because }) => because ?? []),
  }
}

/** A short line is a heading less often than not. */
const PRIOR = -2
