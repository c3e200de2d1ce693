import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { PagePassage } from './page-passages.ts'

/**
 * Of the passages that might be an article's, those that are not: they stand on the page above the article or below
 * it, or are labels within. Where the article begins and ends is Readability's word. What it drops in between is kept
 * if it is text: headings, tables, boxes, captions.
 */
export function outsideOf(document: Document, passages: PagePassage[]): [PagePassage, string][] {
  const found = readable(document)
  const kept = passages.map((passage) => !found || isIn(found, passage))
  const first = startOf(passages, kept)
  const last = endOf(passages, kept)
  return passages.flatMap((passage, i): [PagePassage, string][] => {
    if (i < first && !isLead(passage)) return [[passage, 'It stands above the article on the page.']]
    if (passage.block.closest('x-note')) return []
    if (last >= 0 && i > last) return [[passage, 'It stands below the article on the page.']]
    return kept[i] || isProse(passage) || isPart(passage)
      ? []
      : [[passage, 'It is a link or a label on the page, not part of the text.']]
  })
}

/** A subtitle says something that the author wrote. */
export const isLead = ({ block, words, linked }: PagePassage) =>
  words >= 5 && linked < 0.5 && LEAD.test(block.getAttribute('class') ?? '')

const LEAD = /(?:^|[-_ ])(?:lead|subtitle|dek|standfirst|intro|summary|excerpt)(?=[-_ ]|$)/

interface Found {
  letters: string
  pictures: string[]
}

/** What Readability takes for the article. It gets a copy of the page, since it takes it apart. */
function readable(document: Document): Found | undefined {
  const copy = parseHTML(document.toString()).document
  const content = new Readability(copy, { charThreshold: 200 }).parse()?.content
  if (!content) return undefined
  const { document: article } = parseHTML(`<!doctype html><html><body>${content}</body></html>`)
  return {
    letters: lettersOf(article.body.textContent ?? ''),
    pictures: [...article.querySelectorAll('img')].flatMap((image) => image.getAttribute('src') || []),
  }
}

function isIn(found: Found, { text, nodes, isPicture }: PagePassage): boolean {
  if (isPicture) return nodes.some((node) => found.pictures.some((address) => outer(node).includes(address)))
  // It takes words out of paragraphs too, so that a beginning or an end has to do.
  const letters = lettersOf(text)
  return found.letters.includes(letters.slice(0, ENOUGH)) || found.letters.includes(letters.slice(-ENOUGH))
}

const ENOUGH = 40
const outer = (node: Node) => (node as Element).outerHTML ?? ''
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')

function startOf(passages: PagePassage[], kept: boolean[]): number {
  let first = passages.findIndex((passage, i) => kept[i] && (isProse(passage) || opens(passage)))
  const parent = passages[first]?.block.parentElement
  while (first > 0 && isProse(passages[first - 1]!) && passages[first - 1]!.block.parentElement === parent)
    first -= 1
  return first
}

function endOf(passages: PagePassage[], kept: boolean[]): number {
  let last = passages.findLastIndex(
    (passage, i) =>
      kept[i] && passage.linked < 0.8 && (passage.words > 2 || passage.isPicture || isPart(passage)),
  )
  const parent = passages[last]?.block.parentElement
  while (
    last >= 0 &&
    passages[last + 1] &&
    isProse(passages[last + 1]!) &&
    passages[last + 1]!.block.parentElement === parent
  )
    last += 1
  return last
}

const isProse = ({ words, linked }: PagePassage) => words >= 8 && linked < 0.5

const isPart = ({ block }: PagePassage) =>
  /^(?:h[1-6]|td|th|cite)$/.test(block.localName) ||
  block.closest('li,pre,blockquote,figcaption,dt,dd') !== null

const opens = ({ block, isPicture, words, nodes }: PagePassage) =>
  isPicture || /^h[1-6]$/.test(block.localName) || (words > 1 && nodes.every(isBold))

/** A line of its own in bold type, as pages had before they had headings. */
function isBold(node: Node): boolean {
  const name = node.nodeName.toLowerCase()
  if (name === 'b' || name === 'strong' || name === 'br') return true
  if (node.nodeType !== 1) return !(node.nodeValue ?? '').trim()
  return node.childNodes.length > 0 && [...node.childNodes].every(isBold)
}
