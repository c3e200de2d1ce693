import { type FoundSign, findSigns } from './find-signs.ts'
import { readSignTable, type SignTable } from './sign-table.ts'

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
 * threatened, and despair, told directly or veiled. A net with holes (docs/decisions/0013-care.md).
 *
 * All three languages are looked for, since people change language where it hurts; one that is named is looked for first.
 */
export function findCare(text: string, language?: string): Care {
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
