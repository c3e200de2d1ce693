/** What the words of a reply are about, in any of the languages: the features that what was learnt is shared by. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Word } from './read-words.ts'
import { foldWord, type Spelling } from './spelling.ts'

export interface ThemeHit {
  theme: string
  /** Indices of its first word and of the one behind its last. */
  from: number
  to: number
}

interface Entry {
  theme: string
  words: { text: string; isBeginning: boolean }[]
}

export interface Themes {
  byFirstWord: Map<string, Entry[]>
  /** Those whose first word is only a beginning. */
  others: Entry[]
}

/** `themes/<language>.txt`: `[theme] word, two words, begin*`. */
export function readThemes(language: string, spelling: Spelling): Themes {
  const themes: Themes = { byFirstWord: new Map(), others: [] }
  for (const line of readFileSync(join(import.meta.dirname, 'themes', `${language}.txt`), 'utf8').split(
    '\n',
  )) {
    const [, theme, listed] = /^\[(.+)\] (.+)$/.exec(line) ?? []
    for (const phrase of listed?.split(', ') ?? []) {
      const words = phrase
        .trim()
        .split(/\s+/)
        .flatMap((word) =>
          word.endsWith('*')
            ? [{ text: foldWord(word.slice(0, -1), language), isBeginning: true }]
            : spelling.writtenOut(word).map((text) => ({ text, isBeginning: false })),
        )
      const [first] = words
      if (!first) continue
      const entry = { theme: theme!, words }
      if (first.isBeginning) themes.others.push(entry)
      else themes.byFirstWord.set(first.text, [...(themes.byFirstWord.get(first.text) ?? []), entry])
    }
  }
  return themes
}

export function themesIn(words: Word[], themes: Themes): ThemeHit[] {
  return words.flatMap((word, from) =>
    [...(themes.byFirstWord.get(word.text) ?? []), ...themes.others]
      .filter((entry) => standsAt(entry, words, from))
      .map(({ theme, words: { length } }) => ({ theme, from, to: from + length })),
  )
}

const standsAt = (entry: Entry, words: Word[], from: number) =>
  entry.words.every(({ text, isBeginning }, index) => {
    const word = words[from + index]
    if (!word || word.sentence !== words[from]!.sentence) return false
    return isBeginning ? word.text.startsWith(text) : word.text === text
  })
