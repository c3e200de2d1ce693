import { matchAt, type Passing } from './pattern.ts'
import { readWords, type Word } from './read-words.ts'
import type { Lookup, Phrase, Sign, SignTable } from './sign-table.ts'

export interface FoundSign {
  sign: Sign
  /** Where it stands in the text. */
  start: number
  end: number
}

/** Every sign in a text that is meant as one: not denied, no turn of phrase, not told of a film. */
export function findSigns(text: string, table: SignTable): FoundSign[] {
  const words = readWords(text, table.spelling)
  const passing = { skip: table.skip, negations: NONE }
  const idioms = spans(table.idioms, words, passing)
  const notReally = spans(table.notReally, words, passing)
  const denials = spans(table.denials, words, passing)
  const story = new Set(spans(table.story, words, passing).map(({ from }) => words[from]!.sentence))
  return spans(table.signs, words, table)
    .filter(
      ({ phrase, from, to }) => phrase.sure || !idioms.some((idiom) => idiom.from < to && from < idiom.to),
    )
    .filter(({ from, to }) => !isDenied(words, from, to, table, notReally))
    .filter(({ from }) => !denials.some(({ to }) => isBefore(words, to, from)))
    .filter(({ from, to }) => !isStory(words, from, to, table, story))
    .map(({ phrase, from, to }) => ({
      sign: phrase,
      start: words[from]!.start,
      end: words[to - 1]!.end,
    }))
}

interface Span<P extends Phrase> {
  phrase: P
  from: number
  to: number
}

function spans<P extends Phrase>(lookup: Lookup<P>, words: Word[], passing: Passing): Span<P>[] {
  return words.flatMap((word, from) =>
    [...(lookup.byFirstWord.get(word.text) ?? []), ...lookup.others].flatMap((phrase) => {
      const to = matchAt(phrase.pattern, words, from, passing)
      return to !== undefined && to > from ? [{ phrase, from, to }] : []
    }),
  )
}

/** Turns of phrase may hold a negation of their own. */
const NONE: Set<string> = new Set()

/** Shortly before, at most one comma between. */
function isBefore(words: Word[], denialTo: number, from: number): boolean {
  const denial = words[denialTo - 1]!
  const sign = words[from]!
  const near = denialTo <= from && from - denialTo <= REACH
  return near && denial.sentence === sign.sentence && sign.clause - denial.clause <= 1
}

/** How far a "not" reaches ahead, in words. */
const REACH = 6

/** "I don't want to die": a negation in the same clause, shortly before, or where the language puts it, just behind. */
function isDenied(
  words: Word[],
  from: number,
  to: number,
  table: SignTable,
  notReally: Span<Phrase>[],
): boolean {
  const { sentence, clause } = words[from]!
  const denies = (at: number, among: Set<string>) =>
    among.has(words[at]!.text) && !notReally.some((span) => span.from <= at && at < span.to)
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    if (words[at]!.sentence !== sentence || words[at]!.clause !== clause) break
    if (denies(at, table.negations)) return true
  }
  const behind = words[to]
  return behind?.clause === words[to - 1]!.clause && denies(to, table.negationsBehind)
}

/** Told of a film or of work, in the sentence or the one before, and not by somebody of themselves. */
function isStory(words: Word[], from: number, to: number, table: SignTable, story: Set<number>): boolean {
  const { sentence } = words[from]!
  if (!story.has(sentence) && !story.has(sentence - 1)) return false
  return !words
    .slice(Math.max(0, from - 3), to)
    .some((word) => word.sentence === sentence && table.self.has(word.text))
}
