/**
 * The second net: what was learnt from several thousand labelled examples (test/bench/care/examples) finds what no list
 * of phrases foresaw. A sum of weights, no more: each can be looked up, and the words that weighed most are shown.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Features, featuresOf } from './features.ts'
import { wordsThatMayMean } from './find-signs.ts'
import { readWords, type Word } from './read-words.ts'
import type { SignTable } from './sign-table.ts'
import { readThemes, type Themes } from './themes.ts'

export interface Learnt {
  bias: number
  /** From this sum on a person should see it. */
  enough: number
  weights: Record<string, number>
}

export interface Weighed {
  /** How far above (or below) what is enough. */
  above: number
  /** Where the sentence stands that weighed most. */
  passages: { start: number; end: number }[]
}

/** It was learnt from a few sentences at a time, and weighs as many of a longer reply; of one without stops, so many words. */
const SENTENCES = 3
const WORDS = 60
/** How much more is enough where there are more sentences to choose from, by the logarithm of how many. */
const MORE_FOR_LONGER = 0.3

const learnt = JSON.parse(readFileSync(join(import.meta.dirname, 'weights.json'), 'utf8')) as Learnt

/**
 * The few sentences that weigh most, without what the first net knows not to be meant. In more of them chance has more to
 * find, so that one has to weigh a little more.
 */
export function weigh(text: string, language: string, table: SignTable): Weighed {
  const groups = severalTogether(wordsThatMayMean(text, table))
  const enough = enoughOf(groups.length, learnt)
  let most: Weighed = { above: Number.NEGATIVE_INFINITY, passages: [] }
  for (const words of groups) {
    const features = featuresOf(words, language, themesOf(language, table))
    const above = sumOf(features, learnt) - enough
    if (above > most.above) most = { above, passages: heaviestSentence(features, words, learnt) }
  }
  return most
}

/** The more groups of sentences there are, the more one of them has to weigh. */
export const enoughOf = (groups: number, { enough }: Learnt) => enough + MORE_FOR_LONGER * Math.log(groups)

/** Every few neighbouring sentences. */
export function severalTogether(words: Word[]): Word[][] {
  const sentences: Word[][] = []
  for (const word of words) {
    const last = sentences.at(-1)
    if (last && last[0]!.sentence === word.sentence && last.length < WORDS) last.push(word)
    else sentences.push([word])
  }
  const count = Math.max(1, sentences.length - SENTENCES + 1)
  return Array.from({ length: count }, (_, first) => sentences.slice(first, first + SENTENCES).flat())
}

/** Of how many words of the text something was learnt in this language. */
export const wordsKnown = (text: string, language: string, table: SignTable) =>
  readWords(text, table.spelling).filter(({ text }) => `${language}:${text}` in learnt.weights).length

/** Longer texts have more features; what they weigh is divided by the root of how many are known. */
export function sumOf(features: Features, { bias, weights }: Learnt): number {
  const known = [...features.keys()].filter((name) => name in weights)
  return bias + known.reduce((sum, name) => sum + weights[name]!, 0) / Math.sqrt(known.length || 1)
}

/** The sentence that the most weight hangs on: single words of it would say little to whoever reads. */
function heaviestSentence(features: Features, words: Word[], { weights }: Learnt) {
  const shares = new Map<number, number>()
  for (const [name, at] of features)
    for (const index of at) {
      const { sentence } = words[index]!
      shares.set(sentence, (shares.get(sentence) ?? 0) + (weights[name] ?? 0) / at.length)
    }
  const [heaviest] = [...shares].sort(([, one], [, other]) => other - one)[0] ?? []
  const its = words.filter(({ sentence }) => sentence === heaviest)
  return its.length > 0 ? [{ start: its[0]!.start, end: its.at(-1)!.end }] : []
}

const themes = new Map<string, Themes>()
function themesOf(language: string, table: SignTable): Themes {
  const known = themes.get(language) ?? readThemes(language, table.spelling)
  themes.set(language, known)
  return known
}
