/**
 * A split as an author shapes it: where its lessons begin, what they are called and what they ask. Pure; every change
 * gives a new shape. What the author chose by hand stays with its lesson when a boundary beside it moves.
 */
import type { Article } from './article.ts'
import { lettersOf } from './lesson-texts.ts'
import { addBoundary, moveBoundary, removeBoundary } from './move-boundary.ts'
import { type Split, type SplitLesson, type SplitWish, splitArticle } from './split-article.ts'
import { warningsFor } from './split-warnings.ts'
import { WORDS_PER_MINUTE } from './words.ts'

export interface ShapedLesson extends SplitLesson {
  /** Its title was written by the author. */
  titled?: boolean
  /** Its prompt was: chosen among those offered, in the author's own words, or none at all. */
  asks?: 'offered' | 'words' | 'nothing'
  /** Once it is a course: the lesson of that course it became. */
  key?: string
}

export interface Shape extends Split {
  lessons: ShapedLesson[]
  wish: SplitWish
  /** Something was changed since it was split, and would be lost if it were split again. */
  byHand?: boolean
}

/** What is done to where lessons begin. `index` counts lessons from 0; `to` and `at` are offsets in the Markdown. */
export type Cut =
  | { do: 'move'; index: number; to: number }
  | { do: 'join'; index: number }
  | { do: 'begin'; at: number }

/** What an author says of one lesson. */
export interface Naming {
  title: string
  prompt: string | null
}

export const firstShape = (article: Article, wish: SplitWish): Shape => ({
  ...splitArticle(article, wish),
  wish,
})

/** Throws ArticleError where no lesson can begin, or there is no such boundary. */
export function cut(article: Article, shape: Shape, change: Cut): Shape {
  const { lessons } = shape
  if (change.do === 'move') {
    const after: ShapedLesson[] = moveBoundary(article, shape, change.index, change.to).lessons
    const changed = (i: number) => i === change.index || i === change.index - 1
    return byHand(
      article,
      shape,
      after.map((lesson, i) => (changed(i) ? inherit(lesson, [lessons[i]!]) : lesson)),
    )
  }
  if (change.do === 'join') {
    const after: ShapedLesson[] = removeBoundary(article, shape, change.index).lessons
    const [before, joined] = [lessons[change.index - 1]!, lessons[change.index]!]
    // The first gives its title, but a lesson ends with the last question.
    const one = inherit(after[change.index - 1]!, [before, joined], [joined, before])
    return byHand(article, shape, after.with(change.index - 1, one))
  }
  const after: ShapedLesson[] = addBoundary(article, shape, change.at).lessons
  const i = lessons.findIndex(({ end }) => change.at < end)
  const whole = lessons[i]!
  const stays = whole.asks === 'offered' && isAsked(after[i]!.body, whole.prompt ?? '')
  return byHand(
    article,
    shape,
    after
      .with(i, inherit(after[i]!, [whole], stays ? [whole] : []))
      .with(i + 1, inherit(after[i + 1]!, [], stays ? [] : [whole])),
  )
}

/** Takes titles and prompts by the place where a lesson begins, as they were written or chosen. */
export function nameLessons(article: Article, shape: Shape, namings: Map<number, Naming>): Shape {
  const lessons = shape.lessons.map((lesson) => {
    const naming = namings.get(lesson.start)
    return naming ? named(lesson, naming) : lesson
  })
  const isSame = lessons.every((lesson, i) => lesson === shape.lessons[i])
  return isSame ? shape : byHand(article, shape, lessons)
}

function named(lesson: ShapedLesson, { title, prompt }: Naming): ShapedLesson {
  const titled = title === lesson.title ? lesson : { ...lesson, title, titled: true }
  if (prompt === lesson.prompt) return titled
  if (prompt === null) return ask(titled, null, 'nothing')
  return ask(titled, prompt, offeredBy(lesson).includes(prompt) ? 'offered' : 'words')
}

/** The lesson with this prompt; what else was offered is offered still. */
function ask(lesson: ShapedLesson, prompt: string | null, asks: ShapedLesson['asks']): ShapedLesson {
  const alternatives = offeredBy(lesson).filter((question) => question !== prompt)
  const suggested = asks === 'offered' && !isAsked(lesson.body, prompt ?? '')
  return { ...lesson, prompt, suggested, alternatives, asks }
}

/** A new lesson with what the author chose for those it was made of; whoever stands first in a list goes first. */
function inherit(lesson: ShapedLesson, titles: ShapedLesson[], prompts = titles): ShapedLesson {
  const title = titles.find(({ titled }) => titled)?.title
  const own = title === undefined ? lesson : { ...lesson, title, titled: true }
  // The article's own question goes with its text.
  const [first, ...others] = prompts.filter(
    ({ asks, prompt, suggested }) =>
      asks && (asks !== 'offered' || suggested || isAsked(lesson.body, prompt ?? '')),
  )
  if (!first) return own
  const words = others.flatMap(({ asks, prompt }) => (asks === 'words' && prompt ? [prompt] : []))
  const asking = ask(own, first.prompt, first.asks)
  return { ...asking, alternatives: [...new Set([...words, ...asking.alternatives])] }
}

/** The questions an author may choose among; words of their own come beside them. */
export function offeredBy({ prompt, alternatives, asks }: ShapedLesson): string[] {
  return prompt === null || asks === 'words' ? alternatives : [prompt, ...alternatives]
}

/** Whether the text itself asks this question; otherwise somebody formed it. */
export const isAsked = (body: string, question: string): boolean =>
  lettersOf(question) !== '' && lettersOf(body).includes(lettersOf(question))

/** How many words a lesson was wished to have; undefined when that was left to the article. */
export function wishedWords({ lessons, wish }: Shape): number | undefined {
  if (wish.minutes) return wish.minutes * WORDS_PER_MINUTE
  return wish.lessons && totalWords(lessons) / wish.lessons
}

export const totalWords = (lessons: SplitLesson[]) => lessons.reduce((sum, { words }) => sum + words, 0)

function byHand(article: Article, shape: Shape, lessons: ShapedLesson[]): Shape {
  const target = wishedWords(shape) ?? totalWords(lessons) / lessons.length
  // A prompt that the author did not want is not missing.
  const looked = lessons.map((lesson) => (lesson.asks === 'nothing' ? { ...lesson, prompt: '' } : lesson))
  const warnings = warningsFor(looked, { target, asked: undefined, cut: false })
  return { ...shape, lessons, warnings: [...article.warnings, ...warnings], byHand: true }
}
