import { attributionEndingAt, type Introduction } from './attribution.ts'
import { headerBlockAt } from './header-block.ts'
import { isBlank, type Line, nextWritten } from './line.ts'
import { type Origin, originsOf, writtenInto } from './own-words.ts'
import { signatureIn } from './signature.ts'

/** Whose a line is. An introduction says whose words follow ("On Monday, Ana wrote:"). */
export type Role = 'own' | 'quoted' | 'introduction' | 'signature'
export interface Parted {
  text: string
  role: Role
}

/**
 * Parts the lines of a message. Marks and introductions say what is quoted; the mail that was sent, if it is known, says
 * it better: its words are a quotation with or without marks, and what stands among them but was never sent is theirs.
 */
export function partLines(lines: Line[], sent?: string): { parted: Parted[]; uncertain: boolean } {
  const roles: Role[] = lines.map(({ depth }) => (depth > 0 ? 'quoted' : 'own'))
  const unmarked = markIntroductions(lines, roles) !== undefined
  const { origins, cameBack = 0 } = sent?.trim() ? originsOf(lines, sent) : {}
  const kept = keepTheirQuotations(lines, roles, origins)
  const written = new Map<number, { theirs: string; rest: string }>()
  let uncertain = false
  if (origins) {
    takeUnmarked(lines, roles, origins)
    const found = giveBack(lines, roles, origins, cameBack, written)
    // What was found within the quotation may not be theirs; what is hidden without marks may not be the mail sent.
    uncertain = found === 'something' || (found === 'another mail' && unmarked)
  } else takeWrapped(lines, roles)
  settleBlanks(lines, roles)
  markSignatures(lines, roles)
  const parted = lines.flatMap(({ text }, at): Parted[] => {
    const into = written.get(at)
    if (!into) return [{ text: kept.has(at) ? `> ${text}` : text, role: roles[at]! }]
    return [
      { text: into.rest, role: 'quoted' },
      { text: into.theirs, role: roles[at]! },
    ]
  })
  return { parted, uncertain }
}

/** @returns the first line of a quotation without marks, which goes on to the end */
function markIntroductions(lines: Line[], roles: Role[]): number | undefined {
  const next = nextWritten(lines)
  const isMarked = (at: number) => lines[at] !== undefined && lines[at]!.depth > 0
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at]!.told === 'introduction') roles[at] = 'introduction'
    if (roles[at] === 'introduction' || isBlank(lines[at]!)) continue
    if (roles[at] === 'quoted') {
      at = markedIntroduction(lines, roles, at)
      continue
    }
    const found = headerBlockAt(lines, at) ?? attributionEndingAt(lines, at, isMarked(next[at + 1]!))
    if (!found && lines[at]!.told !== 'quotation below') continue
    const { start, end } = found ?? { start: at, end: at }
    roles.fill('introduction', start, end)
    const first = next[end]!
    at = end - 1
    if (isMarked(first)) continue
    roles.fill('quoted', end)
    // A divider may have an attribution below it, or one block of headers another.
    markedIntroduction(lines, roles, first)
    return end
  }
  return undefined
}

/** Some programs mark the introduction as part of what they quote. @returns the last line of the quotation */
function markedIntroduction(lines: Line[], roles: Role[], start: number): number {
  for (let at = start; at < start + 4 && roles[at] === 'quoted'; at += 1) {
    const found: Introduction | undefined = headerBlockAt(lines, at) ?? attributionEndingAt(lines, at, false)
    if (!found) continue
    roles.fill('introduction', start, found.end)
    break
  }
  let last = start
  while (last + 1 < lines.length && (roles[last + 1] !== 'own' || isBlank(lines[last + 1]!))) last += 1
  return last
}

/**
 * A passage marked above the introduction, after words of theirs, is something they quote themselves (a letter, a line of
 * a song): theirs, unless it was sent. @returns its lines
 */
function keepTheirQuotations(lines: Line[], roles: Role[], origins: Origin[] | undefined): Set<number> {
  const first = roles.indexOf('introduction')
  const begins = roles.findIndex((role, at) => role === 'own' && !isBlank(lines[at]!))
  const kept = new Set<number>()
  for (let at = Math.max(begins, 0); begins >= 0 && at < first; at += 1) {
    if (roles[at] !== 'quoted') continue
    let end = at
    while (roles[end] === 'quoted' || (end < first && isBlank(lines[end]!))) end += 1
    for (let line = at; line < end && roles[end] === 'own'; line += 1)
      if (!isBlank(lines[line]!) && (!origins || origins[line]!.share < 0.5)) kept.add(line)
    at = end
  }
  for (const at of kept) roles[at] = 'own'
  return kept
}

/** Words in a row that make an unmarked passage a quotation, and the share of a line's words that makes it part of one. */
const PASSAGE = 25
const NEARLY = 0.8

