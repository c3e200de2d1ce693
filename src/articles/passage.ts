import type { Block } from './outline.ts'
import { parseMarkdown } from './parse-markdown.ts'

/** A piece of Markdown to be found again in another version of it: `markdown.slice(start, end)`. */
export interface Passage {
  kind: string
  start: number
  end: number
  text: string
  /** What makes two passages the same: the text, however its lines are broken. */
  normal: string
}

/** Everything in `markdown` but blank lines, in order. */
export const passagesOf = (markdown: string): Passage[] =>
  parseMarkdown(markdown).children.map(({ type, position }) =>
    passageOf(markdown, { kind: type, start: position!.start.offset!, end: position!.end.offset! }),
  )

export function passageOf(
  markdown: string,
  { kind, start, end }: Pick<Block, 'start' | 'end'> & { kind: string },
): Passage {
  const text = markdown.slice(start, end).trim()
  return { kind, start, end, text, normal: kind === 'code' ? text : text.replace(/\s+/g, ' ') }
}

export const isHeading = ({ kind }: Passage) => kind === 'heading'
export const isDefinition = ({ kind }: Passage) => kind === 'definition' || kind === 'footnoteDefinition'
export const isSame = (a: Passage, b: Passage) => a.normal === b.normal
