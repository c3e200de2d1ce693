import { matchAt, type Passing, type Pattern } from './pattern.ts'
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
  const { words, isMeant } = read(text, table)
  return spans(table.signs, words, table).flatMap(({ phrase: sign, from, to }) => {
    const found = [{ from, to }, ...sign.beside.map((part) => findBeside(part, words, from, to, table))]
    if (!found.every((span) => span && isMeant(span, sign.sure))) return []
    return passagesOf(found as Stretch[]).map((span) => ({
      sign,
      start: words[span.from]!.start,
      end: words[span.to - 1]!.end,
    }))
  })
}

/** The words of a text without those that would be a sign and are not meant as one: "(I do not) want to die". */
export function wordsThatMayMean(text: string, table: SignTable): Word[] {
  const { words, isMeant } = read(text, table)
  const signs = spans(table.signs, words, table).filter(({ phrase }) => phrase.weight > 1)
  const unmeant = signs.filter((span) => !isMeant(span, span.phrase.sure))
  return words.filter(
    ({ text }, at) =>
      !unmeant.some(({ from, to }) => from <= at && at < to) &&
      !(table.spelling.isTelling(text) && !isMeant({ from: at, to: at + 1 }, false)),
  )
}

/** A text in words, and whether a sign at some place of it is meant. */
function read(text: string, table: SignTable) {
  const words = readWords(text, table.spelling)
  const passing = { skip: table.skip, negations: NONE }
  const idioms = spans(table.idioms, words, passing)
  const notReally = spans(table.notReally, words, passing)
  const denials = spans(table.denials, words, passing)
  const story = new Set(spans(table.story, words, passing).map(({ from }) => words[from]!.sentence))
  const isMeant = (span: Stretch, sure: boolean) =>
    (sure ||
      (!idioms.some((idiom) => idiom.from < span.to && span.from < idiom.to) &&
        !isDenied(words, span, table, notReally) &&
        !denials.some(({ to }) => isBefore(words, to, span.from)))) &&
    !isStory(words, span, table, story)
  return { words, isMeant }
}

/** Words apart that are still shown as one passage, with what stands between them. */
const TOGETHER = 12

function passagesOf(parts: Stretch[]): Stretch[] {
  const whole = {
    from: Math.min(...parts.map(({ from }) => from)),
    to: Math.max(...parts.map(({ to }) => to)),
  }
  return whole.to - whole.from <= TOGETHER ? [whole] : parts
}

/** Indices of the first word and of the one behind the last. */
interface Stretch {
  from: number
  to: number
}

/** How far off what is said beside may be, in words. */
const ASIDE = 40

/** The nearest place in the same sentence, outside the words already taken. */
function findBeside(pattern: Pattern, words: Word[], from: number, to: number, passing: Passing) {
  const matches = (at: number): Stretch | undefined => {
    if (words[at]?.sentence !== words[from]!.sentence) return undefined
    const end = matchAt(pattern, words, at, passing)
    return end !== undefined && end > at && (end <= from || at >= to) ? { from: at, to: end } : undefined
  }
  for (let away = 1; away <= ASIDE; away++) {
    const found = matches(to - 1 + away) ?? matches(from - away)
    if (found) return found
  }
  return undefined
}

interface Span<P extends Phrase> extends Stretch {
  phrase: P
}

function spans<P extends Phrase>(lookup: Lookup<P>, words: Word[], passing: Passing): Span<P>[] {
  const found: Span<P>[] = []
  const look = (phrase: P, from: number) => {
    const to = matchAt(phrase.pattern, words, from, passing)
    if (to !== undefined && to > from) found.push({ phrase, from, to })
  }
  words.forEach(({ text }, from) => {
    for (const phrase of lookup.byFirstWord.get(text) ?? []) look(phrase, from)
    for (const phrase of lookup.others) look(phrase, from)
  })
  return found
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

/** How far a "not" reaches ahead, in words; and back, in languages where it may: "geschlagen hat er mich nie". */
const REACH = 6
const REACH_BACK = 4

/** "I don't want to die": a negation in the same clause, shortly before, or where the language puts it, just behind. */
function isDenied(words: Word[], { from, to }: Stretch, table: SignTable, notReally: Stretch[]): boolean {
  const { sentence, clause } = words[from]!
  const denies = (at: number, among: Set<string>) =>
    among.has(words[at]!.text) && !notReally.some((span) => span.from <= at && at < span.to)
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    if (words[at]!.sentence !== sentence || words[at]!.clause !== clause) break
    if (denies(at, table.negations)) return true
  }
  const behind = words.slice(to, to + REACH_BACK).findIndex((_, at) => denies(to + at, table.negationsBehind))
  return behind >= 0 && words[to + behind]!.clause === words[to - 1]!.clause
}

/** Told of a film or of work, in the sentence or the one before, and not by somebody of themselves. */
function isStory(words: Word[], { from, to }: Stretch, table: SignTable, story: Set<number>): boolean {
  const { sentence } = words[from]!
  if (!story.has(sentence) && !story.has(sentence - 1)) return false
  return !words
    .slice(Math.max(0, from - 3), to)
    .some((word) => word.sentence === sentence && table.self.has(word.text))
}
