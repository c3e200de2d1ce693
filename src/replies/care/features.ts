import type { Word } from './read-words.ts'
import { type Themes, themesIn } from './themes.ts'

/** Something that can be said of a text, and the words (by index) that make it true. */
export type Features = Map<string, number[]>

/** Themes this few words apart, in this order, say more than that both are there. */
const NEAR = 3

/**
 * What the learnt weights are about: words and pairs of words in one language; themes and pairs of themes in any. Used
 * alike when weights are learnt and when a reply is weighed. Beginnings of words, letters, and words behind a "not" were
 * tried too, and found nothing more.
 */
export function featuresOf(words: Word[], language: string, themes: Themes): Features {
  const features: Features = new Map()
  const add = (name: string, at: number[]) => {
    if (!features.has(name)) features.set(name, at)
  }
  words.forEach((word, at) => {
    const before = words[at - 1]
    add(`${language}:${word.text}`, [at])
    if (before?.clause === word.clause) add(`${language}:${before.text} ${word.text}`, [at - 1, at])
  })

  const hits = themesIn(words, themes)
  for (const one of hits) {
    add(one.theme, [one.from])
    if (one.to - one.from > 1) add(`${one.theme}+`, [one.from])
    for (const other of hits) {
      if (one.theme === other.theme) continue
      const at = [one.from, other.from]
      if (other.from > one.from && other.from - one.from <= NEAR) add(`${one.theme}>${other.theme}`, at)
      if (one.theme < other.theme) add(`${one.theme}&${other.theme}`, at)
    }
  }
  return features
}
