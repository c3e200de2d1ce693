import { escapeInline } from './plain-text.ts'

/** What this needs of a DOM, so that any parser's will do. */
export interface DomNode {
  nodeType: number
  textContent: string | null
  childNodes: Iterable<DomNode>
  localName?: string
  getAttribute?(name: string): string | null
}

export const SKIP = new Set(
  'script style noscript template iframe object svg button form input select textarea nav'.split(' '),
)
export const BLOCKS = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table ul x-note'.split(
    ' ',
  ),
)

/** HTML, already cleaned of a page's furniture, as Markdown blocks set apart by empty lines. */
export function htmlToMarkdown(root: DomNode, base?: string): string {
  return blocksOf(root, base).join('\n\n')
}

/** Children in order: runs of inline nodes become paragraphs, block nodes become what they are. */
function blocksOf(parent: DomNode, base: string | undefined): string[] {
  const blocks: string[] = []
  let run: DomNode[] = []
  const flush = () => {
    for (const paragraph of inline(run, base).split(/\n{2,}/))
      if (paragraph.trim()) blocks.push(guard(paragraph.trim()).replace(/\n/g, '\\\n'))
    run = []
  }
  for (const child of parent.childNodes) {
    const name = nameOf(child)
    if (SKIP.has(name)) continue
    if (!BLOCKS.has(name) && !holdsBlocks(child)) run.push(child)
    else {
      flush()
      blocks.push(...blockOf(child, name, base))
    }
  }
  flush()
  return blocks
}

function blockOf(node: DomNode, name: string, base: string | undefined): string[] {
  const heading = /^h([1-6])$/.exec(name)
  if (heading) {
    const text = inline([...node.childNodes], base)
      .replace(/\s+/g, ' ')
      .trim()
    return text ? [`${'#'.repeat(Number(heading[1]))} ${text}`] : []
  }
  if (name === 'hr') return ['---']
  if (name === 'pre') return node.textContent?.trim() ? [fenced(node.textContent)] : []
  if (name === 'ul' || name === 'ol') return list(node, name === 'ol', base)
  if (name === 'table') return table(node, base)
  const inner = blocksOf(node, base)
  if (name === 'x-note' && inner.length > 0)
    return [`[^${labelOf(node)}]: ${inner.join('\n\n').replace(/\n(?=[^\n])/g, '\n    ')}`]
  if (name === 'blockquote' && inner.length > 0)
    return [inner.join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '>')]
  return inner
}

function list(node: DomNode, ordered: boolean, base: string | undefined): string[] {
  const first = Number(node.getAttribute?.('start') ?? 1) || 1
  const items = [...node.childNodes]
    .filter((child) => nameOf(child) === 'li')
    .map((item) => blocksOf(item, base))
  const loose = items.some((item) => item.filter((block) => !/^(?:[-*]|\d+\.) /.test(block)).length > 1)
  const lines = items
    .filter((item) => item.length > 0)
    .map((item, i) => {
      const mark = ordered ? `${first + i}. ` : '- '
      return mark + item.join(loose ? '\n\n' : '\n').replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)
    })
  return lines.length > 0 ? [lines.join(loose ? '\n\n' : '\n')] : []
}

/** A table that lays out a page becomes its text: one whose cells hold paragraphs, or of one column. */
function table(node: DomNode, base: string | undefined): string[] {
  const rows = descendants(node, 'tr').map((row) =>
    [...row.childNodes].filter((cell) => /^t[dh]$/.test(nameOf(cell))).map((cell) => blocksOf(cell, base)),
  )
  const filled = rows.map((row) => row.filter((cell) => cell.length > 0).length)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const laysOut =
    Math.max(0, ...filled) <= 1 || rows.flat().some((cell) => cell.length > 2 || cell.join(' ').length > 500)
  if (laysOut) return rows.flat(2)
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const text = rows
    .filter((_, i) => filled[i]! > 0)
    .map((row) => Array.from({ length: width }, (_, i) => inCell(row[i] ?? [])))
  return [[line(text[0]!), line(text[0]!.map(() => '---')), ...text.slice(1).map(line)].join('\n')]
}

const inCell = (blocks: string[]) => blocks.join(' ').replace(/\s+/g, ' ').replaceAll('|', '\\|')

function inline(nodes: DomNode[], base: string | undefined): string {
  return nodes
    .map((node) => inlineOf(node, base))
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
}

function inlineOf(node: DomNode, base: string | undefined): string {
  if (node.nodeType === 3) return escapeInline((node.textContent ?? '').replace(/\s+/g, ' '))
  const name = nameOf(node)
  if (node.nodeType !== 1 || SKIP.has(name)) return ''
  if (name === 'br') return '\n'
  if (name === 'code') return codeSpan(node.textContent ?? '')
  if (name === 'img') return image(node, base)
  if (name === 'x-mark') return `[^${labelOf(node)}]`
  const text = [...node.childNodes].map((child) => inlineOf(child, base)).join('')
  if (name === 'strong' || name === 'b') return around(text, '**')
  if (name === 'em' || name === 'i') return around(text, '*')
  if (name === 's' || name === 'del') return around(text, '~~')
  if (name === 'a') return link(text, addressOf(node.getAttribute?.('href'), base))
  return text
}

/** Markup must touch the words it is around, or it is not markup. */
function around(text: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return inner && !inner.includes('\n\n') ? `${before}${mark}${inner}${mark}${after}` : text
}

function link(text: string, address: string | undefined): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return inner && address ? `${before}[${inner}](${address})${after}` : text
}

function image(node: DomNode, base: string | undefined): string {
  const address = addressOf(node.getAttribute?.('src'), base)
  const alt = escapeInline((node.getAttribute?.('alt') ?? '').replace(/[\s[\]]+/g, ' ').trim())
  return address ? `![${alt}](${address})` : ''
}

/** Absolute, since a mail has no page to be relative to; none for what a mail may not link to. */
function addressOf(value: string | null | undefined, base: string | undefined): string | undefined {
  if (!value || value.startsWith('#') || !URL.canParse(value, base)) return undefined
  const url = new URL(value, base)
  return /^(?:https?|mailto):$/.test(url.protocol)
    ? url.href.replace(/[()\s<>]/g, encodeURIComponent).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'))
    : undefined
}

const labelOf = (node: DomNode) => node.getAttribute?.('label') ?? ''

function codeSpan(text: string): string {
  const code = text.replace(/\s+/g, ' ')
  if (!code.trim()) return code
  const ticks = '`'.repeat(longestRun(code) + 1)
  return /^`|`$/.test(code) ? `${ticks} ${code} ${ticks}` : `${ticks}${code}${ticks}`
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}\n${text.replace(/\r\n?/g, '\n').replace(/^\n|\n+$/g, '')}\n${fence}`
}

const longestRun = (text: string) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))

/** A paragraph whose lines begin like a block is told apart from one. */
function guard(paragraph: string): string {
  return paragraph
    .replace(/^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=](?=[-=\s]*$)|~~~)/gm, '\\$1')
    .replace(/^(\d{1,9})([.)](?=\s|$))/gm, '$1\\$2')
}

function descendants(node: DomNode, name: string): DomNode[] {
  return [...node.childNodes].flatMap((child) =>
    nameOf(child) === name ? [child] : descendants(child, name),
  )
}

const holdsBlocks = (node: DomNode): boolean =>
  [...(node.childNodes ?? [])].some((child) => BLOCKS.has(nameOf(child)) || holdsBlocks(child))

const nameOf = (node: DomNode) => (node.nodeType === 1 ? (node.localName ?? '').toLowerCase() : '')
