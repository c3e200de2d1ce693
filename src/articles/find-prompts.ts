import type { LessonNames } from './lesson-themes.ts'
import type { Block } from './outline.ts'
import { plain } from './plain-words.ts'
import { isAlike } from './is-alike.ts'
import { type Question, questionsIn } from './questions.ts'
import { GOOD_ENOUGH, rateQuestion } from './rate-question.ts'
import { suggestPrompts } from './suggest-prompts.ts'
import { type Voice, voiceOf } from './voice.ts'

export interface Prompts {
  /** Null only where nothing is asked and the language is one in which we form no questions, or somebody is in danger. */
  prompt: string | null
  /** The prompt is none of the article's own questions: it was formed from the lesson's theme. */
  suggested: boolean
  /** Other questions of the same kind, the best first. */
  alternatives: string[]
}

export interface PromptWish extends LessonNames {
  /** How the whole article speaks. */
  voice?: Voice
  /** Prompts that other lessons of the course have. */
  taken?: ReadonlySet<string>
}

const MOST = 4

/**
 * The question a lesson ends with: the best that it asks its reader itself or, if it asks none, one formed from its
 * theme.
 */
export function findPrompts(blocks: Block[], wish: PromptWish = {}): Prompts {
  const { voice = voiceOf(blocks), taken = new Set<string>() } = wish
  const own = ownQuestions(blocks, voice).filter((question) => !taken.has(question))
  const suggested = own.length === 0
  const [prompt, ...others] = suggested ? suggestPrompts(blocks, wish, voice, taken) : own
  return {
    prompt: prompt ?? null,
    suggested: suggested && prompt !== undefined,
    alternatives: others.slice(0, MOST),
  }
}

/** The questions a lesson asks its reader, the best first; of several as good, the first. */
function ownQuestions(blocks: Block[], voice: Voice): string[] {
  const safe = blocks.filter((block) => !voice.wording?.danger.test(plain(block.text)))
  const rated = questionsIn(safe, voice.wording)
    .map((question): [Question, number] => [question, rateQuestion(question, voice)])
    .filter(([, rating]) => rating >= GOOD_ENOUGH)
    .sort(([, a], [, b]) => b - a)
  const best: string[] = []
  for (const [{ text }] of rated) if (!best.some((other) => isAlike(text, other))) best.push(text)
  return best
}
