import { parseHTML } from 'linkedom'
import { type Article, ArticleError, type LeftOut } from './article.ts'
import { type DomNode, htmlToMarkdown } from './html-to-markdown.ts'
import { markHeadings } from './mark-headings.ts'
import { isLead, outsideOf } from './article-on-page.ts'
import { furnitureIn } from './page-furniture.ts'
import { markNotes } from './page-notes.ts'
import { type PagePassage, pagePassages } from './page-passages.ts'
import { pageTitle } from './page-title.ts'

/**
 * A page's article as Markdown. Menus, cookie notes, comments and the like are told by what the page calls them, and
 * the article's place by Readability, which also drops headings, tables and captions that belong to it: those are
 * kept. Every passage of the page that is not in the article is listed as left out with a reason.
 */
export function readHtml(html: string, base?: string): Article {
  const { document } = parseHTML(
    /<html[\s>]/i.test(html)
      ? html
      : `<!doctype html><html>${/<body[\s>]/i.test(html) ? html : `<body>${html}</body>`}</html>`,
  )
  const body = document.body
  markNotes(document)
  const all = pagePassages(body)
  const { title, heading } = pageTitle(document)
  const leftOut = new Map<PagePassage, string>()
  for (const [element, reason] of furnitureIn(body, all)) {
    const inside = all.filter(
      ({ block, nodes }) => element.contains(block) || nodes.every((node) => element.contains(node)),
    )
    for (const passage of inside) leftOut.set(passage, reason)
    // Within a passage, what is called "share" may be a word of it.
    if (inside.length > 0) element.remove()
  }
  const rest = all.filter((passage) => !leftOut.has(passage))
  const titled = rest.filter(({ block }) => heading?.contains(block))
  for (const passage of titled) leftOut.set(passage, 'It is the title of the course.')
  const candidates = rest.filter((passage) => !titled.includes(passage))
  for (const [passage, reason] of outsideOf(document, candidates)) leftOut.set(passage, reason)
  for (const { block } of candidates.filter(isLead)) if (/^h[1-6]$/.test(block.localName)) rename(block, 'p')
  for (const passage of leftOut.keys()) for (const node of passage.nodes) node.parentNode?.removeChild(node)
  lowerHeadings(body)

  const text = htmlToMarkdown(body as unknown as DomNode, base).replace(/^(?:---\s+)+|(?:\s+---)+$/g, '')
  if (!/\p{L}/u.test(text)) {
    throw new ArticleError(
      'No article was found on the page; if a script writes its text, save the text to a file and split that.',
    )
  }
  return {
    title,
    ...markHeadings(text, title !== undefined),
    leftOut: listed(all, leftOut),
    passages: all.filter(({ isPicture }) => !isPicture).map(({ text }) => text),
    warnings: [],
  }
}

/** The first level is the title's: where sections have it too, all go down by one. */
function lowerHeadings(body: Element): void {
  const headings = [...body.querySelectorAll('h1,h2,h3,h4,h5')].filter((heading) =>
    heading.textContent?.trim(),
  )
  if (!headings.some(({ localName }) => localName === 'h1')) return
  for (const heading of headings) rename(heading, `h${Number(heading.localName.slice(1)) + 1}`)
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

/** HTML that is all text, as Markdown. */
export function fragmentToMarkdown(html: string, base?: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  markNotes(document)
  return htmlToMarkdown(document.body as unknown as DomNode, base)
}

function listed(all: PagePassage[], leftOut: Map<PagePassage, string>): LeftOut[] {
  const seen = new Set<string>()
  return all.flatMap((passage) => {
    const reason = leftOut.get(passage)
    if (!reason || passage.isPicture || seen.has(passage.text)) return []
    seen.add(passage.text)
    return [{ text: passage.text, reason }]
  })
}
