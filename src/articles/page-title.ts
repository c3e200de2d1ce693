/**
 * What a page's article is called: of its larger headings the one that the page's title repeats; otherwise its one
 * big heading; otherwise what it tells other sites. The title in the tab often ends in the site's name.
 */
export function pageTitle(document: Document): { title: string | undefined; heading: Element | undefined } {
  const headings = [...document.querySelectorAll('h1,h2,h3')].filter((heading) => textOf(heading))
  const inTab = plain(textOf(document.querySelector('title')))
  const repeated = headings
    .filter((heading) => inTab.includes(plain(textOf(heading))) && !isSiteName(heading))
    .toSorted((a, b) => textOf(b).length - textOf(a).length)[0]
  const big = headings.filter(({ localName }) => localName === 'h1')
  const heading = repeated ?? (big.length === 1 ? big[0] : undefined)
  const told = document.querySelector('meta[property="og:title"]')?.getAttribute('content')?.trim()
  const title = (heading && textOf(heading)) || told || textOf(document.querySelector('title')) || undefined
  return { title, heading }
}

/** A blog's own name is a heading on all of its pages, and a link to its front. */
function isSiteName(heading: Element): boolean {
  const address =
    heading.querySelector('a')?.getAttribute('href') ?? heading.closest('a')?.getAttribute('href')
  return (
    address != null &&
    URL.canParse(address, 'https://a.example') &&
    new URL(address, 'https://a.example').pathname === '/'
  )
}

const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
