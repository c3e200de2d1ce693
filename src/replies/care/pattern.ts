import type { Word } from './read-words.ts'

/**
 * What a line of a sign table says, ready to be looked for. Words follow one another; between them may stand words that
 * change nothing ("just", "really": the table's `skip`).
 * `a|b` one of them, `at_all|anymore` of several words too · `word*` begins so · `word?` may be missing · `<group>` one of
 * a named group · `..` up to three words between, `...` up to seven, none of them a negation · `$` the clause ends here
 */
export type Pattern = Part[]

type Part = Choice | { kind: 'gap'; most: number }

interface Choice {
  kind: 'choice'
  words: Set<string>
  beginnings: string[]
  /** What is more than one word. */
  phrases: Pattern[]
  /** Whether the end of the clause will do as well. */
  orEnd: boolean
  optional: boolean
  /** All the words it can begin with, to turn most places down at once; undefined if it may be any. */
  starts: Set<string> | undefined
}

export interface Groups {
  [name: string]: Pattern[]
}

export function parsePattern(line: string, groups: Groups, fold: (word: string) => string): Pattern {
  const pieces = line.trim().split(/\s+/)
  return pieces.map((piece): Part => {
    if (piece === '..' || piece === '...') return { kind: 'gap', most: piece.length === 2 ? 3 : 7 }
    const optional = piece.endsWith('?')
    const choice: Choice = {
      kind: 'choice',
      words: new Set(),
      beginnings: [],
      phrases: [],
      orEnd: false,
      optional,
      starts: undefined,
    }
    for (const one of (optional ? piece.slice(0, -1) : piece).split('|')) {
      const group = /^<(.+)>$/.exec(one)?.[1]
      if (group && !groups[group]) throw new Error(`No group <${group}> in "${line.trim()}".`)
      if (one === '$') choice.orEnd = true
      else if (group) choice.phrases.push(...groups[group]!)
      else if (one.includes('_')) choice.phrases.push(parsePattern(one.replaceAll('_', ' '), groups, fold))
      else if (one.endsWith('*')) choice.beginnings.push(fold(one.slice(0, -1)))
      else choice.words.add(fold(one))
    }
    choice.starts = startsOf(choice)
    return choice
  })
}

function startsOf({ words, beginnings, phrases }: Choice): Set<string> | undefined {
  const members = [[...words], ...phrases.map(firstWords)]
  if (beginnings.length > 0 || !members.every((each) => each !== undefined)) return undefined
  return new Set(members.flat())
}

/** The words a pattern is made of, groups included. */
export function wordsIn(pattern: Pattern): string[] {
  return pattern.flatMap((part) =>
    part.kind === 'choice' ? [...part.words, ...part.phrases.flatMap(wordsIn)] : [],
  )
}

/** Words of which a match has to begin with one; undefined if any may. */
export function firstWords(pattern: Pattern): string[] | undefined {
  const [part, ...rest] = pattern
  if (part?.kind !== 'choice' || !part.starts || part.orEnd) return undefined
  if (!part.optional) return [...part.starts]
  const behind = firstWords(rest)
  return behind && [...part.starts, ...behind]
}

export interface Passing {
  skip: Set<string>
  negations: Set<string>
}

/** Where a match that begins at a word ends: the index behind its last word; undefined if there is none. */
export function matchAt(pattern: Pattern, words: Word[], from: number, passing: Passing): number | undefined {
  const [opening] = pattern
  if (opening?.kind === 'choice' && opening.starts && !opening.optional && !opening.orEnd)
    if (!opening.starts.has(words[from]?.text ?? '')) return undefined
  const sentence = words[from]?.sentence
  const ended = (at: number) =>
    at >= words.length ||
    words[at]!.sentence !== sentence ||
    (at > 0 && words[at]!.clause !== words[at - 1]!.clause)

  /** Tries the parts from `step` on at a word; `then` goes on with what stands behind a phrase. */
  function follow(parts: Pattern, step: number, at: number, then: Going): number | undefined {
    const part = parts[step]
    if (!part) return then(at)
    const rest = (next: number) => follow(parts, step + 1, next, then)
    if (part.kind === 'gap') return between(part.most, at, rest)
    const here = (start: number) => {
      if (part.orEnd && ended(start)) return rest(start)
      if (start >= words.length || words[start]!.sentence !== sentence) return undefined
      const word = words[start]!.text
      if (part.starts && !part.starts.has(word)) return undefined
      const found = fits(part, word) ? rest(start + 1) : undefined
      return found ?? first(part.phrases, (phrase) => follow(phrase, 0, start, rest))
    }
    return here(at) ?? (at > from ? skipped(at, here) : undefined) ?? (part.optional ? rest(at) : undefined)
  }

  /** Past one or two words that change nothing. */
  function skipped(at: number, go: Going): number | undefined {
    for (let next = at + 1; next <= at + 3 && passing.skip.has(words[next - 1]?.text ?? ''); next++) {
      const found = go(next)
      if (found !== undefined) return found
    }
    return undefined
  }

  function between(most: number, at: number, go: Going): number | undefined {
    for (let next = at; next <= at + most && next <= words.length; next++) {
      if (next > at && passing.negations.has(words[next - 1]!.text)) return undefined
      const found = go(next)
      if (found !== undefined) return found
    }
    return undefined
  }

  return follow(pattern, 0, from, (at) => at)
}

type Going = (at: number) => number | undefined

const fits = (choice: Choice, word: string) =>
  choice.words.has(word) || choice.beginnings.some((beginning) => word.startsWith(beginning))

function first<T>(among: T[], go: (one: T) => number | undefined): number | undefined {
  for (const one of among) {
    const found = go(one)
    if (found !== undefined) return found
  }
  return undefined
}
