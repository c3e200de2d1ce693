import { mainHeading, saysNothing, withoutNumber } from './heading-text.ts'
import type { Block } from './outline.ts'
import { plain } from './plain-words.ts'
import { isAQuestion } from './questions.ts'
import { tellingStatements } from './telling-statement.ts'
import { inSentence } from './in-sentence.ts'
import { count, type Voice } from './voice.ts'
import type { Wording } from './wording/wording.ts'
import { withoutQuotes } from './quoted-spans.ts'
import { findSubjects } from './find-subjects.ts'
import { countWords } from './words.ts'

/** What is asked, and the sentences it can be put into. */
interface Theme {
  patterns: string[]
  text: string
}

/**
 * Questions formed from what a lesson is about, the best first, none of which is in `taken`; as far as they reach, in
 * sentences that none of those in `taken` has. None in a language that nothing is known of, or if the lesson is there
 * for somebody in danger.
 */
export function suggestPrompts(blocks: Block[], wish: SuggestWish): string[] {
  const { voice, taken } = wish
  const { wording } = voice
  if (!wording || isForSomebodyInDanger(blocks, wording)) return []
  const prompts: string[] = []
  for (const { patterns, text } of themesOf(blocks, wish, wording)) {
    const prompt = leastUsed(patterns, text, voice.isFormal, new Set([...taken, ...prompts]))
    if (prompt) prompts.push(prompt)
  }
  return prompts
}

export interface SuggestWish {
  voice: Voice
  /** What the lesson is called. */
  title?: string | undefined
  /** What the course is called, if the lesson opens it. */
  opens?: string | undefined
  taken: ReadonlySet<string>
}

/** What the lesson is about, in every form in which a question can be put, the best first. */
function* themesOf(
  blocks: Block[],
  { voice, title, opens, taken }: SuggestWish,
  wording: Wording,
): Generator<Theme> {
  const { prompts } = wording
  const found = mainHeading(blocks)
  const bare = found && withoutNumber(found, wording)
  const heading = bare && !saysNothing(bare, wording) && !wording.danger.test(plain(bare)) ? bare : undefined
  const name = [heading, title, opens].find((text) => text && !wording.danger.test(plain(text)))
  const tone = toneOf(blocks, wording)
  const rest = {
    patterns: turned(prompts[tone] ?? prompts.topic, taken.size),
    text: quoted(name ?? ''),
  }

  const subjects = findSubjects(blocks, voice).map(({ asks }) => ({
    patterns: asks,
    text: '',
  }))
  if (voice.isQuestioned && found && isAQuestion(found)) {
    const answers = { patterns: turned(prompts.answers ?? prompts.topic, taken.size), text: '' }
    yield* subjects.slice(0, 1)
    yield* [answers, answers, answers]
    return
  }
  const isPersonal = tone === 'topic'
  const forms = heading ? [...formsOf(heading, isPersonal, voice, wording)] : []
  const isNear = heading !== undefined && wording.inner.test(plain(heading))
  if (isNear || subjects.length === 0) yield* forms
  yield* subjects.slice(0, 2)
  if (!isNear && subjects.length > 0) yield* forms
  if (opens && !found && isPersonal && prompts.opening)
    yield { patterns: prompts.opening, text: quoted(opens) }
  if (isPersonal) {
    const [statement] = tellingStatements(blocks, voice)
    if (statement) yield { patterns: prompts.statement, text: statement }
  }
  yield* [rest, rest]
}

/** Turned round, so that not every lesson is offered the same. */
const turned = (list: string[], by: number) => {
  const from = by % list.length
  return [...list.slice(from), ...list.slice(0, from)]
}

