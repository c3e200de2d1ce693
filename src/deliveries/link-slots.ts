import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { Latest } from './latest.ts'
import { hasMarker, splitAtSlots } from './slot.ts'

/**
 * Where a slot stands that is not in the text: at the start of a link's address, where it decides where the link
 * leads; inside an address, where it is a detail; or in an HTML tag, which a letter leaves out.
 */
export type LinkPlace = 'start' | 'inside' | 'tag'

const known = new Latest<ReadonlyMap<string, LinkPlace>>(500)

/**
 * The slots that stand in the address of a link or an image of this Markdown, or in a tag. Parsed once a shape, since
 * every reader of the same shape has the same links.
 */
export const linkSlots = (markdown: string): ReadonlyMap<string, LinkPlace> =>
  hasMarker(markdown) ? known.getOrMake(markdown, () => findLinkSlots(markdown)) : none

const none: ReadonlyMap<string, LinkPlace> = new Map()

function findLinkSlots(markdown: string): ReadonlyMap<string, LinkPlace> {
  const found = new Map<string, LinkPlace>()
  visitMarkdown(markdown, (node) => {
    const { pieces, names } = splitAtSlots(node.url ?? '')
    for (const [i, name] of names.entries()) found.set(name, i === 0 && !pieces[0] ? 'start' : 'inside')
    if (node.type === 'html') for (const name of splitAtSlots(node.value ?? '').names) found.set(name, 'tag')
  })
  return found
}

/** Calls `see` with every part of a lesson's Markdown. */
export function visitMarkdown(markdown: string, see: (node: MarkdownNode) => void): void {
  const visit = (node: MarkdownNode) => {
    see(node)
    node.children?.forEach(visit)
  }
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as MarkdownNode)
}

export interface MarkdownNode {
  type: string
  value?: string
  url?: string
  alt?: string | null
  children?: MarkdownNode[]
}
