/**
 * Parts what somebody wrote from what their mail program quoted and from their signature. When in doubt it keeps: words
 * of theirs must never be lost, and a message of which nothing would be left is shown whole.
 */
import { type Line, LONGEST_TEXT, linesOf } from './stripping/line.ts'
import { partLines, type Parted } from './stripping/part-lines.ts'

export interface SplitReply {
  reply: string
  quoted: string
  /** The parting may be wrong; the whole text should stand beside it. */
  uncertain: boolean
  /** Where answers stand between the lines of the quotation: the same words, each below what it answers, marked "> ". */
  inPlace?: string
  /** What was set apart and may be theirs all the same: signatures, and quoted lines that were not sent. */
  notOurs: string
  /** Their signature below "-- ", without what programs add. */
  belowDashes: string
}

/**
 * @param message its text, or its lines when html said more about them
 * @param sent the text of the mail that is answered, as it was sent
 */
export function splitReply(message: string | Line[], sent?: string): SplitReply {
  const lines = typeof message === 'string' ? linesOf(message.replace(/\r\n?/g, '\n')) : message
  if (lines.reduce((sum, { text }) => sum + text.length + 1, 0) > LONGEST_TEXT)
    return { ...NOTHING_APART, reply: textOf(lines), uncertain: true }
  const { parted, uncertain, notOurs, belowDashes } = partLines(lines, sent)
  const reply = tidy(apart(parted))
  if (!reply) return { ...NOTHING_APART, reply: textOf(lines), uncertain: textOf(lines) !== '' }
  const inPlace = answersInPlace(parted)
  return {
    reply,
    quoted: tidy(parted.filter(({ role }) => role === 'quoted').map(({ text }) => text)),
    uncertain,
    notOurs,
    belowDashes,
    ...(inPlace && { inPlace }),
  }
}

const NOTHING_APART = { quoted: '', notOurs: '', belowDashes: '' }

/** Quotations within quotations that are still told apart; a thousand would make a small message a large one. */
const DEEPEST = 20

/** A message as it would be shown if nothing were known about it. */
export const textOf = (lines: Line[]) =>
  tidy(lines.map(({ text, depth }) => (depth > 0 ? `${'>'.repeat(Math.min(depth, DEEPEST))} ${text}` : text)))

/** Their lines; stretches that a quotation parts are paragraphs. */
function apart(parted: Parted[]): string[] {
  return parted.flatMap(({ text, role }, at) => {
    if (role !== 'own') return []
    const parts = at > 0 && parted[at - 1]!.role === 'introduction'
    return parts ? ['', text] : [text]
  })
}

/** Characters of what is answered, beside the answer. */
const ANSWERED = 240

function answersInPlace(parted: Parted[]): string | undefined {
  const pieces: Parted[][] = []
  for (const each of parted.filter(({ role }) => role === 'own' || role === 'quoted'))
    if (pieces.at(-1)?.[0]?.role === each.role) pieces.at(-1)!.push(each)
    else pieces.push([each])
  const said = pieces.map((piece) => ({ role: piece[0]!.role, text: tidy(piece.map(({ text }) => text)) }))
  const written = said.filter(({ text }) => text !== '')
  const answers = written.filter(({ role }, at) => role === 'own' && written[at - 1]?.role === 'quoted')
  if (answers.length === 0) return undefined
  const shown = written.slice(0, written.findLastIndex(({ role }) => role === 'own') + 1)
  return shown.map(({ role, text }) => (role === 'own' ? text : marked(text))).join('\n\n')
}

function marked(text: string): string {
  const paragraph = text.split(/\n\s*\n/).at(-1)!
  const short =
    paragraph.length <= ANSWERED ? paragraph : `… ${paragraph.slice(-ANSWERED).replace(/^\S*\s/, '')}`
  return short.replace(/^/gm, '> ')
}

function tidy(lines: string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
