import { eld } from 'eld/extrasmall'

/**
 * The language a text is written in, as an ISO 639-1 code; undefined rather than a guess when there is too little
 * text to tell. Addresses, code and digits say nothing and do not count.
 */
export function languageOf(text: string): string | undefined {
  const letters = lettersOf(text)
  if (syllables(letters) < FEWEST) return undefined
  const found = eld.detect(letters)
  return found.language && found.isReliable() ? found.language : undefined
}

/** Letters below which a guess is often wrong: "Respira hondo" passes for Italian. */
const FEWEST = 20

/** What a few pages tell, the rest of a book does not tell better. */
const MOST_CHARACTERS = 20_000

const lettersOf = (text: string) =>
  text
    .slice(0, MOST_CHARACTERS)
    .replace(/```[\s\S]*?```|`[^`\n]*`|\b(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,255}/g, ' ')
    .replace(/[^\p{L}\p{M}'’\s]+/gu, ' ')
    .trim()

/** A character of Han, kana or Hangul says as much as three letters of an alphabet. */
const syllables = (text: string) =>
  (text.match(/\p{L}/gu)?.length ?? 0) +
  2 * (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
