import type { Word } from './read-words.ts'
import { type Themes, themesIn } from './themes.ts'

/** Something that can be said of a text, and the words (by index) that make it true. */
export type Features = Map<string, number[]>

/** How far a negation reaches in its clause, and how near two themes are near, in words. */
const REACH = 5
const NEAR = 3
/** Longer words count by their beginning as well, whatever their ending. */
const STEM = 5

/**
 * What the learnt weights are about: words, their beginnings and pairs in one language; themes and pairs of themes in
 * any. Used alike when weights are learnt and when a reply is weighed.
 */
export function featuresOf(
  words: Word[],
  language: string,
  negations: Set<string>,
  themes: Themes,
): Features {
  const features: Features = new Map()
  const add = (name: string, at: number[]) => {
    if (!features.has(name)) features.set(name, at)
  }
  let denied = 0
  words.forEach((word, at) => {
    const before = words[at - 1]
    const goesOn = before?.clause === word.clause
    if (!goesOn) denied = 0
    add(`${language}:${word.text}`, [at])
    if (word.text.length > STEM) add(`${language}:${word.text.slice(0, STEM)}~`, [at])
    if (before && goesOn) add(`${language}:${before.text} ${word.text}`, [at - 1, at])
    if (denied-- > 0) add(`${language}:!${word.text}`, [at])
    if (negations.has(word.text)) denied = REACH
  })

  const hits = themesIn(words, themes)
  for (const one of hits) {
    add(one.theme, [one.from])
    if (one.to - one.from > 1) add(`${one.theme}+`, [one.from])
    for (const other of hits) {
      if (one.theme === other.theme) continue
      const at = [one.from, other.from]
      if (other.from > one.from && other.from - one.from <= NEAR) add(`${one.theme}>${other.theme}`, at)
      if (one.theme > other.theme) continue
      add(`${one.theme}…${other.theme}`, at)
      if (words[one.from]!.sentence === words[other.from]!.sentence) add(`${one.theme}&${other.theme}`, at)
    }
  }
  return features
}