/** The heading itself, put into a sentence that it fits. */
function* formsOf(heading: string, isPersonal: boolean, voice: Voice, wording: Wording): Generator<Theme> {
  const { prompts } = wording
  const text = plain(heading)
  const isForAll = wording.reader.test(text) || (isPersonal && (wording.us?.test(text) ?? false))
  if (prompts.occasion && wording.occasion?.test(text) && wording.reader.test(text)) {
    const occasion = inSentence(heading.replace(/[.:…]+$/u, ''), voice)
    yield { patterns: prompts.occasion, text: capital(occasion) }
  }
  const isNear = wording.reader.test(text) || wording.inner.test(text)
  const action = isPersonal || isNear ? wording.action?.(text) : undefined
  const embedded = action && !POINTS.test(action) ? inSentence(action, voice) : undefined
  if (embedded && prompts.action) yield { patterns: prompts.action, text: embedded }
  if (isForAll && !action && !/[.?!？。！] |[?？؟]$/u.test(heading) && wording.statement?.test(text))
    yield {
      patterns: prompts.statement,
      text: /[.!]$/.test(heading) ? quoted(heading) : `${quoted(heading)}.`,
    }
}

/** Pronouns that stand for something outside of the heading. */
const POINTS = /(?<!\p{L})(?:it|them|they|this|that|these|those|him|her)(?!\p{L})/iu

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Quotation marks inside of quotation marks are single ones. */
const quoted = (text: string) =>
  text.replace(/[“„«»"]\s?([^”“"«»]*?)\s?[”“"«»]/gu, '‘$1’').replace(/「([^」]*)」/gu, '『$1』')

/** Whom a lesson speaks to or of, by how often it says you, and I, he or she. */
function toneOf(blocks: Block[], wording: Wording): 'topic' | 'story' | 'facts' {
  const text = plain(withoutQuotes(blocks.map((block) => block.text).join('\n')))
  const words = Math.max(1, countWords(text))
  const toReader = count(text, wording.reader) / words
  const ofSomeone = (count(text, wording.speaker) + count(text, wording.someone)) / words
  const ofAll = count(text, wording.us) / words
  if (toReader > 0.012 && toReader >= ofSomeone + ofAll) return 'topic'
  return ofSomeone > 0.03 ? 'story' : 'facts'
}

function isForSomebodyInDanger(blocks: Block[], wording: Wording): boolean {
  const prose = blocks.filter(({ kind }) => kind !== 'heading')
  const words = (some: Block[]) => some.reduce((sum, block) => sum + block.words, 0)
  const careful = prose.filter(({ text }) => wording.danger.test(plain(text)))
  return words(careful) > words(prose) / 2
}

/** The theme in that of several sentences which the course has least often; undefined if it has all of them. */
function leastUsed(
  patterns: string[],
  theme: string,
  isFormal: boolean,
  taken: ReadonlySet<string>,
): string | undefined {
  const uses = (pattern: string) => {
    const shape = shapeOf(pattern)
    return [...taken].filter((prompt) => shape.test(prompt)).length
  }
  return patterns
    .filter((pattern) => theme !== '' || !pattern.includes('{}'))
    .map((pattern) => ({ prompt: fill(pattern, theme, isFormal), uses: uses(pattern) }))
    .filter(({ prompt }) => !taken.has(prompt))
    .sort((a, b) => a.uses - b.uses)[0]?.prompt
}

const ADDRESS = /\{([^{}|]*)\|([^{}|]*)\}/g

const fill = (pattern: string, theme: string, isFormal: boolean) =>
  pattern
    .replace(ADDRESS, (_, familiar: string, formal: string) => (isFormal ? formal : familiar))
    .replaceAll('{}', () => theme)

const shapeOf = (pattern: string) =>
  new RegExp(
    `^${pattern
      .split(/(\{\}|\{[^{}|]*\|[^{}|]*\})/)
      .map((part) => {
        if (part === '{}') return '.+'
        const address = /^\{(.*)\|(.*)\}$/.exec(part)
        return address ? `(?:${escaped(address[1]!)}|${escaped(address[2]!)})` : escaped(part)
      })
      .join('')}$`,
    'su',
  )
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
