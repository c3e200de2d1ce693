import { ENOUGH, numberedAdvice } from './numbered-advice.ts'
import type { Block } from './outline.ts'
import { endsAsking, type Signs, signsBefore } from './signs.ts'

/**
 * How much each sign counts, as the log odds of a heading standing there: what test/bench/split/fit-weights.ts makes of
 * articles whose headings were taken away. Which, and what was tried, is in docs/decisions/0009-segmentation.md.
 */
const WEIGHTS: Signs = {
  continuing: -1.26,
  pointing: -0.24,
  ordering: -0.12,
  setting: 0.4,
  answering: 1.26,
  linked: -0.88,
  carried: -0.5,
  asks: 1.36,
  aside: -0.17,
  opensShort: 0.29,
  closesShort: 0.26,
  longBefore: -1.27,
  second: 0.2,
  last: -0.99,
  near: -0.5,
  farDip: -0.73,
}
const USUAL = -0.64

/** Lists, quotes and code belong to what introduces them. */
const INTRODUCED = -2
/** In a text that has headings, no paragraph is as good a place as one of them. */
const BESIDE_HEADINGS = 0

/** How strong what the author marked is: a heading of the top level, and the number of a piece of advice. */
export interface Marks {
  heading: number
  advice: number
}

/**
 * How well a lesson may begin with each block: above 0 where the text itself begins something, -Infinity where it must
 * not be cut. Each level of headings has six tenths of what the one above it has.
 */
export function strengthsBefore(blocks: Block[], language: string | undefined, marks: Marks): number[] {
  const { heading, advice } = marks
  const depths = blocks.filter(({ kind }) => kind === 'heading').map(({ depth }) => depth)
  const top = depths.reduce((a, b) => Math.min(a, b), 6)
  const signs = signsBefore(blocks, language)
  const numbered = numberedAdvice(blocks)
  const lastText = blocks.findLastIndex((block) => !isBare(block))

  return blocks.map((block, i) => {
    const before = blocks[i - 1]
    if (!before || i > lastText || endsInHeading(blocks, i)) return Number.NEGATIVE_INFINITY
    if (numbered.has(i)) return advice
    if (block.kind === 'heading') return heading * 0.6 ** (block.depth - top)
    if (isTorn(before)) return Number.NEGATIVE_INFINITY
    if (before.kind === 'divider') return 0.8 * heading
    if (block.kind === 'divider') return INTRODUCED
    if (block.kind === 'item' && block.words >= ENOUGH) return advice
    if (block.kind === 'item' && before.kind === 'item') return 0
    const strength = weigh(signs[i]!) + (block.kind === 'paragraph' ? 0 : INTRODUCED)
    return depths.length > 1 ? Math.min(BESIDE_HEADINGS, strength) : strength
  })
}

function weigh(signs: Signs): number {
  const names = Object.keys(WEIGHTS) as (keyof Signs)[]
  return names.reduce((sum, name) => sum + WEIGHTS[name] * signs[name], USUAL)
}

/** What is asked or announced goes on in the next block. */
const isTorn = (before: Block) => /[:：]$/.test(before.text) || endsAsking(before)

const isBare = (block: Block) => block.kind === 'heading' || block.kind === 'divider'

/** The lesson before a cut here would be, or end in, a heading without its text. */
function endsInHeading(blocks: Block[], i: number): boolean {
  let j = i - 1
  while (blocks[j]?.kind === 'divider') j -= 1
  return j < 0 || blocks[j]!.kind === 'heading'
}
