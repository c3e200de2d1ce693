import { isBlank, type Line, type Role } from './line.ts'
import { type Origin, writtenInto } from './own-words.ts'

/** Words in a row that make an unmarked passage a quotation, and the share of a line's words that makes it part of one. */
const PASSAGE = 25
const NEARLY = 0.8

/** Lines without marks that were sent: a program that marks nothing, or one that wrapped a marked line. */
export function takeUnmarked(lines: Line[], roles: Role[], origins: Origin[]): void {
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

/**
 * When a quotation is of the mail that was sent, and the rest in it therefore theirs: so many words of it were sent, and
 * they are so large a share of it, or so large a share of the mail came back among however much of theirs.
 */
const KNOWN = { share: 0.5, words: 8, back: 0.4 }
/** A mail's html may show a few words above its text that the text part does not have. */
const ABOVE = 25

/** Within the quotation of the mail that was sent, what was not sent is theirs. */
export function giveBack(
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
