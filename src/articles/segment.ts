/**
 * Where an article is best cut. Each possible lesson (a run of blocks) has a cost for its length, each possible cut
 * one for its place; the sum is smallest for the answer (dynamic programming, after Utiyama and Isahara 2001, whose
 * probabilities give way to structure: headings decide, word overlap only breaks ties).
 */
import { cohesionBefore } from './cohesion.ts'
import type { Block } from './outline.ts'

export interface Wish {
  /** Words a lesson should have. */
  target: number
  /** Exactly so many lessons, where that is possible; otherwise as many as read best. */
  lessons?: number | undefined
}

/** The index of the first block of each lesson, 0 first. Empty for no blocks. */
export function segment(blocks: Block[], wish: Wish): number[] {
  if (blocks.length === 0) return []
  const cuts = cutCosts(blocks)
  const total = sum(blocks.map((block) => block.words))
  const target = wish.lessons ? Math.max(1, total / wish.lessons) : wish.target
  const most = 1 + cuts.filter((cost, i) => i > 0 && cost < Number.POSITIVE_INFINITY).length
  return wish.lessons
    ? cutIntoExactly(blocks, cuts, target, Math.min(wish.lessons, most))
    : cutFreely(blocks, cuts, target)
}

/** What a cut before each block costs; below 0 where the text itself pauses, infinite where it must not be cut. */
export function cutCosts(blocks: Block[]): number[] {
  const top = Math.min(...blocks.filter((block) => block.kind === 'heading').map((block) => block.depth))
  const cohesion = cohesionBefore(blocks)
  const lastText = blocks.findLastIndex((block) => !isBare(block))
  return blocks.map((block, i) => {
    const before = blocks[i - 1]
    if (!before || i > lastText || endsInHeading(blocks, i)) return Number.POSITIVE_INFINITY
    const shared = 0.25 * cohesion[i]!
    if (block.kind === 'heading')
      return (block.depth === top ? -0.9 : -0.9 + 0.25 * (block.depth - top)) + shared
    if (before.kind === 'divider') return -0.6 + shared
    if (block.kind === 'divider') return 0.5
    if (/[:：]$/.test(before.text)) return 3
    if (block.kind === 'item' && before.kind === 'item') return 0.35 + shared
    if (STEP.test(block.text) && block.kind === 'paragraph') return -0.2 + shared
    if (block.kind !== 'paragraph' || before.kind !== 'paragraph') return 0.7 + shared
    return 0.4 + shared
  })
}

/** "2. Breathe out", "Step 3: …", "Secondly, …": a piece of advice begins here. */
const STEP =
  /^(?:\d{1,2}[.)]\s|(?:step|day|tip|lesson|rule)\s+\d|(?:first|second|third|fourth|fifth|final)(?:ly)?\b[,:.])/i

const isBare = (block: Block) => block.kind === 'heading' || block.kind === 'divider'

/** The lesson before a cut here would be, or end in, a heading without its text. */
function endsInHeading(blocks: Block[], i: number): boolean {
  let j = i - 1
  while (blocks[j]?.kind === 'divider') j -= 1
  return j < 0 || blocks[j]!.kind === 'heading'
}

/** A lesson far too short costs more than one as much too long, and both grow by the square. */
function lengthCost(words: number, target: number): number {
  const off = words / target - 1
  return off < 0 ? 2.2 * off * off : off * off
}

function cutFreely(blocks: Block[], cuts: number[], target: number): number[] {
  const sums = runningSums(blocks)
  const best = new Array<number>(blocks.length + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Array<number>(blocks.length + 1).fill(0)
  best[0] = 0
  for (let end = 1; end <= blocks.length; end += 1) {
    if (end < blocks.length && cuts[end] === Number.POSITIVE_INFINITY) continue
    for (let start = end - 1; start >= 0; start -= 1) {
      const cost = best[start]! + (start ? cuts[start]! : 0) + lengthCost(sums[end]! - sums[start]!, target)
      if (cost < best[end]!) {
        best[end] = cost
        from[end] = start
      }
      if (tooFar(sums[end]! - sums[start]!, target) && best[end]! < Number.POSITIVE_INFINITY) break
    }
  }
  return walkBack(blocks.length, (end) => from[end]!)
}

function cutIntoExactly(blocks: Block[], cuts: number[], target: number, lessons: number): number[] {
  const sums = runningSums(blocks)
  const froms: Int32Array[] = []
  let best = new Array<number>(blocks.length + 1).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  for (let lesson = 0; lesson < lessons; lesson += 1) {
    const next = new Array<number>(blocks.length + 1).fill(Number.POSITIVE_INFINITY)
    const from = new Int32Array(blocks.length + 1)
    for (let end = lesson + 1; end <= blocks.length; end += 1) {
      if (end < blocks.length && cuts[end] === Number.POSITIVE_INFINITY) continue
      for (let start = end - 1; start >= lesson; start -= 1) {
        const cost = best[start]! + (start ? cuts[start]! : 0) + lengthCost(sums[end]! - sums[start]!, target)
        if (cost < next[end]!) {
          next[end] = cost
          from[end] = start
        }
        if (tooFar(sums[end]! - sums[start]!, target) && next[end]! < Number.POSITIVE_INFINITY) break
      }
    }
    froms.push(from)
    best = next
  }
  let lesson = lessons
  return walkBack(blocks.length, (end) => froms[--lesson]![end]!)
}

/** No best answer has a lesson this long if a shorter one is possible: looking further back is wasted. */
const tooFar = (words: number, target: number) => words > 6 * target

function walkBack(end: number, from: (end: number) => number): number[] {
  const starts: number[] = []
  for (let at = end; at > 0; at = starts[0]!) starts.unshift(from(at))
  return starts
}

function runningSums(blocks: Block[]): number[] {
  const sums = [0]
  for (const block of blocks) sums.push(sums.at(-1)! + block.words)
  return sums
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
