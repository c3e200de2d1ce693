import type { Article, LeftOut } from './article.ts'

export interface Coverage {
  /** How many passages the source has. */
  passages: number
  inLessons: number
  leftOut: number
  /** Passages that are in no lesson where they belong, and are not listed as left out either. */
  missing: string[]
  /** Passages that are in more places than the source has them in. */
  twice: string[]
}

/**
 * Holds the lessons against the source as it came: every passage has to be in exactly one lesson, in order, or among
 * what was left out. Letters and digits are compared, so that markup and spaces may change and no word may.
 */
export function coverageOf(article: Article, lessons: { body: string }[], leftOut: LeftOut[]): Coverage {
  const sources = article.passages.flatMap((text) => {
    const own = lettersOf(text)
    return own ? [{ text, own, lines: text.split(LINE).map(lettersOf).filter(Boolean) }] : []
  })
  const stream = new Stream(lessons, leftOut)
  const coverage: Coverage = { passages: sources.length, inLessons: 0, leftOut: 0, missing: [], twice: [] }
  const missing: { text: string; own: string }[] = []
  for (const [i, { text, own, lines }] of sources.entries()) {
    const place = stream.take(own, sources[i + 1]?.own) ?? stream.takeAll(lines)
    if (place === 'lesson') coverage.inLessons += 1
    else if (place === 'left out') coverage.leftOut += 1
    else missing.push({ text, own })
  }

  const times = countBy(sources.map(({ own }) => own))
  const rest = stream.rest()
  // Of two passages that say the same, one may have been taken for the other.
  const astray = missing.filter(({ own }) => times.get(own)! > 1 && rest.includes(own))
  coverage.inLessons += astray.length
  coverage.missing = missing.filter((passage) => !astray.includes(passage)).map(({ text }) => text)
  const extra = rest.filter((letters) => /\p{L}/u.test(letters) && !astray.some(({ own }) => own === letters))
  const comesAgain = (own: string) => own.length > 1 && extra.some((each) => each.includes(own))
  coverage.twice = sources
    .filter(({ own }) => stream.times(own) > times.get(own)! || comesAgain(own))
    .map(({ text }) => text)
  return coverage
}

/** How much may stand between two passages that the source has not: the numbers of a list. */
const NEAR = 40

type Place = 'lesson' | 'left out'

/** The letters of all lessons in a row, taken from the front as the source's passages come by. */
class Stream {
  private at = 0
  private readonly letters: string
  private readonly out: Map<string, number>
  /** Those of several lines and footnotes with their numbers, of which a passage may be a part. */
  private readonly parts: string[]
  private readonly gaps: string[] = []
  private readonly taken = new Map<string, number>()

  constructor(lessons: { body: string }[], leftOut: LeftOut[]) {
    const definitions = leftOut.map(({ text }) => text).filter((text) => DEFINITION.test(text))
    this.letters = lessons.map(({ body }) => lettersOf(withoutDefinitions(body, definitions))).join('')
    this.out = countBy(leftOut.map(({ text }) => lettersOf(text)))
    this.parts = leftOut.flatMap(({ text }) =>
      text.includes('\n') || DEFINITION.test(text) ? [lettersOf(text)] : [],
    )
  }

  /** Where a passage is: next in the lessons, or left out. Of both, the one after which `next` can follow. */
  take(own: string, next?: string): Place | undefined {
    const isOut = this.out.has(own) || this.parts.some((part) => part.includes(own))
    const here = this.letters.startsWith(own, this.at) ? this.at : this.find(own)
    if (here >= 0 && isOut && next !== undefined && !this.letters.startsWith(next, here + own.length)) {
      if (this.letters.startsWith(next, this.at) || here !== this.at) return 'left out'
    }
    if (here < 0) return isOut ? 'left out' : undefined
    if (here > this.at) this.gaps.push(this.letters.slice(this.at, here))
    this.at = here + own.length
    this.taken.set(own, (this.taken.get(own) ?? 0) + 1)
    return 'lesson'
  }

  /** The lines of a passage one by one, if each has a place: a title may stand right above its text. */
  takeAll(lines: string[]): Place | undefined {
    if (lines.length < 2) return undefined
    const places = lines.map((line, i) => this.take(line, lines[i + 1]))
    if (places.includes(undefined)) return undefined
    return places.includes('lesson') ? 'lesson' : 'left out'
  }

  /** What the lessons have that was no passage's. */
  rest(): string[] {
    return [...this.gaps, this.letters.slice(this.at)].filter(Boolean)
  }

  times(own: string): number {
    return (this.taken.get(own) ?? 0) + (this.out.get(own) ?? 0)
  }

  private find(own: string): number {
    const near = this.letters.slice(this.at, this.at + NEAR + own.length).indexOf(own)
    if (near >= 0) return this.at + near
    return own.length >= NEAR ? this.letters.indexOf(own, this.at) : -1
  }
}

const DEFINITION = /^\[[^\]]+\]:/
const LINE = /[\n\v\f\u0085\u2028\u2029]+/

/** The numbers of a list, which a page does not hold as text. */
const LIST_NUMBERS = /^[ \t>*+-]*(?:\d{1,9}\\?[.)](?:[ \t>*+-]+|$))+/gm

/** Without pictures, where links lead to and the numbers of lists, which a page shows as no text of its own. */
const lettersOf = (text: string) =>
  text
    .replace(LIST_NUMBERS, '')
    .replace(/!\\?\[[^\]]*\]\([^)\s]*\)/g, '')
    .replace(/\]\((?:https?:|mailto:)[^)\s]*\)/g, ']')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')

/** Definitions of links and footnotes are listed once and repeated below every lesson that uses them. */
function withoutDefinitions(body: string, definitions: string[]): string {
  let rest = body
  for (let found = true; found; ) {
    const last = definitions.find((definition) => rest.endsWith(`\n\n${definition}`))
    found = last !== undefined
    if (last !== undefined) rest = rest.slice(0, -last.length - 2)
  }
  return rest
}

function countBy(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
