import { AUTHOR_HEADING, CONTENTS_HEADING, MAYBE_PAGE_HEADING, PAGE_HEADING } from './matter-phrases.ts'
import type { Block } from './outline.ts'
import { isCall } from './page-calls.ts'

export const AUTHOR_REASON = 'It is about the author, not part of the article.'

/** How many blocks down an article its byline or contents may stand, below a subtitle and a picture. */
export const FRONT = 5

/** A heading that only a page has, with everything under it. */
export function matterSections(blocks: Block[]): [Block, string][][] {
  const total = wordsOf(blocks)
  let before = 0
  return blocks.flatMap((heading, i) => {
    before += heading.words
    if (heading.kind !== 'heading') return []
    if (i < FRONT && CONTENTS_HEADING.test(heading.text)) return contentsAt(blocks, i)
    const author = AUTHOR_HEADING.test(heading.text)
    if (before < 0.4 * total || !(author || isPageHeading(heading.text))) return []
    const next = blocks.findIndex((block, at) => at > i && block.kind === 'heading')
    const section = blocks.slice(i, next < 0 ? undefined : next)
    const text = section
      .slice(1)
      .filter((block) => block.kind !== 'list' && block.words > 12 && !isCall(block.text))
    if (text.length > 0 && (MAYBE_PAGE_HEADING.test(heading.text) || wordsOf(section) > MOST_IN_SECTION))
      return []
    const reason = author ? AUTHOR_REASON : 'It belongs to the page, not to the article.'
    return [section.map((block): [Block, string] => [block, reason])]
  })
}

const MOST_IN_SECTION = 400

export const isPageHeading = (text: string) => PAGE_HEADING.test(text) || MAYBE_PAGE_HEADING.test(text)

function contentsAt(blocks: Block[], i: number): [Block, string][][] {
  if (blocks[i + 1]?.kind !== 'list') return []
  return [blocks.slice(i, i + 2).map((block) => [block, 'It is a table of contents.'])]
}

const wordsOf = (blocks: Block[]) => blocks.reduce((sum, { words }) => sum + words, 0)
