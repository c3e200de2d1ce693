import { ENOUGH } from './numbered-advice.ts'
import type { Block } from './outline.ts'
import { countWords, sentenceStarts } from './words.ts'

/**
 * A block that is longer than `limit` words as smaller ones: a list at its items, a paragraph between sentences into
 * even parts of about `target` words. Anything else, and what has no safe place to cut, is returned whole. A numbered
 * list of pieces of advice is taken apart however long it is: each can be a lesson by itself.
 */
export function cutBlock(markdown: string, block: Block, limit: number, target: number): Block[] {
  if (isAdvice(markdown, block)) return block.items
  if (block.words <= limit) return [block]
  if (block.kind === 'list' && block.items.length > 1) return block.items
  if (block.kind === 'paragraph') return cutParagraph(markdown, block, target)
  return [block]
}

function isAdvice(markdown: string, { items, words }: Block): boolean {
  return items.length >= 3 && words >= ENOUGH * items.length && /^\d/.test(markdown.slice(items[0]!.start))
}

// A sentence that begins like this would become a list, heading, quote or rule if it began a lesson.
const BEGINS_A_BLOCK =
  /^(?:\d{1,9}[.)](?:\s|$)|[-+*](?:\s|$)|#{1,6}(?:\s|$)|>|```|~~~|\||=+\s*$|[-*_](?:\s*[-*_]){2,}\s*$|<|\[)/

/** Where the sentences of a paragraph begin that could begin a lesson: not inside markup, and read as text there too. */
export function sentencePlaces(markdown: string, block: Block): number[] {
  const safe = (offset: number) => block.plain.some(([start, end]) => offset > start && offset < end)
  // A paragraph's lines are one text; only in a list does the end of a line end what is said.
  return sentenceStarts(markdown.slice(block.start, block.end).replaceAll('\n', ' '))
    .map((index) => block.start + index)
    .filter(
      (offset) =>
        offset === block.start ||
        (safe(offset) && !BEGINS_A_BLOCK.test(markdown.slice(offset, Math.min(block.end, offset + 200)))),
    )
}

function cutParagraph(markdown: string, block: Block, target: number): Block[] {
  const starts = sentencePlaces(markdown, block)
  const even = block.words / Math.max(2, Math.round(block.words / target))

  const pieces: Block[] = []
  let from = block.start
  let soFar = 0
  for (const [i, offset] of starts.entries()) {
    const next = starts[i + 1] ?? block.end
    const withNext = soFar + countWords(markdown.slice(offset, next))
    if (offset > from && withNext > even && even - soFar <= withNext - even) {
      pieces.push(pieceOf(markdown, block, from, offset))
      from = offset
      soFar = withNext - soFar
    } else soFar = withNext
  }
  pieces.push(pieceOf(markdown, block, from, block.end))
  return pieces
}

/** A part of a paragraph as a block of its own. */
export function pieceOf(markdown: string, block: Block, start: number, end: number): Block {
  const source = markdown.slice(start, end).trimEnd()
  return {
    ...block,
    start,
    end: start + source.length,
    text: source.replace(/\s+/g, ' '),
    words: countWords(source),
    plain: [],
  }
}
