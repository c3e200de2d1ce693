import { attributionEndingAt, type Introduction } from './attribution.ts'
import { headerBlockAt } from './header-block.ts'
import { isBlank, type Line, nextWritten, type Role } from './line.ts'
import type { Origin } from './own-words.ts'
import { hasAddress } from './wrote.ts'

/** A quotation without marks, which goes on to the end. */
export interface Unmarked {
  /** The first line of its introduction. */
  start: number
  /** Nothing but a date and a verb says that it is one: "On 3 May 2019 at 7:00 my mother wrote:". */
  doubtful: boolean
}

/** Gives every introduction and what it introduces its role. */
export function markIntroductions(lines: Line[], roles: Role[]): Unmarked | undefined {
  const next = nextWritten(lines)
  const isMarked = (at: number) => lines[at] !== undefined && lines[at]!.depth > 0
  const lastMarked = lines.findLastIndex(({ depth }) => depth > 0)
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at]!.told === 'introduction') roles[at] = 'introduction'
    if (roles[at] === 'introduction' || isBlank(lines[at]!)) continue
    if (roles[at] === 'quoted') {
      at = markedIntroduction(lines, roles, at)
      continue
    }
    const headers = headerBlockAt(lines, at)
    const found = headers ?? attributionEndingAt(lines, at, isMarked(next[at + 1]!))
    if (!found && lines[at]!.told !== 'quotation below') continue
    const { start, end } = found ?? { start: at, end: at }
    const said = lines.slice(start, end).map(({ text }) => text)
    const doubtful = found !== undefined && !headers && !hasAddress(said.join(' '))
    // A program that marks what it quotes would have marked this too.
    if (doubtful && !isMarked(next[end]!) && lastMarked > end) continue
    roles.fill('introduction', start, end)
    const first = next[end]!
    at = end - 1
    if (isMarked(first)) continue
    roles.fill('quoted', end)
    // A divider may have an attribution below it, or one block of headers another.
    markedIntroduction(lines, roles, first)
    return { start, doubtful }
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
export function keepTheirQuotations(
  lines: Line[],
  roles: Role[],
  origins: Origin[] | undefined,
): Set<number> {
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
