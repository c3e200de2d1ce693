import { languageOf } from '../../../src/articles/language.ts'
import { splitArticle } from '../../../src/articles/split-article.ts'
import { evenLengths, noBoundaries } from './baselines.ts'
import { pk, windowDiff } from './error-measures.ts'
import type { CorpusArticle } from './read-corpus.ts'
import { partsAt, type Reference, referenceOf } from './reference.ts'
import { textTiling } from './text-tiling.ts'

/** Every way of splitting that is measured, the splitter first. */
export const METHODS = ['lettercourse', 'no boundaries', 'even lengths', 'TextTiling'] as const
export type Method = (typeof METHODS)[number]

export interface Errors {
  pk: number
  windowDiff: number
}

export interface Measured {
  name: string
  parts: number
  errors: Record<Method, Errors>
}

/** Articles without two sections are not measured; their names are in `skipped`. */
export function measureBoundaries(corpus: CorpusArticle[]): { measured: Measured[]; skipped: string[] } {
  const measured: Measured[] = []
  const skipped: string[] = []
  for (const { name, markdown } of corpus) {
    const reference = referenceOf(markdown)
    if (reference) measured.push({ name, parts: reference.parts.length, errors: errorsIn(reference) })
    else skipped.push(name)
  }
  return { measured, skipped }
}

function errorsIn(reference: Reference): Measured['errors'] {
  const { blocks, markdown, parts } = reference
  const at = (starts: number[]) => starts.map((start) => blocks[start]!.start)
  const offsets: Record<Method, number[]> = {
    lettercourse: ourOffsets(markdown, parts.length),
    'no boundaries': at(noBoundaries()),
    'even lengths': at(evenLengths(blocks, parts.length)),
    TextTiling: at(textTiling(blocks, languageOf(markdown))),
  }
  const errors = METHODS.map((method) => {
    const split = partsAt(reference, offsets[method])
    return [method, { pk: pk(parts, split), windowDiff: windowDiff(parts, split) }]
  })
  return Object.fromEntries(errors) as Measured['errors']
}

/** Where the lessons begin that an author would be given who asks for so many. */
function ourOffsets(markdown: string, lessons: number): number[] {
  const article = { title: undefined, markdown, leftOut: [], passages: [], headings: [], warnings: [] }
  return splitArticle(article, { lessons }).lessons.map(({ start }) => start)
}
