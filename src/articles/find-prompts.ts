import type { Block } from './outline.ts'
import { sentencesOf } from './words.ts'

export interface Prompts {
  prompt: string | null
  /** False if the lesson ends with this very question already. */
  suggested: boolean
  alternatives: string[]
}

const MOST = 4

/**
 * The question a lesson ends with or, failing that, one made from its text: a question it asks its reader on the
 * way, then its heading or a sentence of it turned into one. English is made only for texts in English.
 */
export function findPrompts(blocks: Block[]): Prompts {
  const own = blocks.filter((block) => !SILENT.has(block.kind))
  const asked = own.flatMap((block) => questionsOf(block))
  const english = isEnglish(own.map((block) => block.text).join(' '))
  const last = endingQuestion(own.at(-1))
  const forReader = asked.filter((question) => question !== last && (!english || READER.test(question)))
  const made = english ? madeFrom(own, blocks) : []
  const [alone, pointing] = bestFirst(forReader)
  const ranked = [...new Set([...alone, ...made, ...pointing])]

  if (last) return { prompt: last, suggested: false, alternatives: ranked.slice(0, MOST) }
  return { prompt: ranked[0] ?? null, suggested: ranked.length > 0, alternatives: ranked.slice(1, MOST + 1) }
}

const SILENT = new Set<Block['kind']>(['heading', 'code', 'table', 'divider'])
const QUESTION = /[?？؟;]["”’»)]?\s*\p{Extended_Pictographic}?\s*$/u
const READER = /\b(?:you|your|yours|yourself)\b/i

function endingQuestion(last: Block | undefined): string | undefined {
  if (!last || last.kind === 'quote') return undefined
  const sentence = sentencesOf(last.text).at(-1)
  return sentence && isQuestion(sentence) ? tidy(sentence) : undefined
}

function questionsOf(block: Block): string[] {
  if (block.kind === 'quote') return []
  return sentencesOf(block.text)
    .filter(isQuestion)
    .map(tidy)
    .filter((question) => question.length <= 220)
}

/** Not somebody else's question: one that stands in quotation marks is reported, not asked. */
function isQuestion(sentence: string): boolean {
  return (
    QUESTION.test(sentence) &&
    !/;\s*$/.test(sentence) &&
    !/^["“‘«„]/.test(sentence) &&
    !/\?["”’»]/.test(sentence)
  )
}

/** A question lifted out of its place loses what tied it there: a number, "So,", "I would ask this:". */
function tidy(question: string): string {
  const bare = question
    .replace(/^\d{1,2}[.)]\s+/, '')
    .replace(/^[^:?]*:\s+(?=(?:what|who|whom|whose|which|where|when|why|how)\b)/iu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const untied = bare.replace(/^(?:so|and|but|or|then|now)[, ]+(?=\p{L})/iu, '')
  return untied.charAt(0).toUpperCase() + untied.slice(1)
}

/** Questions that stand alone and, apart, those that point back at a text; open ones before those that yes answers. */
function bestFirst(questions: string[]): [alone: string[], pointing: string[]] {
  const score = (question: string) => (OPEN.test(question) ? 2 : 0) - (question.length > 140 ? 1 : 0)
  const best = questions
    .filter((question) => question.split(' ').length > 2 && !/^what do you think\?/i.test(question))
    .toReversed()
    .sort((a, b) => score(b) - score(a))
  return [
    best.filter((question) => !POINTS_BACK.test(question)),
    best.filter((question) => POINTS_BACK.test(question)),
  ]
}

const OPEN = /^(?:what|who|whom|whose|which|where|when|why|how)\b/i
const POINTS_BACK =
  /\b(?:it|they|them)\b|\bthat\?|\b(?:this|these|those)(?:\?|\s+(?:is|was|are|were|means?|could|would|can|will)\b)/i

function madeFrom(own: Block[], blocks: Block[]): string[] {
  const topic = blocks
    .find((block) => block.kind === 'heading')
    ?.text.replace(NUMBER, '')
    .replace(/[.:…]+$/u, '')
    .trim()
  const line = tellingSentence(own)
  return [
    ...(line ? [`“${line}” Where is that true for you, and where is it not?`] : []),
    ...(topic ? [`When you read “${topic}”, what in your own life comes to mind?`] : []),
    'Which thought in this letter stayed with you, and what does it touch in your own life?',
  ]
}

/** A short sentence said to the reader that uses the lesson's own words most: it can carry a question by itself. */
function tellingSentence(own: Block[]): string | undefined {
  const counts = new Map<string, number>()
  for (const block of own)
    for (const word of keywords(block.text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const candidates = own
    .filter((block) => block.kind === 'paragraph' && !CARE.test(block.text))
    .flatMap((block) => sentencesOf(block.text))
    .filter(
      (sentence) =>
        sentence.length >= 35 && sentence.length <= 140 && STATEMENT.test(sentence) && !TIED.test(sentence),
    )
    .filter(
      (sentence) => /^\p{Lu}/u.test(sentence) && !/["“”«»()]|\w\.\w/.test(sentence) && isGeneral(sentence),
    )
  const score = (sentence: string) => {
    const words = keywords(sentence)
    const weight = words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / Math.max(4, words.length)
    return weight / Math.max(70, sentence.length)
  }
  return candidates
    .map((sentence) => ({ sentence, score: score(sentence) }))
    .sort((a, b) => b.score - a.score)[0]?.sentence
}

/** Said of the reader or of all of us, and not about the author or a person in a story. */
function isGeneral(sentence: string): boolean {
  const aboutSomeone =
    /\b(?:he|she|his|her|hers|him|I|my|me|mine)\b/.test(sentence) || /\s\p{Lu}\p{Ll}/u.test(sentence)
  const pointsBack = /^(?:\S+\s+){1,4}it\b|^you (?:may|might|can|could)\b/i.test(sentence)
  return (
    !aboutSomeone &&
    !pointsBack &&
    /^(?:you|your|we|our|nobody|everybody|everyone|people|most of us)\b/i.test(sentence)
  )
}

/** A passage for someone in danger is not there to be discussed. */
const CARE = /\b(?:helpline|hotline|emergency|suicid\w*|kill(?:ing)? (?:your|my)self|in danger)\b/i
const STATEMENT = /[.!…]$/u
const TIED =
  /^(?:And|But|So|Or|Then|This|That|These|Those|It|He|She|They|Here|There|For|In other words|However|Such|Well|Yes|No)\b|\b(?:below|above|click|subscribe|comments?)\b/
const NUMBER = /^(?:\d{1,2}|[ivx]{1,4})[.):]\s+/i

const keywords = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []

/** Six common words make about a quarter of any English text, and of no other. */
function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? []
  const common = words.filter((word) =>
    /^(?:the|and|of|to|you|is|that|it|with|not|your|are)$/.test(word),
  ).length
  return words.length > 0 && common / words.length > 0.1
}
