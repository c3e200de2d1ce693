import type { FoundHeading } from './article.ts'
import { findHeadings, looksLikeTitle } from './find-headings.ts'
import { type Block, outline } from './outline.ts'
import type { Paragraph } from './paragraphs.ts'

/**
 * Markdown in which no heading is marked, with those marked that its text has by the evidence: lines in bold by
 * themselves, as pages and Word documents have them, and whatever would be a heading in plain text. Markdown that
 * marks its headings stays as it is. Unless `isTitled`, the first line is the title if it looks like one.
 */
export function markHeadings(
  markdown: string,
  isTitled: boolean,
): { markdown: string; headings: FoundHeading[] } {
  const whole = outline(markdown)
  if (whole.blocks.some(({ kind }) => kind === 'heading')) return { markdown, headings: [] }
  const apart = markdown.replace(BOLD_ABOVE_TEXT, '$1\n\n')
  const { blocks, title } = outline(apart)
  const paragraphs = blocks.map((block) => paragraphOf(apart, block))
  const titleHere =
    !isTitled && title === undefined && paragraphs.length > 1 && looksLikeTitle(paragraphs[0]!)
  const above = titleHere ? [] : [TITLE]
  const found = findHeadings([...above, ...paragraphs])
  if (found.size === 0 && !titleHere) return { markdown, headings: [] }
  const marks = new Map(
    blocks.map(({ start }, i) => [
      start,
      found.has(i + above.length) ? '## ' : titleHere && i === 0 ? '# ' : '',
    ]),
  )
  let at = 0
  let marked = ''
  for (const { start, end } of blocks) {
    const mark = marks.get(start)!
    const text = apart.slice(start, end)
    marked += apart.slice(at, start) + mark + (mark ? text.replace(ALL_BOLD, '$1') : text)
    at = end
  }
  return { markdown: marked + apart.slice(at), headings: [...found.values()] }
}

const TITLE: Paragraph = { lines: ['Title'], text: 'Title', kind: 'text', gap: 1, underlined: false }

const ALL_BOLD = /^(?:\*\*|__)([^*_\n]+)(?:\*\*|__)$/
/** A bold line, a line break, and its text in the same paragraph. */
const BOLD_ABOVE_TEXT = /(?<=^|\n\n)(\*\*[^*\n]{2,90}\*\*)\\?\n(?=[\p{L}\p{N}“"'«„¿¡])/gu

function paragraphOf(markdown: string, { kind, start, end, text }: Block): Paragraph {
  const source = markdown.slice(start, end)
  return {
    // A picture's description is no line of the text.
    lines:
      (kind === 'paragraph' || kind === 'list') && !source.includes('![') ? source.split('\n') : ['', ''],
    text: kind === 'list' ? source : text,
    kind: kind === 'list' ? 'list' : 'text',
    gap: 1,
    underlined: false,
    isBold: ALL_BOLD.test(source),
  }
}
