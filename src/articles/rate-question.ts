import { plain } from './plain-words.ts'
import type { Question } from './questions.ts'
import type { Voice } from './voice.ts'
import { count } from './voice.ts'
import { countWords } from './words.ts'

/** Below this a question is not one to end a lesson with. */
export const GOOD_ENOUGH = 4

const LONGEST = 220

/**
 * How good a prompt one of the article's own questions makes; from GOOD_ENOUGH on it may be one. It is addressed to
 * the reader, open, about what only they can answer, and understood without the text around it.
 */
export function rateQuestion(question: Question, voice: Voice): number {
  const { wording } = voice
  const text = plain(question.text)
    .replace(/[\s?？؟!;。]+$/u, '')
    .replace(/^¿\s*/, '')
  const words = countWords(text)
  if (words < 3 || text.length > LONGEST) return 0
  if (!wording) return question.kind === 'heading' ? 0 : GOOD_ENOUGH + (question.isLast ? 1 : 0)
  if (wording.hollow.test(text) || wording.errand.test(text)) return 0
  if (wording.asks && !wording.asks.test(text) && !question.isInvited) return 0

  const toReader = wording.reader.test(text)
  const isInner = wording.inner.test(text)
  const isOpen = wording.open.test(text)
  if (!toReader && wording.speaker.test(text) && !question.isInvited) return 0
  const isHeading = question.kind === 'heading'
  if (isHeading && isPutToSomebody(question, voice)) return 0
  if (voice.isQuestioned && question.endsBlock && !isInner && !question.isLast) return 0

  const toUs = !toReader && wording.us?.test(text)
  return (
    (toReader ? 3 : toUs ? 1 : question.isInvited ? 0 : -3) +
    (isOpen ? 3 : 0) +
    (isInner ? 2 : 0) +
    (question.isInvited ? 2 : 0) +
    (question.isLast ? 2 : 0) +
    (words <= 14 ? 1 : words > 25 ? -1 : 0) +
    (wording.loose.test(text) ? -6 : 0) +
    (wording.generic?.test(text) ? (isInner ? -1 : -4) : 0) +
    (isHeading ? -1 : question.kind === 'quote' ? -3 : 0) +
    (isAnswered(question, voice) ? -4 : 0) +
    (!question.endsBlock && wording.errand.test(firstSentence(question.after)) ? (isInner ? -1 : -4) : 0)
  )
}

/** Under an interviewer's question somebody speaks of themselves, and under one of an FAQ it is explained. */
function isPutToSomebody({ text, after }: Question, { wording, isQuestioned }: Voice): boolean {
  const question = plain(text)
  const answer = plain(after)
  if (!wording?.reader.test(question) || wording.speaker.test(question)) return true
  if (isQuestioned && !wording.inner.test(question)) return true
  return count(answer, wording.speaker) > count(answer, wording.reader)
}

function isAnswered({ after, kind }: Question, { wording }: Voice): boolean {
  const answers = wording?.answers?.test(plain(after).replace(/^["“„«]/, '')) ?? false
  return answers && kind !== 'item'
}

const firstSentence = (text: string) => /^.*?(?:[.!?。！？](?=\s|$)|$)/su.exec(plain(text))?.[0] ?? ''
