import { outline } from '../../../src/articles/outline.ts'
import { articleOf } from '../../../src/articles/read-article.ts'
import type { CorpusArticle } from './read-corpus.ts'

export interface FoundHeadings {
  name: string
  /** Headings in the Markdown, and lines taken for one in the plain text; the title is not counted in either. */
  written: number
  found: number
  right: number
  missed: string[]
  wrong: string[]
}

/** How well headings are found in each article once it is pasted without markup, its titles left standing. */
export async function measureHeadings(corpus: CorpusArticle[]): Promise<FoundHeadings[]> {
  return Promise.all(
    corpus.map(async ({ name, markdown }) => {
      const written = headingsOf(markdown)
      const article = await articleOf(new TextEncoder().encode(asPasted(markdown)), 'text')
      const found = headingsOf(article.markdown)
      const missed = without(written, found)
      const wrong = without(found, written)
      return {
        name,
        written: written.length,
        found: found.length,
        right: found.length - wrong.length,
        missed,
        wrong,
      }
    }),
  )
}

const headingsOf = (markdown: string) =>
  outline(markdown)
    .blocks.filter(({ kind }) => kind === 'heading')
    .map(({ text }) => text)

/** What of `all` is not in `others`; one that stands twice must be there twice. */
function without(all: string[], others: string[]): string[] {
  const left = [...others]
  return all.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Markdown as a person would paste it from a page: no marks of headings, emphasis, links, quotes and code; lists and blank lines stay. */
export function asPasted(markdown: string): string {
  return `${markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, '$1')
    .replace(/^(.+)\n(?:={3,}|-{3,})$/gm, '$1')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/^\[[^\]]+\]:.*$/gm, '')
    .replace(/(\*\*\*|\*\*|\*|___|__|_)(?=\S)((?:(?!\1)[^\n])*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/`+([^`\n]+)`+/g, '$1')
    .replace(/^(?:```|~~~).*$/gm, '')
    .replace(/^>\s?/gm, '')
    .replace(/^(?:-{3,}|\*{3,}|_{3,})$/gm, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
