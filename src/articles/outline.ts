import type { ListItem, Node, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { parse } from 'yaml'
import type { LeftOut } from './article.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { countWords } from './words.ts'

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'item'
  | 'quote'
  | 'code'
  | 'table'
  | 'divider'
  | 'other'

/** A piece of the article that is moved as a whole: `markdown.slice(start, end)`. */
export interface Block {
  kind: BlockKind
  start: number
  end: number
  /** The words in it without markup. */
  text: string
  words: number
  /** Of a heading, 1 to 6; otherwise 0. */
  depth: number
  /** Labels of the link and footnote definitions it needs, in lower case. */
  needs: string[]
  /** Offsets at which a paragraph may be cut without breaking its markup; filled for paragraphs only. */
  plain: [start: number, end: number][]
  /** The items of a list, each a block of its own, should the list be too long for one lesson. */
  items: Block[]
}

/** What cannot stand in a lesson's text, by place. */
export interface Aside extends LeftOut {
  start: number
  end: number
}

export interface Outline {
  title: string | undefined
  blocks: Block[]
  asides: Aside[]
  /** Markdown of each definition by its label: `[1]: https://…` or `[^1]: …`. */
  definitions: Map<string, string>
}

/** The blocks of an article in order. Every part of `markdown` but blank lines is in one block or one aside. */
export function outline(markdown: string): Outline {
  const blocks: Block[] = []
  const asides: Aside[] = []
  const definitions = new Map<string, string>()
  const front = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(markdown)
  const facts = front ? frontMatter(front[1] ?? '') : undefined
  const skip = front && facts ? front[0].length : 0
  if (front && facts) asides.push(aside(markdown, 0, skip, 'It is front matter, not text.'))

  // Blanked rather than cut off, so that every offset stays that of the source.
  const tree = parseMarkdown(markdown.slice(0, skip).replace(/[^\n]/g, ' ') + markdown.slice(skip))
  for (const node of tree.children) {
    const { start, end } = span(node)
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const label = labelOf(node)
      if (!definitions.has(label)) definitions.set(label, markdown.slice(start, end))
      const what = node.type === 'definition' ? 'a link' : 'a footnote'
      asides.push(
        aside(markdown, start, end, `It defines ${what}, and is repeated below each lesson that uses it.`),
      )
    } else if (node.type === 'html') {
      const comment = /^\s*<!--[\s\S]*-->\s*$/.test(node.value)
      asides.push(
        aside(
          markdown,
          start,
          end,
          comment ? 'It is a comment.' : 'It is raw HTML, which is not sent in a mail.',
        ),
      )
    } else blocks.push(blockOf(node, start, end))
  }

  let title = typeof facts?.title === 'string' && facts.title.trim() ? facts.title.trim() : undefined
  const first = blocks[0]
  if (first && isTitle(first, blocks)) {
    title ??= first.text
    blocks.shift()
    asides.push(aside(markdown, first.start, first.end, 'It is the title of the course.'))
  }
  asides.sort((a, b) => a.start - b.start)
  return { title, blocks, asides, definitions }
}

/** A level-1 heading at the very top, unless other level-1 headings show that it is a section's. */
function isTitle(first: Block, blocks: Block[]): boolean {
  return (
    first.kind === 'heading' &&
    first.depth === 1 &&
    first.text !== '' &&
    blocks.filter((b) => b.depth === 1).length === 1
  )
}

function frontMatter(source: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parse(source)
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

const kinds: Partial<Record<RootContent['type'], BlockKind>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  list: 'list',
  listItem: 'item',
  blockquote: 'quote',
  code: 'code',
  table: 'table',
  thematicBreak: 'divider',
}

function blockOf(node: RootContent, start: number, end: number): Block {
  const text = readable(node)
  return {
    kind: kinds[node.type] ?? 'other',
    start,
    end,
    text,
    words: countWords(text),
    depth: node.type === 'heading' ? node.depth : 0,
    needs: needsOf(node),
    plain:
      node.type === 'paragraph' ? node.children.filter((child) => child.type === 'text').map(offsets) : [],
    items: node.type === 'list' ? node.children.map((item: ListItem) => blockOf(item, ...offsets(item))) : [],
  }
}

/** Text as a reader sees it, with the parts of lists, quotes and tables kept apart. */
function readable(node: RootContent): string {
  const apart = ['list', 'listItem', 'blockquote', 'table', 'tableRow'].includes(node.type)
  if (!apart || !('children' in node)) return onOneLine(node).replace(/\s+/g, ' ').trim()
  return node.children.map(readable).filter(Boolean).join('\n')
}

/** A line break is a space. */
function onOneLine(node: Node): string {
  if (node.type === 'break') return ' '
  return 'children' in node ? (node.children as Node[]).map(onOneLine).join('') : textOf(node)
}

function needsOf(node: Node & { children?: Node[] }): string[] {
  const own =
    node.type === 'linkReference' || node.type === 'imageReference' || node.type === 'footnoteReference'
      ? [labelOf(node as Labelled)]
      : []
  return [...own, ...(node.children ?? []).flatMap(needsOf)]
}

type Labelled = { type: string; identifier: string }
const labelOf = (node: Labelled) =>
  (node.type.startsWith('footnote') ? '^' : '') + node.identifier.toLowerCase()

const span = (node: Node) => ({ start: node.position!.start.offset!, end: node.position!.end.offset! })
const offsets = (node: Node): [number, number] => [span(node).start, span(node).end]

const aside = (markdown: string, start: number, end: number, reason: string): Aside => ({
  start,
  end,
  text: markdown.slice(start, end).trim(),
  reason,
})
