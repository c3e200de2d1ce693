import type { Block } from './outline.ts'
import { plain } from './plain-words.ts'
import { withoutQuotes } from './quoted-spans.ts'
import { capitalised } from './freed-question.ts'
import { weightsOf } from './telling-weight.ts'
import type { Voice } from './voice.ts'
import { sentencesOf, WITHOUT_SPACES, wordsOf } from './words.ts'

/** Columns a title may take; a character of Chinese or Japanese takes two. */
const WIDEST = 60
const NARROWEST = 9

/** How many sentences are looked at; those after the first few only count where nothing before them is complete. */
const SENTENCES = 24

/**
 * The phrases with which a lesson's beginning could be named, the most telling first: whole sentences, clauses and
 * beginnings of sentences in the text's own words, complete at both ends, with the words that this lesson has and the
 * rest of the article has less.
 */
export function tellingPhrases(blocks: Block[], voice: Voice): string[] {
  const weigh = weightsOf(blocks, voice)
  const rated = beginningOf(blocks)
    .flatMap((sentence, i) => phrasesOf(sentence, voice).map((phrase) => ({ ...phrase, i })))
    .filter(({ text }) => isComplete(text, voice))
    .map(({ text, share, i }) => ({
      text,
      score: weigh(text) * lengthShare(width(text)) * share * 0.85 ** i * (isLoose(text, voice) ? 0.6 : 1),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  return [...new Set(rated.map(({ text }) => text))]
}

/** What the first sentence begins with, should no phrase in it be complete; never cut within a word. */
export function beginningPhrase(blocks: Block[], { wording }: Voice): string | undefined {
  const sentence = beginningOf(blocks)[0]
  if (!sentence) return undefined
  let phrase = ''
  for (const part of partsOf(sentence)) {
    if (width(phrase + part) > WIDEST) break
    phrase += part
  }
  phrase = trimmed(phrase)
  while (wording?.unfinished.test(plain(phrase)) && /\s/.test(phrase))
    phrase = trimmed(phrase.replace(/\s+\S+$/u, ''))
  return capitalised(phrase) || undefined
}

const PROSE = new Set<Block['kind']>(['paragraph', 'list', 'item', 'quote'])

/** Whole sentences without speech; what a quotation leaves of one is none. */
function beginningOf(blocks: Block[]): string[] {
  return blocks
    .filter(({ kind }) => PROSE.has(kind))
    .slice(0, SENTENCES)
    .flatMap(({ kind, text }) => {
      const own = withoutQuotes(text, '\n').split('\n').flatMap(sentencesOf)
      return kind === 'paragraph' || kind === 'quote' ? own.filter(isSentence) : own
    })
    .slice(0, SENTENCES)
}

/** What is longer is no sentence that anybody would be told by. */
const LONGEST_SENTENCE = 2_000

const isSentence = (text: string) =>
  text.length < LONGEST_SENTENCE && /^\P{Ll}/u.test(text) && /[.!?…。！？؟।:]\P{L}*$/u.test(text.slice(-40))

interface Phrase {
  text: string
  /** How much of its worth is left: less the more was cut away. */
  share: number
}

const BREAK = /\s*[,;:，、；：،؛]\s*|\s+[—–-]\s+|(?<=\p{L})\s*—\s*(?=\p{L})|\s*[()（）…]\s*/gu

function phrasesOf(sentence: string, { wording }: Voice): Phrase[] {
  const bare = sentence.replace(/^(?:[-*•]\s+|\(?\d{1,2}[.)]\s+|[*_]+)+/u, '')
  const tied = wording?.lead.exec(plain(bare))?.[0] ?? ''
  const whole = trimmed(bare.slice(tied.length).replace(/^[\s,]+/u, ''))
  const clauses = whole.split(BREAK).map(trimmed)
  const phrases: Phrase[] = [{ text: whole, share: 1 }]
  // "When I was seven, my father bought a boat": what the sentence says comes second.
  const main = wording?.tied.test(plain(clauses[0] ?? '')) ? 1 : 0
  for (const [i, text] of clauses.entries()) {
    if (i > 0 && wording?.relative?.test(plain(text))) continue
    phrases.push({ text, share: i === 0 ? 0.85 : i === main ? 0.7 : 0.25 })
    if (i === main) phrases.push(...beginningsOf(text, wording?.turns))
  }
  // The end of the first clause, where a second one only adds to it.
  const two = /^[^,;:，、]+[,，、]\s*[^,;:，、]+/u.exec(whole)?.[0]
  if (two && two !== whole) phrases.push({ text: trimmed(two), share: 0.75 })
  return phrases.map(({ text, share }) => ({ text: capitalised(text), share }))
}

/** "My father bought a boat" of "My father bought a boat because …"; before a word that only adds something. */
function beginningsOf(clause: string, turns: RegExp | undefined): Phrase[] {
  if (!turns) return []
  const words = clause.split(' ')
  return words.flatMap((word, i) =>
    i >= 3 && turns.test(plain(word)) ? [{ text: trimmed(words.slice(0, i).join(' ')), share: 0.6 }] : [],
  )
}

/** Without what only ends a sentence or a clause. */
function trimmed(text: string): string {
  return text
    .trim()
    .replace(/[.!。！,;:、，؛،…—–-]+$/u, '')
    .trim()
}

function isComplete(phrase: string, { wording }: Voice): boolean {
  const columns = width(phrase)
  if (!WITHOUT_SPACES.test(phrase) && wordsOf(phrase).length < 3) return false
  if (columns > WIDEST || columns < NARROWEST) return false
  if (/["“”„«»‹›「」『』()[\]{}<>|*_`/\\@]|\p{Extended_Pictographic}|\.\S|^\P{L}/u.test(phrase)) return false
  if (!wording) return true
  const text = plain(phrase)
  return (
    !wording.tied.test(text) &&
    !wording.unfinished.test(text) &&
    !wording.errand.test(text) &&
    !wording.danger.test(text) &&
    !(wording.reports?.test(text) ?? false)
  )
}

const isLoose = (text: string, { wording }: Voice) => wording?.loose.test(plain(text)) ?? false

/** A title of 20 to 45 columns is read at a glance. */
const lengthShare = (columns: number) => (columns < 15 ? 0.7 : columns <= 45 ? 1 : 0.85)

const partsOf = (text: string) =>
  WITHOUT_SPACES.test(text)
    ? [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(({ segment }) => segment)
    : (text.match(/\s*\S+/gu) ?? [])

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u
const width = (text: string) => [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0)