/** Lines without marks that were sent: a program that marks nothing, or one that wrapped a marked line. */
function takeUnmarked(lines: Line[], roles: Role[], origins: Origin[]): void {
  for (let at = 0; at < lines.length; at += 1) {
    if (roles[at] !== 'own' || isBlank(lines[at]!) || origins[at]!.share < NEARLY) continue
    let end = at
    let words = 0
    let last = at
    while (
      end < lines.length &&
      roles[end] === 'own' &&
      (isBlank(lines[end]!) || origins[end]!.share >= NEARLY)
    ) {
      if (!isBlank(lines[end]!)) last = end
      words += matched(origins[end]!)
      end += 1
    }
    const continues = (place: number) =>
      lines[place] !== undefined && lines[place]!.depth > 0 && roles[place] === 'quoted'
    const wrapped =
      last === at && continues(at - 1) && origins[at]!.share === 1 && origins[at]!.words.length > 0
    if (words >= PASSAGE || wrapped) roles.fill('quoted', at, last + 1)
    at = Math.max(at, end - 1)
  }
}

/** Words in a row that are no coincidence. */
const PHRASE = 3

const matched = ({ places }: Origin) => places.filter((place) => place >= 0).length

/** Characters after which mail programs break lines. */
const WIDTH = 68

/** The end of a marked line that was wrapped again on its way, if nothing better is known: it goes on mid-sentence. */
function takeWrapped(lines: Line[], roles: Role[]): void {
  const isMarked = (at: number) => lines[at] !== undefined && lines[at]!.depth > 0
  for (let at = 1; at + 1 < lines.length; at += 1) {
    const { text } = lines[at]!
    if (roles[at] !== 'own' || !isMarked(at - 1) || !isMarked(at + 1) || !/^\p{Ll}/u.test(text)) continue
    const before = lines[at - 1]!.text.trim()
    const reaches = before.length + text.split(' ')[0]!.length + 3
    if (reaches >= WIDTH && !/[.!?:;…]["”»)]?$/.test(before)) roles[at] = 'quoted'
  }
}

/**
 * When a quotation is of the mail that was sent, and the rest in it therefore theirs: so many words of it were sent, and
 * they are so large a share of it, or so large a share of the mail came back among however much of theirs.
 */
const KNOWN = { share: 0.5, words: 8, back: 0.4 }
/** A mail's html may show a few words above its text that the text part does not have. */
const ABOVE = 25

/** Within the quotation of the mail that was sent, what was not sent is theirs. */
function giveBack(
  lines: Line[],
  roles: Role[],
  origins: Origin[],
  cameBack: number,
  written: Map<number, { theirs: string; rest: string }>,
): 'something' | 'nothing' | 'another mail' {
  const quoted = lines.flatMap((_, at) =>
    roles[at] === 'quoted' && origins[at]!.words.length > 0 ? [at] : [],
  )
  const depth = quoted.reduce((least, at) => Math.min(least, lines[at]!.depth), Number.POSITIVE_INFINITY)
  const outer = quoted.filter((at) => lines[at]!.depth <= Math.max(1, depth))
  const total = outer.reduce((sum, at) => sum + origins[at]!.words.length, 0)
  const known = outer.reduce((sum, at) => sum + matched(origins[at]!), 0)
  if (known < KNOWN.words || (known < total * KNOWN.share && cameBack < KNOWN.back)) return 'another mail'
  const first = outer.findIndex((at) => origins[at]!.share >= 0.5 || matched(origins[at]!) >= PHRASE)
  const start = lines.findLastIndex((line, at) => at < outer[first]! && roles[at] === 'own' && !isBlank(line))
  const preface = new Set(outer.slice(0, Math.max(first, 0)).filter((at) => at > start))
  const above = [...preface].reduce((sum, at) => sum + origins[at]!.words.length, 0)
  let given = false
  let before = -1
  outer.forEach((at, index) => {
    const { places, share } = origins[at]!
    const after =
      outer
        .slice(index + 1, index + 40)
        .flatMap((next) => origins[next]!.places)
        .find((place) => place >= 0) ?? -1
    const preamble = preface.has(at) && above <= ABOVE
    const into =
      preamble || share === 0 ? undefined : writtenInto(lines[at]!.text, origins[at]!, before, after)
    if (into) written.set(at, into)
    if (into || (share === 0 && !preamble)) {
      roles[at] = 'own'
      given = true
    }
    before = places.findLast((place) => place >= 0) ?? before
  })
  return given ? 'something' : 'nothing'
}

/** A blank line goes with what is around it, so that paragraphs of either stay paragraphs. */
function settleBlanks(lines: Line[], roles: Role[]): void {
  for (let at = 1; at < lines.length; at += 1)
    if (isBlank(lines[at]!) && roles[at - 1] !== 'introduction') roles[at] = roles[at - 1]!
}

/** Each stretch of their own words may end in a signature. */
function markSignatures(lines: Line[], roles: Role[]): void {
  const first = roles.findIndex((role, at) => role === 'own' && !isBlank(lines[at]!))
  for (let at = 0; at < lines.length; at += 1) {
    if (roles[at] !== 'own') continue
    let end = at
    while (end < lines.length && roles[end] === 'own') end += 1
    signatureIn(lines.slice(at, end), at <= first).forEach((is, index) => {
      if (is) roles[at + index] = 'signature'
    })
    at = end
  }
}
