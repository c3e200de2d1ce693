import type { Word } from './read-words.ts'

/**
 * What a line of a sign table says, ready to be looked for. Words follow one another; between them may stand words that
 * change nothing ("just", "really": the table's `skip`).
 * `a|b` one of them · `word*` begins so · `word?` may be missing · `<group>` one of a named group, whose members may be
 * several words · `..` up to three words between, `...` up to seven, none of them a negation · `$` the clause ends here
 */
export type Pattern = Part[]

type Part =
  | { kind: 'word'; words: Set<string>; beginnings: string[]; optional: boolean }
  | { kind: 'group'; members: Pattern[]; optional: boolean }
  | { kind: 'gap'; most: number }
  | { kind: 'end' }

export interface Groups {
  [name: string]: Pattern[]
}

export function parsePattern(line: string, groups: Groups, fold: (word: string) => string): Pattern {
  return line
    .trim()
    .split(/\s+/)
    .map((piece): Part => {
      if (piece === '..' || piece === '...') return { kind: 'gap', most: piece.length === 2 ? 3 : 7 }
      if (piece === '$') return { kind: 'end' }
      const optional = piece.endsWith('?')
      const bare = optional ? piece.slice(0, -1) : piece
      const group = /^<(.+)>$/.exec(bare)?.[1]
      if (group) {
        if (!groups[group]) throw new Error(`No group <${group}> in "${line.trim()}".`)
        return { kind: 'group', members: groups[group], optional }
      }
      const all = bare.split('|')
      return {
        kind: 'word',
        words: new Set(all.filter((word) => !word.endsWith('*')).map(fold)),
        beginnings: all.filter((word) => word.endsWith('*')).map((word) => fold(word.slice(0, -1))),
        optional,
      }
    })
}

/** The words a pattern is made of, groups included. */
export function wordsIn(pattern: Pattern): string[] {
  return pattern.flatMap((part) => {
    if (part.kind === 'word') return [...part.words]
    return part.kind === 'group' ? part.members.flatMap(wordsIn) : []
  })
}

/** Words of which a match has to begin with one; undefined if any may. */
export function firstWords(pattern: Pattern): string[] | undefined {
  const [part, ...rest] = pattern
  if (!part || part.kind === 'gap' || part.kind === 'end') return undefined
  if (part.kind === 'word' && part.beginnings.length > 0) return undefined
  const members = part.kind === 'word' ? [[...part.words]] : part.members.map(firstWords)
  if (part.optional) members.push(firstWords(rest))
  return members.every((words) => words !== undefined) ? members.flat() : undefined
}

export interface Passing {
  skip: Set<string>
  negations: Set<string>
}

/** Where a match that begins at a word ends: the index behind its last word; undefined if there is none. */
export function matchAt(pattern: Pattern, words: Word[], from: number, passing: Passing): number | undefined {
  const sentence = words[from]?.sentence
  const ended = (at: number) =>
    at >= words.length ||
    words[at]!.sentence !== sentence ||
    (at > 0 && words[at]!.clause !== words[at - 1]!.clause)

  /** Tries the parts behind `step` from `at` on; `then` goes on with what stands behind a group. */
  function follow(
    parts: Pattern,
    step: number,
    at: number,
    then: (at: number) => number | undefined,
  ): number | undefined {
    const part = parts[step]
    if (!part) return then(at)
    const rest = (next: number) => follow(parts, step + 1, next, then)
    if (part.kind === 'end')
      return ended(at) ? rest(at) : skipped(at, (next) => (ended(next) ? rest(next) : undefined))
    if (part.kind === 'gap') return between(part.most, at, rest)
    const here = (start: number) => {
      if (start >= words.length || words[start]!.sentence !== sentence) return undefined
      if (part.kind === 'word') return fits(part, words[start]!.text) ? rest(start + 1) : undefined
      for (const member of part.members) {
        const end = follow(member, 0, start, rest)
        if (end !== undefined) return end
      }
      return undefined
    }
    const found = here(at) ?? (at > from ? skipped(at, here) : undefined)
    return found ?? (part.optional ? rest(at) : undefined)
  }

  /** Past one or two words that change nothing. */
  function skipped(at: number, go: (at: number) => number | undefined): number | undefined {
    for (let next = at + 1; next <= at + 3 && passing.skip.has(words[next - 1]?.text ?? ''); next++) {
      const found = go(next)
      if (found !== undefined) return found
    }
    return undefined
  }

  function between(most: number, at: number, go: (at: number) => number | undefined): number | undefined {
    for (let next = at; next <= at + most && next <= words.length; next++) {
      if (next > at && passing.negations.has(words[next - 1]!.text)) return undefined
      const found = go(next)
      if (found !== undefined) return found
    }
    return undefined
  }

  return follow(pattern, 0, from, (at) => at)
}

const fits = (part: Extract<Part, { kind: 'word' }>, word: string) =>
  part.words.has(word) || part.beginnings.some((beginning) => word.startsWith(beginning))
