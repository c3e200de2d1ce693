import { alignWords } from './align-words.ts'
import type { Line } from './line.ts'
import { type Word, wordsIn } from './words.ts'

/** What of a line's words came from the mail that was sent. */
export interface Origin {
  words: Word[]
  /** For each word its place in the sent text, or -1. */
  places: number[]
  /** How many of its words were sent, from 0 to 1; a line without words has 1. */
  share: number
}

/** @returns for each line where its words come from, and how many of the sent words came back at all, from 0 to 1 */
export function originsOf(lines: Line[], sent: string): { origins: Origin[]; cameBack: number } {
  const perLine = lines.map(({ text }) => wordsIn(text))
  const sentWords = wordsIn(sent).map(({ form }) => form)
  const places = alignWords(
    perLine.flat().map(({ form }) => form),
    sentWords,
  )
  const cameBack = new Set(places.filter((place) => place >= 0)).size / Math.max(1, sentWords.length)
  let at = 0
  const origins = perLine.map((words) => {
    const own = [...places.slice(at, at + words.length)]
    at += words.length
    const known = own.filter((place) => place >= 0).length
    return { words, places: own, share: words.length === 0 ? 1 : known / words.length }
  })
  return { origins, cameBack }
}

/** So few words, where others of the original are missing, are those written differently (a name filled in). */
const CHANGED = { alone: 2, forAsMany: 3 }

/**
 * What somebody wrote into a quoted line: its words that were not sent, and the rest of the line; undefined if there
 * are none. `before` and `after` are the places of the nearest quoted words around the line.
 */
export function writtenInto(
  text: string,
  { words, places }: Origin,
  before: number,
  after: number,
): { theirs: string; rest: string } | undefined {
  const theirs: string[] = []
  const rest: string[] = []
  let from = 0
  for (let at = 0; at < places.length; at += 1) {
    if (places[at]! >= 0) continue
    const start = at
    while (at + 1 < places.length && places[at + 1]! < 0) at += 1
    const left = start > 0 ? places[start - 1]! : before
    const right = at + 1 < places.length ? places[at + 1]! : after
    const missing = left >= 0 && right >= 0 ? Math.max(0, right - left - 1) : 0
    const count = at + 1 - start
    const changed =
      missing > 0 && (count <= CHANGED.alone || (missing >= count && count <= CHANGED.forAsMany))
    if (changed) continue
    rest.push(text.slice(from, words[start]!.start))
    from = at + 1 < words.length ? words[at + 1]!.start : text.length
    theirs.push(text.slice(words[start]!.start, from).trim())
  }
  if (theirs.length === 0) return undefined
  rest.push(text.slice(from))
  return { theirs: theirs.join(' '), rest: rest.join(' ').trim() }
}
