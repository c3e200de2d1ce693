import { diffArrays } from 'diff'
import { isHeading, isSame, type Passage } from './passage.ts'
import { wordsOf } from './words.ts'

/** How alike two passages have to be, in one pass after the other: each looks only where the one before found nothing. */
const BARS = [1, 0.8, 0.5]

/**
 * For each passage of a text as it is now, the index of the one it was before, or undefined where it is new. In order:
 * a passage that was moved is gone in one place and new in the other. Passages are the same, or say it in other words
 * that are mostly the same, or stand alone in the same place.
 */
export function alignPassages(before: Passage[], now: Passage[]): (number | undefined)[] {
  const found: (number | undefined)[] = now.map(() => undefined)
  pair({ from: 0, to: before.length }, { from: 0, to: now.length }, 0)
  pairHeadings()
  return found

  function pair(old: Span, young: Span, pass: number): void {
    if (old.from === old.to || young.from === young.to) return
    const bar = BARS[pass]
    if (bar === undefined) {
      const alone = old.to - old.from === 1 && young.to - young.from === 1
      if (alone && isHeading(before[old.from]!) === isHeading(now[young.from]!)) found[young.from] = old.from
      return
    }
    // What lies between the last pair and the next, on both sides.
    let o = { from: old.from, to: old.from }
    let y = { from: young.from, to: young.from }
    for (const { added, removed, count } of changes(
      before.slice(old.from, old.to),
      now.slice(young.from, young.to),
      bar,
    )) {
      if (removed) o.to += count
      else if (added) y.to += count
      else {
        pair(o, y, pass + 1)
        for (let i = 0; i < count; i += 1) found[y.to + i] = o.to + i
        o = { from: o.to + count, to: o.to + count }
        y = { from: y.to + count, to: y.to + count }
      }
    }
    pair(o, y, pass + 1)
  }

  /** A heading in quite other words is still the same one if the same text follows it. */
  function pairHeadings(): void {
    for (const [j, passage] of now.entries()) {
      if (!isHeading(passage) || found[j] !== undefined) continue
      const next = found.findIndex((o, k) => k > j && (o !== undefined || isHeading(now[k]!)))
      const text = found[next]
      if (text === undefined || isHeading(now[next]!)) continue
      const heading = before.findLastIndex((each, i) => i < text && isHeading(each))
      const last = found.findLast((o, k) => k < j && o !== undefined) ?? -1
      if (heading > last) found[j] = heading
    }
  }
}

interface Span {
  from: number
  to: number
}

/** Beyond so many differences nothing is looked for: the texts have little in common, and it would take minutes. */
const MOST_EXACT = 5_000
const MOST_ALIKE = 1_000

function changes(before: Passage[], now: Passage[], bar: number) {
  const options =
    bar === 1
      ? { comparator: (a: Passage, b: Passage) => isSame(a, b), maxEditLength: MOST_EXACT }
      : { comparator: (a: Passage, b: Passage) => likeness(a, b) >= bar, maxEditLength: MOST_ALIKE }
  return (
    diffArrays(before, now, options) ?? [
      { removed: true, added: false, count: before.length },
      { removed: false, added: true, count: now.length },
    ]
  )
}

/** From 0 to 1: how many of their words two passages share (Dice). */
function likeness(a: Passage, b: Passage): number {
  if (isHeading(a) !== isHeading(b)) return 0
  const [few, many] = [bagOf(a), bagOf(b)]
  if (few.words + many.words === 0) return 0
  let shared = 0
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0)
  return (2 * shared) / (few.words + many.words)
}

interface Bag {
  counts: Map<string, number>
  words: number
}
const bags = new WeakMap<Passage, Bag>()

function bagOf(passage: Passage): Bag {
  const known = bags.get(passage)
  if (known) return known
  const words = wordsOf(passage.normal.toLowerCase())
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const bag = { counts, words: words.length }
  bags.set(passage, bag)
  return bag
}
