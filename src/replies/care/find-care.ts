import { type FoundSign, findSigns } from './find-signs.ts'
import { readSignTable, type SignTable } from './sign-table.ts'
import { weigh, wordsKnown } from './weigh.ts'

export const LANGUAGES_OF_CARE = ['en', 'de', 'es'] as const

export interface Care {
  /** Whether a person should see this before anything else happens. Not a diagnosis. */
  care: boolean
  /** The reader's own words that led to it, as they stand in the text. */
  because: string[]
}

/** What the signs found have to weigh together. One strong sign does, or a weaker one beside another of a different kind. */
const ENOUGH = 3

/**
 * Signs of distress in what a reader wrote, without what they quote: self-harm, suicide, violence or abuse suffered or
 * threatened, and despair, told directly or veiled. Two nets, one below the other: phrases that people wrote down, and
 * weights learnt from examples. Both have holes (docs/decisions/0013-care.md).
 * @param language of the course, if known; what they write in is found out
 */
export function findCare(text: string, language?: string): Care {
  const signs = careBySigns(text, language)
  if (signs.care) return signs
  const written = languageMostKnown(text, language)
  const { above, passages } = weigh(text, written, tableOf(written))
  return above >= 0 ? { care: true, because: wordsOf(text, passages) } : { care: false, because: [] }
}

/** The language of most of its words; of two, the one named. */
function languageMostKnown(text: string, language?: string): string {
  const known = LANGUAGES_OF_CARE.map((each) => ({ each, count: wordsKnown(text, each, tableOf(each)) }))
  const most = Math.max(...known.map(({ count }) => count))
  const among = known.filter(({ count }) => count === most).map(({ each }) => each)
  return among.find((each) => each === language) ?? among[0]!
}

/**
 * The first net alone. All three languages are looked for, since people change language where it hurts; one that is named
 * is looked for first.
 */
export function careBySigns(text: string, language?: string): Care {
  const order = [...LANGUAGES_OF_CARE].sort((a, b) => Number(b === language) - Number(a === language))
  for (const each of order) {
    const signs = findSigns(text, tableOf(each))
    if (weightOf(signs) < ENOUGH) continue
    return { care: true, because: wordsOf(text, signs) }
  }
  return { care: false, because: [] }
}

/** Every sign counts once; of faint ones, which come in many words, one of a kind. */
function weightOf(signs: FoundSign[]): number {
  const kinds = new Map(signs.map(({ sign }) => [sign.weight === 1 ? sign.family : sign, sign.weight]))
  return [...kinds.values()].reduce((sum, weight) => sum + weight, 0)
}

const tables = new Map<string, SignTable>()
function tableOf(language: string): SignTable {
  const table = tables.get(language) ?? readSignTable(language)
  tables.set(language, table)
  return table
}

/** The passages of the signs in the order they stand, those that overlap as one. */
function wordsOf(text: string, signs: { start: number; end: number }[]): string[] {
  const passages: { start: number; end: number }[] = []
  for (const { start, end } of [...signs].sort((a, b) => a.start - b.start)) {
    const last = passages.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else passages.push({ start, end })
  }
  return [...new Set(passages.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')))]
}
