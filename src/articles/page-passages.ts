import { BLOCKS, SKIP } from './html-to-markdown.ts'

/** A run of text on a page, as a reader sees it: a paragraph, an item, a cell, or text between two line breaks. */
export interface PagePassage {
  text: string
  /** The nodes it is made of, which have one parent. */
  nodes: Node[]
  /** The block it stands in. */
  block: Element
  words: number
  /** The share of its letters that are in links. */
  linked: number
  /** A picture without text around it. */
  isPicture: boolean
}

/** All passages of a page in order, whatever they are for. Buttons and fields of forms are none. */
export function pagePassages(block: Element): PagePassage[] {
  const passages: PagePassage[] = []
  let run: Node[] = []
  const flush = () => {
    const passage = passageOf(run, block)
    if (passage) passages.push(passage)
    run = []
  }
  for (const node of [...block.childNodes]) {
    const name = node.nodeName.toLowerCase()
    if (SKIP_HERE.has(name)) continue
    if (isBlock(node)) {
      flush()
      passages.push(...pagePassages(node as Element))
    } else if (name === 'br' && endsInBreak(run)) flush()
    else run.push(node)
  }
  flush()
  return passages
}

/** Unlike in an article, menus are looked at: they are listed as left out. */
const SKIP_HERE = new Set([...SKIP].filter((name) => name !== 'nav' && name !== 'form').concat('label'))

/** An element that browsers set apart, or one that holds such an element. */
function isBlock(node: Node): boolean {
  const name = node.nodeName.toLowerCase()
  if (
    BLOCKS.has(name) ||
    ['nav', 'form', 'center', 'td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'dir', 'menu'].includes(name)
  )
    return true
  return [...node.childNodes].some(isBlock)
}

/** Two line breaks in a row end a paragraph. */
function endsInBreak(run: Node[]): boolean {
  const last = run.findLast((node) => !isBlank(node))
  return last?.nodeName.toLowerCase() === 'br'
}

const isBlank = (node: Node) => node.nodeType !== 1 && !(node.nodeValue ?? '').trim()

function passageOf(nodes: Node[], block: Element): PagePassage | undefined {
  const text = nodes.map(textOf).join('').replace(/\s+/g, ' ').trim()
  const isPicture = !/[\p{L}\p{N}]/u.test(text) && nodes.some(holdsPicture)
  if (!isPicture && !/[\p{L}\p{N}]/u.test(text)) return undefined
  const inLinks = nodes
    .map((node) => linksIn(node))
    .join('')
    .replace(/\s+/g, '').length
  return {
    text,
    nodes,
    block,
    words: text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    linked: inLinks / Math.max(1, text.replace(/\s+/g, '').length),
    isPicture,
  }
}

/** What is read of a node; comments, scripts and buttons are not. */
function textOf(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? ''
  const name = node.nodeName.toLowerCase()
  if (node.nodeType !== 1 || SKIP_HERE.has(name)) return ''
  const text = name === 'br' ? ' ' : [...node.childNodes].map(textOf).join('')
  // Links side by side are words of a menu and not one word.
  return name === 'a' && node.nextSibling?.nodeType === 1 ? `${text} ` : text
}

function linksIn(node: Node): string {
  if (node.nodeName.toLowerCase() === 'a') return textOf(node)
  return node.nodeType === 1 && !SKIP_HERE.has(node.nodeName.toLowerCase())
    ? [...node.childNodes].map(linksIn).join('')
    : ''
}

const holdsPicture = (node: Node): boolean =>
  node.nodeName.toLowerCase() === 'img' || [...node.childNodes].some(holdsPicture)
