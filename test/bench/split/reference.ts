import { type Block, outline } from '../../../src/articles/outline.ts'
import { sentencesOf } from '../../../src/articles/words.ts'
import type { Lengths } from './error-measures.ts'

/** An article without its headings, and where they were. */
export interface Reference {
  markdown: string
  blocks: Block[]
  /** Sentences in each part that the headings made. */
  parts: Lengths
}

/**
 * What the headings of an article say about its parts: those of the highest level that has at least two, and any above it.
 * Text before the first is a part of its own; a heading with no text under it is none. All headings, of every level, are
 * taken out, the title too. Undefined if there are not two parts.
 */
export function referenceOf(markdown: string): Reference | undefined {
  const { blocks, definitions } = outline(markdown)
  const depths = blocks.filter(({ kind }) => kind === 'heading').map(({ depth }) => depth)
  const level = [1, 2, 3, 4, 5, 6].find((depth) => depths.filter((other) => other === depth).length >= 2)
  if (level === undefined) return undefined

  const kept: string[] = []
  const parts: number[] = []
  let isNew = true
  for (const block of blocks) {
    if (block.kind === 'heading') {
      isNew ||= block.depth <= level
      continue
    }
    kept.push(markdown.slice(block.start, block.end))
    if (block.kind === 'divider') continue
    if (isNew) parts.push(0)
    isNew = false
    parts[parts.length - 1]! += sentencesIn(block)
  }
  if (parts.length < 2) return undefined
  const bare = [...kept, ...definitions.values()].join('\n\n')
  return { markdown: bare, blocks: outline(bare).blocks, parts }
}

/** At least one in anything that is read, be it code or a picture. */
export function sentencesIn(block: Block): number {
  if (block.kind === 'divider') return 0
  const lines = block.text.split('\n').map((line) => sentencesOf(line).length)
  return Math.max(
    1,
    lines.reduce((a, b) => a + b, 0),
  )
}

/** The lengths in sentences of the parts that begin at `offsets` of the reference's Markdown, the first at its beginning. */
export function partsAt({ markdown, blocks }: Reference, offsets: number[]): Lengths {
  const before = (offset: number) =>
    blocks.reduce((count, block) => {
      if (block.end <= offset) return count + sentencesIn(block)
      if (block.start >= offset) return count
      return count + Math.min(sentencesIn(block) - 1, sentencesOf(markdown.slice(block.start, offset)).length)
    }, 0)
  const starts = [0, ...offsets.slice(1).map(before), before(markdown.length)]
  return starts.slice(1).map((start, i) => start - starts[i]!)
}
