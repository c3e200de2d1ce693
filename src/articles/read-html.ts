import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { type Article, ArticleError, type LeftOut } from './article.ts'
import { type DomNode, htmlToMarkdown } from './html-to-markdown.ts'

/** A page's article as Markdown: menus, sidebars and footers are recognised, left out and listed. */
export function readHtml(html: string, base?: string): Article {
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`,
  )
  const passages = passagesOf(document)
  const heading = onlyHeading(document)
  const bodyMarkdown = htmlToMarkdown(document.body as unknown as DomNode, base)
  const found = new Readability(document, { charThreshold: 200 }).parse()

  // Readability gives up on short texts, or keeps a fraction of what is no page but a fragment: then all of it counts.
  const markdown = found?.content ? fragmentToMarkdown(found.content, base) : ''
  const whole = !found || wordsIn(markdown) < 0.25 * wordsIn(bodyMarkdown)
  const kept = whole ? bodyMarkdown : markdown
  if (!/\p{L}/u.test(kept)) {
    throw new ArticleError(
      'No article was found on the page; if a script writes its text, save the text to a file and split that.',
    )
  }
  // A page's own title often ends in the site's name; its one big heading does not.
  const title = heading ?? (found?.title?.trim() || undefined)
  return {
    title: /^#\s/.test(kept) ? undefined : title,
    markdown: kept,
    leftOut: leftOutOf(passages, `${title ?? ''} ${kept}`),
    passages: [],
    headings: [],
    warnings:
      whole && found
        ? ['The article could not be told from the rest of the page, so all of the page was taken.']
        : [],
  }
}

/** HTML that is all text, as Markdown. */
export function fragmentToMarkdown(html: string, base?: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  return htmlToMarkdown(document.body as unknown as DomNode, base)
}

function onlyHeading(document: Document): string | undefined {
  const headings = [...document.querySelectorAll('h1')].map((h1) =>
    (h1.textContent ?? '').replace(/\s+/g, ' ').trim(),
  )
  return headings.length === 1 && headings[0] ? headings[0] : undefined
}

const wordsIn = (text: string) => text.split(/\s+/).length

/** The page's own passages, taken before Readability changes the document. */
function passagesOf(document: Document): string[] {
  const blocks = 'p,li,h1,h2,h3,h4,h5,h6,td,th,blockquote,pre,figcaption,dt,dd,nav,footer,aside,header,div'
  const leaves = [...document.body.querySelectorAll(blocks)].filter(
    (element) => !element.querySelector(`${blocks},script,style`),
  )
  return leaves
    .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => /\p{L}/u.test(text))
}

function leftOutOf(passages: string[], kept: string): LeftOut[] {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
  const all = letters(kept.replace(/\]\([^)]*\)/g, ']'))
  const reason = 'It is not part of the article: navigation, a sidebar or the like.'
  return [...new Set(passages)]
    .filter((text) => !all.includes(letters(text)))
    .map((text) => ({ text, reason }))
}
