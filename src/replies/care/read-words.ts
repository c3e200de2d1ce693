import type { Spelling } from './spelling.ts'

/** One word as signs are compared with it, and where it stands in what was written. */
export interface Word {
  /** Lower case, without accents, written out: "don't" is the two words `do` and `not`. */
  text: string
  start: number
  end: number
  /** Counts up where a sentence ends. No sign reaches over that. */
  sentence: number
  /** Counts up at commas, dashes, line breaks and joining words too. Negation ends there. */
  clause: number
}

/** A letter, a mark or a digit; inside a word also what people put in the place of a letter: `k*ll`, `d!e`, `$uicide`. */
const WORD = /[\p{L}\p{N}$@](?:[\p{L}\p{M}\p{N}*$@#]|['’‘ʼ`´](?=[\p{L}])|[!|](?=\p{L}))*/gu
const SENTENCE_END = /[.!?。]|\n\s*\n/
const CLAUSE_END = /[,;:()[\]{}"“”„«»…\n–—]|\s-\s/

/** Reads a text as a reader of one language would, whatever was done to the spelling. */
export function readWords(text: string, spelling: Spelling): Word[] {
  const words: Word[] = []
  let sentence = 0
  let clause = 0
  let last = 0
  for (const match of joinLetters(text, spelling)) {
    const between = text.slice(last, match.start)
    // "I want ... to die" is one sentence: a pause goes on in lower case.
    const pause = /^\s*(?:\.{2,}|…)\s*$/.test(between) && /^\p{Ll}/u.test(text.slice(match.start))
    const ends = !pause && words.length > 0 && SENTENCE_END.test(between)
    if (ends) sentence++
    if (ends || pause || CLAUSE_END.test(between)) clause++
    last = match.end
    for (const word of spelling.writtenOut(match.raw)) {
      if (spelling.joins(word)) clause++
      words.push({ text: word, start: match.start, end: match.end, sentence, clause })
    }
  }
  return words
}

interface Written {
  raw: string
  start: number
  end: number
}

/** The longest word that is looked for in letters set apart. */
const MOST_LETTERS = 12

/** Words as they stand, with letters set apart ("k i l l", "k.m.s.") joined where they spell something. */
function joinLetters(text: string, spelling: Spelling): Written[] {
  const found = [...text.matchAll(WORD)].map(({ 0: raw, index }) => ({
    raw,
    start: index,
    end: index + raw.length,
  }))
  const joined: Written[] = []
  for (let at = 0; at < found.length; at++) {
    let to = at
    while (
      to < found.length &&
      to - at < MOST_LETTERS &&
      found[to]!.raw.length === 1 &&
      (to === at || apart(text, found, to))
    )
      to++
    let taken: Written | undefined
    for (let end = to; end - at >= 3 && !taken; end--) {
      const raw = found
        .slice(at, end)
        .map((letter) => letter.raw)
        .join('')
      if (spelling.isTelling(raw)) taken = { raw, start: found[at]!.start, end: found[end - 1]!.end }
      if (taken) at = end - 1
    }
    joined.push(taken ?? found[at]!)
  }
  return joined
}

const apart = (text: string, found: Written[], at: number) =>
  /^[\s._*-]{1,2}$/.test(text.slice(found[at - 1]!.end, found[at]!.start))
