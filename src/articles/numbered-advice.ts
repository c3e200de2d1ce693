import type { Block } from './outline.ts'

/** Words with which a piece of advice can be a lesson by itself. */
export const ENOUGH = 35

/**
 * Blocks that number themselves, be they headings, paragraphs or lists of one item: "Step 1", "Step 2", "Step 3", or bare
 * numbers. At least three, counting up by one from 1, with the same word before them in whatever language, and on
 * average with enough text from each to the next.
 */
export function numberedAdvice(blocks: Block[]): Set<number> {
  const series = new Map<string, number[]>()
  for (const [i, block] of blocks.entries()) {
    const found = numberOf(block, blocks[i + 1])
    if (!found) continue
    const run = series.get(found.series) ?? []
    if (found.number === run.length + 1 || found.number === undefined) series.set(found.series, [...run, i])
  }
  const words = (from: number, to: number) =>
    blocks.slice(from, to).reduce((sum, block) => sum + block.words, 0)
  const isEnough = (run: number[]) =>
    run.length >= 3 && words(run[0]!, run.at(-1)!) >= ENOUGH * (run.length - 1)
  return new Set([...series.values()].filter(isEnough).flat())
}

/** Which series a block belongs to, and which of it it is, where that is written in its text. */
function numberOf(block: Block, next: Block | undefined): { series: string; number?: number } | undefined {
  if (block.kind === 'list' && block.items.length === 1 && next?.kind === 'paragraph')
    return { series: 'lists of one item' }
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return undefined
  const found = NUMBERED.exec(block.text)
  if (!found) return undefined
  const word = (found[1] ?? '').trim().toLowerCase()
  return { series: `${block.kind} ${block.depth} ${word}`, number: Number(found[2]) }
}

const NUMBERED = /^(\p{L}{1,12}\.?\s?(?:#\s?)?|#\s?)?(\d{1,2})(?!\.\d)(?:[.):：、,\s–—-]|$)/u
