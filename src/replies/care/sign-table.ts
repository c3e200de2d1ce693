import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstWords, type Groups, type Pattern, parsePattern, wordsIn } from './pattern.ts'
import { foldWord, type Spelling, spellingOf } from './spelling.ts'

export type CareCategory = 'suicide' | 'self-harm' | 'violence' | 'abuse' | 'despair'

export interface Sign {
  category: CareCategory
  /** What it is a sign of, more closely: "burden". */
  family: string
  /** 3 is enough alone. */
  weight: number
  /** Stays a sign whatever idioms and negations say. */
  sure: boolean
  pattern: Pattern
  /** What else has to stand in the same sentence, before it or behind. */
  beside: Pattern[]
}

/** Everything known about one language: `signs/<language>.txt`, which says how it is written. */
export interface SignTable {
  spelling: Spelling
  signs: Lookup<Sign>
  /** Words around a sign that make it something else: "die laughing". */
  idioms: Lookup<Phrase>
  /** A negation that says nothing about what follows it: "never told anyone". */
  notReally: Lookup<Phrase>
  /** A denial whose reach goes on behind the next comma: "nie daran gedacht, mich …". */
  denials: Lookup<Phrase>
  /** Told of a book, a film, or work. */
  story: Lookup<Phrase>
  skip: Set<string>
  negations: Set<string>
  /** Negations that follow what they deny, as in German. */
  negationsBehind: Set<string>
  /** Words by which somebody speaks of themselves. */
  self: Set<string>
}

export interface Phrase {
  pattern: Pattern
}

/** Patterns by the word they begin with. */
export interface Lookup<P extends Phrase> {
  byFirstWord: Map<string, P[]>
  others: P[]
}

const CATEGORIES = ['suicide', 'self-harm', 'violence', 'abuse', 'despair']

export function readSignTable(language: string): SignTable {
  return parseSignTable(readFileSync(join(import.meta.dirname, 'signs', `${language}.txt`), 'utf8'), language)
}

export function parseSignTable(text: string, language: string): SignTable {
  const sections = sectionsOf(text)
  const fold = (word: string) => foldWord(word, language)
  const groups: Groups = {}
  const lines = (name: string) =>
    sections.filter((section) => section.name === name).flatMap((section) => section.lines)
  const words = (name: string) =>
    lines(name)
      .flatMap((line) => line.split(/\s+/))
      .map(fold)
  const phrases = (name: string) => lines(name).map((line) => ({ pattern: parsePattern(line, groups, fold) }))

  for (const line of lines('groups')) {
    const [name = '', members = ''] = line.split(' = ')
    groups[name] = members.split(',').map((member) => parsePattern(member, groups, fold))
  }
  const signs = sections.flatMap(({ name, lines }) => {
    const [category = '', family = category] = name.split(': ')
    if (!CATEGORIES.includes(category)) return []
    return lines.map((line): Sign => {
      const [, weight, sure, said] = /^([123])(!?) (.+)$/.exec(line) ?? []
      if (!weight || !said) throw new Error(`A sign begins with its weight, 1 to 3: "${line}".`)
      const [pattern, ...beside] = said.split(' & ').map((part) => parsePattern(part, groups, fold))
      return {
        category: category as CareCategory,
        family,
        weight: Number(weight),
        sure: sure === '!',
        pattern: pattern!,
        beside,
      }
    })
  })
  const [idioms, notReally, story] = [phrases('idioms'), phrases('not really'), phrases('story')]
  const denials = phrases('denies what follows')
  const short = new Map(
    lines('short').flatMap((line) => {
      const [forms = '', full = ''] = line.split(' = ')
      return forms.split(/\s+/).map((form) => [fold(form), full.split(/\s+/).map(fold)] as const)
    }),
  )
  const patterns = [...signs, ...idioms, ...notReally].map(({ pattern }) => pattern)
  const vocabulary = new Set([...patterns, ...signs.flatMap(({ beside }) => beside)].flatMap(wordsIn))
  for (const word of words('real words')) short.set(word, [word])
  return {
    spelling: spellingOf({
      language,
      short,
      telling: words('telling'),
      joining: new Set(words('joining')),
      vocabulary,
    }),
    signs: lookupOf(signs),
    idioms: lookupOf(idioms),
    notReally: lookupOf(notReally),
    denials: lookupOf(denials),
    story: lookupOf(story),
    skip: new Set(words('skip')),
    negations: new Set(words('not')),
    negationsBehind: new Set(words('not behind')),
    self: new Set(words('self')),
  }
}

function sectionsOf(text: string) {
  const sections: { name: string; lines: string[] }[] = []
  for (const line of text.split('\n').map((line) => line.replace(/#.*$/, '').trim())) {
    const name = /^\[(.+)\]$/.exec(line)?.[1]
    if (name) sections.push({ name, lines: [] })
    else if (line) sections.at(-1)?.lines.push(line)
  }
  return sections
}

function lookupOf<P extends Phrase>(phrases: P[]): Lookup<P> {
  const lookup: Lookup<P> = { byFirstWord: new Map(), others: [] }
  for (const phrase of phrases) {
    const firsts = firstWords(phrase.pattern)
    if (!firsts) lookup.others.push(phrase)
    for (const word of new Set(firsts))
      lookup.byFirstWord.set(word, [...(lookup.byFirstWord.get(word) ?? []), phrase])
  }
  return lookup
}
