import { pieceOf, sentencePlaces } from './cut-block.ts'
import type { Block } from './outline.ts'

/** Somewhere a lesson may begin: an offset in the Markdown, and what would then be its first words. */
export interface Place {
  offset: number
  text: string
}

/**
 * The places at which a person is offered to let a lesson begin (sentences are places too, if asked for): before each block and each item of a list, except where the
 * lesson before would be, or end in, a heading without its text.
 */
export function placesIn(blocks: Block[]): Place[] {
  return blocks.flatMap((block, i) => {
    const items = block.kind === 'list' ? block.items.slice(1) : []
    const here = block.kind !== 'divider' && !followsHeading(blocks, i) ? [block] : []
    return [...here, ...items].map(({ start, text }) => ({
      offset: start,
      text: text.split('\n', 1)[0] ?? '',
    }))
  })
}

function followsHeading(blocks: Block[], i: number): boolean {
  let j = i - 1
  while (blocks[j]?.kind === 'divider') j -= 1
  return blocks[j]?.kind === 'heading'
}

/** The block cut wherever one of `offsets` is a place inside it: a list between items, a paragraph between sentences. */
export function cutAt(markdown: string, block: Block, offsets: number[]): Block[] {
  const inside = offsets.filter((offset) => offset > block.start && offset < block.end)
  if (inside.length === 0) return [block]
  if (block.kind === 'list')
    return block.items.some(({ start }) => inside.includes(start)) ? block.items : [block]
  if (block.kind !== 'paragraph') return [block]
  const cuts = sentencePlaces(markdown, block).filter((offset) => inside.includes(offset))
  return [block.start, ...cuts].map((start, i) => pieceOf(markdown, block, start, cuts[i] ?? block.end))
}
