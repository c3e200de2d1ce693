/**
 * Where an article is best cut into lessons. Its structure decides (headings, numbered advice, dividing lines); where it
 * has none, how its paragraphs begin and end; and the wanted length between them.
 */
import { type Cuttable, cutFreely, cutInto } from './best-cuts.ts'
import { strengthsBefore } from './boundary-strength.ts'
import { languageOf } from './language.ts'
import type { Block } from './outline.ts'
import { WORDS_PER_MINUTE } from './words.ts'

export interface Wish {
  /** Words a lesson should have. */
  target: number
  /** Exactly so many lessons, where that is possible; otherwise as many as read best. */
  lessons?: number | undefined
  /** The target was asked for, so that it counts for more than headings do. */
  isAsked?: boolean | undefined
}

/** The most lessons a course has, and the fewest where there is enough to read, unless others are asked for. */
const MOST_LESSONS = 30
const FEWEST_LESSONS = 3
const WORDS_FOR_FEWEST = 500

/**
 * What counts against what. Left free, a short section is joined to the next and a piece of advice is not; where lessons
 * are counted, they are sections before all; where minutes are asked for, length comes first.
 */
const FREE = { heading: 2.4, advice: 4, rigour: 3 }
const COUNTED = { heading: 6, advice: 6, rigour: 3 }
const TIMED = { heading: 2.4, advice: 2.4, rigour: 16 }

/** What a place must have above even odds to be worth a lesson more, where headings say what is. */
const WORTH_A_LESSON = 0.5

/**
 * Words of a lesson if nobody asked for a length: three to five minutes of reading, less only where a short text would
 * not give a course, and more only where a long one would give more lessons than anybody reads.
 */
export function usualLength(total: number): number {
  const comfortable = Math.min(4 * WORDS_PER_MINUTE, Math.max(2.6 * WORDS_PER_MINUTE, total / 5))
  return Math.max(total / MOST_LESSONS, Math.min(comfortable, Math.max(100, total / FEWEST_LESSONS)))
}

/** The index of the first block of each lesson, 0 first. Empty for no blocks. */
export function segment(blocks: Block[], wish: Wish): number[] {
  if (blocks.length === 0) return []
  const lengths = blocks.map(({ words }) => words)
  const total = lengths.reduce((a, b) => a + b, 0)
  const { rigour, ...marks } = wish.lessons ? COUNTED : wish.isAsked ? TIMED : FREE
  const language = languageOf(sample(blocks))
  const strengths = strengthsBefore(blocks, language, marks)
  const target = wish.lessons ? Math.max(1, total / wish.lessons) : wish.target
  if (wish.lessons) return cutInto({ lengths, strengths, target, rigour }, wish.lessons)

  const isMarked = blocks.some(({ kind }) => kind === 'heading')
  const worth = isMarked ? WORTH_A_LESSON : strengthOfBest(strengths, Math.round(total / target) - 1)
  const text: Cuttable = {
    lengths,
    strengths: strengths.map((strength) => strength - worth),
    target,
    rigour,
  }
  const starts = cutFreely(text)
  if (wish.isAsked) return starts
  if (starts.length > MOST_LESSONS) return cutInto(text, MOST_LESSONS)
  if (starts.length < FEWEST_LESSONS && total >= WORDS_FOR_FEWEST) return cutInto(text, FEWEST_LESSONS)
  return starts
}

/** How strong the weakest of so many best places is: what makes a text without headings into as many lessons as fit it. */
function strengthOfBest(strengths: number[], count: number): number {
  const possible = strengths.filter((strength) => strength > Number.NEGATIVE_INFINITY).sort((a, b) => b - a)
  return Math.min(WORTH_A_LESSON, possible[Math.min(count, possible.length) - 1] ?? WORTH_A_LESSON)
}

/** Enough of the text to tell its language. */
function sample(blocks: Block[]): string {
  let text = ''
  for (const block of blocks) {
    if (block.kind !== 'code') text += `${block.text}\n`
    if (text.length > 20_000) break
  }
  return text
}
