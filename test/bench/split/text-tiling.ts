/**
 * TextTiling as published (Hearst 1997): the text in sequences of 20 tokens, each gap between two scored by how alike
 * the ten sequences on either side of it are (block comparison), the scores smoothed, and a boundary set wherever the
 * score lies so deep between its neighbouring peaks that the depth exceeds the mean less half a standard deviation;
 * then moved to the nearest gap between paragraphs.
 */
import type { Block } from '../../../src/articles/outline.ts'
import { termsOf } from '../../../src/articles/terms.ts'

const SEQUENCE = 20
const BLOCK = 10
/** "At least three intervening token-sequences" between two boundaries. */
const APART = 4

/** The block each part begins with. */
export function textTiling(blocks: Block[], language: string | undefined): number[] {
  const tokens: (string | undefined)[] = []
  const paragraphs: number[] = []
  for (const block of blocks) {
    paragraphs.push(tokens.length)
    tokens.push(...termsOf(block.text, language))
  }
  const sequences = Array.from({ length: Math.ceil(tokens.length / SEQUENCE) }, (_, i) =>
    tokens.slice(i * SEQUENCE, (i + 1) * SEQUENCE),
  )
  if (sequences.length < 2) return [0]
  const depths = depthsOf(smooth(gapScores(sequences)))
  const starts = boundaries(depths).map((gap) => nearest(paragraphs, (gap + 1) * SEQUENCE))
  return [...new Set([0, ...starts])].sort((a, b) => a - b)
}

/** Of the gap after each sequence but the last. At the ends the blocks are as large as both sides have room for. */
export function gapScores(sequences: (string | undefined)[][]): number[] {
  return sequences.slice(1).map((_, gap) => {
    const size = Math.min(BLOCK, gap + 1, sequences.length - gap - 1)
    const left = counts(sequences.slice(gap + 1 - size, gap + 1).flat())
    const right = counts(sequences.slice(gap + 1, gap + 1 + size).flat())
    let shared = 0
    for (const [term, count] of left) shared += count * (right.get(term) ?? 0)
    return shared === 0 ? 0 : shared / Math.sqrt(squares(left) * squares(right))
  })
}

/** Each score as the mean of itself and its two neighbours, once. */
const smooth = (scores: number[]) => scores.map((_, i) => mean(scores.slice(Math.max(0, i - 1), i + 2)))

/** How far a score lies below the peaks that the scores climb to on its left and on its right. */
export function depthsOf(scores: number[]): number[] {
  const climb = (from: number, step: 1 | -1) => {
    let i = from
    while (scores[i + step] !== undefined && scores[i + step]! >= scores[i]!) i += step
    return scores[i]! - scores[from]!
  }
  return scores.map((_, i) => climb(i, -1) + climb(i, 1))
}

function boundaries(depths: number[]): number[] {
  const average = mean(depths)
  const deviation = Math.sqrt(mean(depths.map((depth) => (depth - average) ** 2)))
  const taken: number[] = []
  const deepestFirst = depths
    .map((depth, gap) => ({ depth, gap }))
    .filter(({ depth }) => depth > 0 && depth >= average - deviation / 2)
    .sort((a, b) => b.depth - a.depth || a.gap - b.gap)
  for (const { gap } of deepestFirst)
    if (taken.every((other) => Math.abs(other - gap) >= APART)) taken.push(gap)
  return taken
}

function nearest(places: number[], wanted: number): number {
  let best = 0
  for (const [i, place] of places.entries())
    if (Math.abs(place - wanted) < Math.abs(places[best]! - wanted)) best = i
  return best
}

function counts(tokens: (string | undefined)[]): Map<string, number> {
  const all = new Map<string, number>()
  for (const token of tokens) if (token !== undefined) all.set(token, (all.get(token) ?? 0) + 1)
  return all
}

const squares = (bag: Map<string, number>) => [...bag.values()].reduce((sum, n) => sum + n * n, 0)
const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length)
