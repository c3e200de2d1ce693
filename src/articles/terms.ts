import { type Grammar, grammarOf } from './stems.ts'
import { WITHOUT_SPACES, wordsOf } from './words.ts'

/**
 * What each word of a text says: its stem, or undefined for one that says nothing by itself. Where the language has no
 * stemmer here, words are cut to six letters and short ones say nothing: blunt, but alike on both sides of a cut.
 */
export function termsOf(text: string, language: string | undefined): (string | undefined)[] {
  const grammar = grammarOf(language)
  return wordsOf(text.toLowerCase().replaceAll('’', "'")).map((word) =>
    /^[\d.,:]+$/.test(word) ? undefined : grammar ? known(grammar, word) : unknown(word),
  )
}

function known(grammar: Grammar, word: string): string | undefined {
  // "Sandy's", "l'homme": what is joined to a word is not the word.
  const bare = word.replace(/'s?$|^\p{L}{1,2}'/u, '')
  if (grammar.isStop(word) || grammar.isStop(bare)) return undefined
  return bare.length > 1 || WITHOUT_SPACES.test(bare) ? grammar.stem(bare) : undefined
}

const unknown = (word: string) =>
  word.length > 3 || WITHOUT_SPACES.test(word) ? word.slice(0, 6) : undefined
