import type { Block } from './outline.ts'
import { termsOf } from './terms.ts'
import type { Voice } from './voice.ts'
import { wordsOf } from './words.ts'

/** How much a phrase tells about `blocks` and not about the rest of the article. */
export function weightsOf(blocks: Block[], voice: Voice): (phrase: string) => number {
  const counts = new Map<string, number>()
  let size = 0
  for (const { text } of blocks) {
    for (const term of termsOf(text, voice.language)) {
      if (term === undefined) continue
      counts.set(term, (counts.get(term) ?? 0) + 1)
      size += 1
    }
  }
  const weight = (term: string) => {
    const here = counts.get(term) ?? 0
    const everywhere = Math.max(here, voice.terms.get(term) ?? 0)
    return (
      Math.sqrt(here) * Math.log(1 + (here / everywhere) * (Math.max(size, voice.size) / Math.max(1, size)))
    )
  }
  return (phrase) => {
    const told = new Set(termsOf(phrase, voice.language).filter((term) => term !== undefined))
    if (told.size < 2) return 0
    const sum = [...told].reduce((total, term) => total + weight(term), 0)
    return sum / Math.sqrt(Math.max(6, wordsOf(phrase).length))
  }
}
