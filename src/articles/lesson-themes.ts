import { isAbout } from './fill-pattern.ts'
import { findSubjects } from './find-subjects.ts'
import { mainHeading, saysNothing, withoutNumber } from './heading-text.ts'
import { inSentence } from './in-sentence.ts'
import type { Block } from './outline.ts'
import { plain } from './plain-words.ts'
import { isAQuestion } from './questions.ts'
import { tellingStatements } from './telling-statement.ts'
import { toneOf } from './tone.ts'
import type { Voice } from './voice.ts'
import type { Wording } from './wording/wording.ts'
import { wordsOf } from './words.ts'

/** What is asked about, as it stands in a sentence, and the sentences it can be put into. */
export interface Theme {
  patterns: string[]
  text: string
}

export interface LessonNames {
  /** What the lesson is called. */
  title?: string | undefined
  /** What the course is called, if the lesson opens it. */
  opens?: string | undefined
}

/**
 * What a lesson is about, in every form in which a question can be put, the best first: a heading that is itself near
 * to the reader, a subject that people can be asked about, the heading in any case, a sentence of the text.
 * `turn` says where lists of equals begin, so that not every lesson is offered the same.
 */
export function* lessonThemes(
  blocks: Block[],
  { title, opens }: LessonNames,
  voice: Voice,
  turn: number,
): Generator<Theme> {
  const { wording } = voice
  if (!wording) return
  const { prompts } = wording
  const found = mainHeading(blocks)
  const bare = found && withoutNumber(found, wording)
  const isSafe = (text: string) => !wording.danger.test(plain(text))
  const heading = bare && !saysNothing(bare, wording) && isSafe(bare) ? bare : undefined
  const name = [heading, title, opens].find((text) => text && isSafe(text)) ?? ''
  const tone = toneOf(blocks, wording)
  const subjects = findSubjects(blocks, voice).map(({ asks }) => ({ patterns: asks, text: '' }))

  if (voice.isQuestioned && found && isAQuestion(found)) {
    yield* subjects.slice(0, 1)
    const answers = { patterns: turned(prompts.answers ?? prompts.topic, turn), text: '' }
    yield* [answers, answers, answers]
  } else {
    const isPersonal = tone === 'topic'
    const forms = heading ? [...headingForms(heading, isPersonal, voice, wording)] : []
    const isNear = heading !== undefined && wording.inner.test(plain(heading))
    if (isNear) yield* forms
    yield* subjects.slice(0, 2)
    if (!isNear) yield* forms
    if (opens && !found && isPersonal && prompts.opening)
      yield { patterns: prompts.opening, text: quoted(opens) }
    const [statement] = isPersonal ? tellingStatements(blocks, voice) : []
    if (statement) yield { patterns: prompts.statement, text: statement }
    const general = { patterns: inTurn(prompts[tone] ?? prompts.topic, turn, name), text: quoted(name) }
    yield* [general, general]
  }
  yield { patterns: [prompts.topic, prompts.story ?? [], prompts.facts ?? []].flat(), text: quoted(name) }
}

/** The heading itself, put into a sentence that it fits. */
function* headingForms(
  heading: string,
  isPersonal: boolean,
  voice: Voice,
  wording: Wording,
): Generator<Theme> {
  const { prompts } = wording
  const text = plain(heading)
  const isToReader = wording.reader.test(text)
  if (prompts.occasion && isToReader && wording.occasion?.test(text))
    yield { patterns: prompts.occasion, text: capital(inSentence(heading.replace(/[.:…]+$/u, ''), voice)) }
  const isNear = isPersonal || isToReader || wording.inner.test(text)
  const action = isNear ? wording.action?.(text) : undefined
  if (prompts.action && action && !POINTS.test(action))
    yield { patterns: prompts.action, text: inSentence(action, voice) }
  const isForAll = isToReader || (isPersonal && (wording.us?.test(text) ?? false))
  const isOneSentence = !/[.?!？。！] |[?？؟]$/u.test(heading)
  if (isForAll && isOneSentence && !action && wording.statement?.test(text))
    yield { patterns: prompts.statement, text: quoted(heading.replace(/(?<![.!])$/u, '.')) }
}

/** Pronouns that stand for something outside of the heading. */
const POINTS = /(?<!\p{L})(?:it|them|they|this|that|these|those|him|her)(?!\p{L})/iu

/** Begun elsewhere in each lesson; those that say the name come last where it is hard to say in a sentence. */
function inTurn(patterns: string[], turn: number, name: string): string[] {
  const list = turned(patterns, turn)
  const isAwkward = name.length > 60 || /[?？؟]$/u.test(name) || wordsOf(name).length < 2
  return isAwkward ? [...list.filter((each) => !isAbout(each)), ...list.filter(isAbout)] : list
}

function turned<T>(list: T[], turn: number): T[] {
  const from = turn % list.length
  return [...list.slice(from), ...list.slice(0, from)]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Quotation marks inside of quotation marks are single ones. */
const quoted = (text: string) =>
  text.replace(/[“„«»"]\s?([^”“"«»]*?)\s?[”“"«»]/gu, '‘$1’').replace(/「([^」]*)」/gu, '『$1』')
