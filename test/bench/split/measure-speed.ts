import { performance } from 'node:perf_hooks'
import { outline } from '../../../src/articles/outline.ts'
import { splitArticle } from '../../../src/articles/split-article.ts'
import type { CorpusArticle } from './read-corpus.ts'

export interface Speed {
  words: number
  milliseconds: number
}

const MOST_BLOCKS = 15_000

/** The whole split of a text of each size, put together from the articles and their headings: the best of three. */
export function measureSpeed(corpus: CorpusArticle[], sizes = [10_000, 200_000]): Speed[] {
  return sizes.map((size) => {
    const { markdown, words } = textOf(corpus, size)
    const article = { title: undefined, markdown, leftOut: [], passages: [], headings: [], warnings: [] }
    const times = [1, 2, 3].map(() => {
      const began = performance.now()
      splitArticle(article)
      return performance.now() - began
    })
    return { words, milliseconds: Math.min(...times) }
  })
}

function textOf(corpus: CorpusArticle[], size: number): { markdown: string; words: number } {
  const blocks = corpus.flatMap(({ markdown }) =>
    outline(markdown).blocks.map(({ start, end, words }) => ({ source: markdown.slice(start, end), words })),
  )
  const sources: string[] = []
  let words = 0
  // Articles of a few words a paragraph would make more paragraphs than are split at once.
  for (let i = 0; words < size && sources.length < MOST_BLOCKS; i = (i + 1) % blocks.length) {
    sources.push(blocks[i]!.source)
    words += Math.max(1, blocks[i]!.words)
  }
  return { markdown: sources.join('\n\n'), words }
}
