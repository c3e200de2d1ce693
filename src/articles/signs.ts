/**
 * What speaks for and against a new part beginning with each block, as numbers of about -1 to 1. Nothing is decided
 * here: boundary-strength.ts weighs the signs.
 */
import { cohesionBefore } from './cohesion.ts'
import { linksIn, openingOf } from './openings/opening-of.ts'
import type { Block } from './outline.ts'
import { termsOf } from './terms.ts'
import { sentencesOf } from './words.ts'

export interface Signs {
  /** What its first words do. */
  continuing: number
  pointing: number
  ordering: number
  setting: number
  answering: number
  /** The share of words in its first sentence that tie it to what was said. */
  linked: number
  /** The share of what its first sentence says that the block before said too. */
  carried: number
  /** It is nothing but a question: one that an answer follows. */
  asks: number
  /** It is no paragraph: a list, a quote, code. */
  aside: number
  /** How short its first sentence is, and the last one before it. */
  opensShort: number
  closesShort: number
  /** How long the block before is beside the others. */
  longBefore: number
  /** It is the second block, or the last. */
  second: number
  last: number
  /** How alike the words around the gap are, and how much more so than around the gaps beside it. */
  near: number
  farDip: number
}

/** The signs at the beginning of each block. */
export function signsBefore(blocks: Block[], language: string | undefined): Signs[] {
  const terms = blocks.map(({ text }) => termsOf(text, language))
  const cohesion = cohesionBefore(terms)
  const near = standardised(cohesion.map((each) => each.near))
  const far = standardised(cohesion.map((each) => each.far))
  const meanWords = blocks.reduce((sum, { words }) => sum + words, 0) / Math.max(1, blocks.length)
  const sentences = blocks.map(({ text }) => edgeSentences(text))

  return blocks.map((block, i) => {
    const before = blocks[i - 1]
    const { first } = sentences[i]!
    const opening = block.kind === 'paragraph' ? openingOf(block.text, language) : undefined
    return {
      continuing: yes(opening === 'continuing'),
      pointing: yes(opening === 'pointing'),
      ordering: yes(opening === 'ordering'),
      setting: yes(opening === 'setting'),
      answering: yes(opening === 'answering'),
      linked: Math.min(1, 3 * linksIn(first, language)),
      carried: shareOf(termsOf(first, language), terms[i - 1] ?? []),
      asks: yes(isQuestion(block)),
      aside: yes(block.kind !== 'paragraph'),
      opensShort: shortness(first),
      closesShort: shortness(sentences[i - 1]?.last ?? ''),
      longBefore: within(1.5, Math.log(((before?.words ?? 0) + 5) / (meanWords + 5))),
      second: yes(i === 1),
      last: yes(i === blocks.length - 1),
      near: near[i]!,
      farDip: (far[i]! - Math.max(far[i - 1] ?? 0, far[i + 1] ?? 0)) / 2,
    }
  })
}

/** Whether a paragraph ends by asking something. */
export const endsAsking = (block: Block) => block.kind === 'paragraph' && /[?？؟]["'”’»)]*$/.test(block.text)

/** Whether it does nothing else, as the questions of an interview do. */
export const isQuestion = (block: Block) =>
  endsAsking(block) && sentencesOf(block.text.slice(0, 600)).length <= 3

/** The first and the last sentence; of a very long block, of its ends. */
function edgeSentences(text: string): { first: string; last: string } {
  return {
    first: sentencesOf(text.slice(0, EDGE))[0] ?? '',
    last: sentencesOf(text.slice(-EDGE)).at(-1) ?? '',
  }
}

const EDGE = 1000

/** 0 for a sentence of eleven words, 1 for a very short one, -1 for a very long one. */
function shortness(sentence: string): number {
  // Where words are not set apart by spaces, eight letters are as long as a word with its space.
  const words = Math.max(sentence.split(/\s+/).filter(Boolean).length, Math.round(sentence.length / 8))
  return within(1, Math.log(12 / (words + 1)))
}

function shareOf(terms: (string | undefined)[], others: (string | undefined)[]): number {
  const own = [...new Set(terms)].filter((term) => term !== undefined)
  const known = new Set(others)
  return own.filter((term) => known.has(term)).length / Math.max(3, own.length)
}

/** By how many standard deviations each of the article's gaps lies above their mean, halved. */
function standardised(values: number[]): number[] {
  const gaps = values.slice(1)
  const mean = gaps.reduce((sum, value) => sum + value, 0) / Math.max(1, gaps.length)
  const spread = Math.sqrt(
    gaps.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, gaps.length),
  )
  return values.map((value) => (spread === 0 ? 0 : within(1.5, (value - mean) / spread / 2)))
}

const yes = (is: boolean) => (is ? 1 : 0)
const within = (limit: number, value: number) => Math.max(-limit, Math.min(limit, value))
