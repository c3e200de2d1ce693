import type { Block } from './outline.ts'
import { plain } from './plain-words.ts'
import { weightsOf } from './telling-weight.ts'
import type { Voice } from './voice.ts'
import type { Wording } from './wording/wording.ts'
import { sentencesOf } from './words.ts'

const SHORTEST = 30
const LONGEST = 140

/**
 * Sentences of a lesson that are said to its reader or of all of us and can be understood alone, those with most of
 * the lesson's own words first.
 */
export function tellingStatements(blocks: Block[], voice: Voice): string[] {
  const { wording } = voice
  if (!wording) return []
  const statements = blocks
    .filter(({ kind, text }) => kind === 'paragraph' && !wording.danger.test(plain(text)))
    .flatMap(({ text }) => sentencesOf(text))
    .filter((sentence) => canStandAlone(sentence, wording))
  if (statements.length < 2) return statements
  const weigh = weightsOf(blocks, voice)
  return statements
    .map((sentence) => ({ sentence, score: weigh(sentence) / Math.max(70, sentence.length) }))
    .sort((a, b) => b.score - a.score)
    .map(({ sentence }) => sentence)
}

function canStandAlone(sentence: string, wording: Wording): boolean {
  const text = plain(sentence)
  const [first = ''] = text.split(' ')
  return (
    text.length >= SHORTEST &&
    text.length <= LONGEST &&
    /^\p{L}.*[.!…。！]$/su.test(text) &&
    !/["“”„«»「」()[\]*_`:]|\p{N}|\.\S/u.test(text) &&
    (wording.reader.test(first) || (wording.us?.test(first) ?? false)) &&
    wording.inner.test(text) &&
    !wording.tied.test(text) &&
    !wording.loose.test(text) &&
    !wording.speaker.test(text) &&
    !(wording.someone?.test(text) ?? false) &&
    !wording.errand.test(text)
  )
}
