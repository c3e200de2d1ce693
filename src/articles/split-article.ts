import { type Article, ArticleError, type LeftOut } from './article.ts'
import { checkCoverage } from './check-coverage.ts'
import { cutBlock } from './cut-block.ts'
import { findPrompts, type Prompts } from './find-prompts.ts'
import { nameLesson } from './name-lesson.ts'
import { type Aside, type Block, type Outline, outline } from './outline.ts'
import { segment } from './segment.ts'
import { minutesOf, WORDS_PER_MINUTE } from './words.ts'

export interface SplitLesson extends Prompts {
  title: string
  body: string
  words: number
  minutes: number
}

export interface Split {
  title: string
  lessons: SplitLesson[]
  leftOut: LeftOut[]
  warnings: string[]
}

export interface SplitWish {
  lessons?: number | undefined
  /** Minutes of reading a lesson should take. */
  minutes?: number | undefined
}

/**
 * An article as a draft course. Every block of it is in exactly one lesson, as it stood in the Markdown, or in
 * `leftOut` with a reason; a bug that would break this throws. Throws ArticleError if there is nothing to split.
 */
export function splitArticle(article: Article, wish: SplitWish = {}): Split {
  const { markdown } = article
  const whole = outline(markdown)
  const total = whole.blocks.reduce((words, block) => words + block.words, 0)
  if (!whole.blocks.some((block) => block.kind !== 'heading' && block.kind !== 'divider'))
    throw nothingToSplit(whole)

  const target = wish.lessons
    ? Math.max(1, total / wish.lessons)
    : wish.minutes
      ? Math.max(20, wish.minutes * WORDS_PER_MINUTE)
      : usualLength(total)
  const blocks = whole.blocks.flatMap((block) => cutBlock(markdown, block, longest(block, target), target))
  if (blocks.length > MOST_BLOCKS) {
    throw new ArticleError(
      `The article has ${blocks.length} paragraphs and other parts, and at most ${MOST_BLOCKS} are split at once; give one part of it at a time.`,
    )
  }
  const starts = segment(blocks, { target, lessons: wish.lessons })
  const groups = starts.map((start, i) => trimDividers(markdown, blocks.slice(start, starts[i + 1])))
  const asides = [...whole.asides, ...groups.flatMap((group) => group.asides)].sort(
    (a, b) => a.start - b.start,
  )
  checkCoverage(markdown, [...groups.flatMap((group) => group.blocks), ...asides])

  const title = article.title ?? whole.title ?? nameLesson(blocks, undefined, new Set())
  const taken = new Set<string>()
  const lessons = groups.map((group) => {
    const name = nameLesson(group.blocks, title, taken)
    taken.add(name)
    const words = group.blocks.reduce((sum, block) => sum + block.words, 0)
    return {
      title: name,
      body: bodyOf(markdown, group.blocks, asides, whole.definitions),
      ...findPrompts(group.blocks),
      words,
      minutes: minutesOf(words),
    }
  })
  return {
    title,
    lessons,
    leftOut: [...article.leftOut, ...asides.map(({ text, reason }) => ({ text, reason }))],
    warnings: [
      ...article.warnings,
      ...warningsFor(lessons, target, wish, whole.blocks.length !== blocks.length),
    ],
  }
}

/** More than any book has; beyond it the best cuts take minutes to find. */
const MOST_BLOCKS = 20_000

/** About a week of letters, but none so short that it is not worth opening nor so long that it is put off. */
const usualLength = (total: number) => Math.min(800, Math.max(250, total / 6.5))

/** Numbered advice may be longer than a lesson sooner than a paragraph may, as its items stand by themselves. */
const longest = (block: Block, target: number) => (block.kind === 'list' ? 1.25 : 2) * target

function nothingToSplit(whole: Outline): ArticleError {
  const what =
    whole.blocks.length > 0 || whole.title
      ? 'There are headings but no text under them'
      : whole.asides.length > 0
        ? 'There is no readable text in it, only markup'
        : 'The article is empty'
  return new ArticleError(`${what}; give a file, an address or a paste that has at least one paragraph.`)
}

/** A dividing line is no way to begin or end a mail. */
function trimDividers(markdown: string, blocks: Block[]): { blocks: Block[]; asides: Aside[] } {
  const first = blocks.findIndex((block) => block.kind !== 'divider')
  const last = blocks.findLastIndex((block) => block.kind !== 'divider')
  const edges = blocks.filter((_, i) => i < first || i > last)
  const reason = 'It is a dividing line where a lesson begins or ends.'
  return {
    blocks: blocks.slice(first, last + 1),
    asides: edges.map(({ start, end }) => ({ start, end, text: markdown.slice(start, end), reason })),
  }
}

/** The lesson's slices of the source, joined where something was left out, with the definitions they need. */
function bodyOf(
  markdown: string,
  blocks: Block[],
  asides: Aside[],
  definitions: Map<string, string>,
): string {
  const runs: { start: number; end: number }[] = []
  for (const { start, end } of blocks) {
    const run = runs.at(-1)
    const interrupted = run && asides.some((aside) => aside.start >= run.end && aside.end <= start)
    if (run && !interrupted) run.end = end
    else runs.push({ start, end })
  }
  const needed = new Set(blocks.flatMap((block) => block.needs))
  const added = [...definitions].filter(([label]) => needed.has(label)).map(([, definition]) => definition)
  return [...runs.map(({ start, end }) => markdown.slice(start, end)), ...added].join('\n\n')
}

function warningsFor(lessons: SplitLesson[], target: number, wish: SplitWish, cut: boolean): string[] {
  const warnings: string[] = []
  if (wish.lessons && lessons.length < wish.lessons) {
    warnings.push(
      `${wish.lessons} lessons were asked for, but the article has places for only ${lessons.length} without tearing its paragraphs apart.`,
    )
  }
  if (cut)
    warnings.push(
      'A block longer than a lesson was cut, a list between its items or a paragraph between sentences.',
    )
  for (const [i, { words, title }] of lessons.entries()) {
    if (words > 2.5 * target) {
      warnings.push(
        `Lesson ${i + 1}, "${title}", is long (${words} words), because it has no place to be cut.`,
      )
    }
  }
  for (const [i, { body }] of lessons.entries()) {
    const phrase = pagePhrase(body)
    if (phrase)
      warnings.push(
        `Lesson ${i + 1} speaks as a web page does ("${phrase}"); a reader of mail may not know what is meant.`,
      )
  }
  const without = lessons.filter((lesson) => lesson.prompt === null).length
  if (without > 0) {
    warnings.push(
      `${without} of ${lessons.length} lessons have no prompt: none was found, and prompts are only made up for English.`,
    )
  }
  return warnings
}

/** Words that point at a page's comments, buttons or sidebar. */
function pagePhrase(body: string): string | undefined {
  return /(?:comments?|thoughts|questions|experience|story)[^.!?\n]{0,40} below|leave a comment|(?:leave|post|share|tell)[^.!?\n]{0,40} in the comments|subscribe to (?:my|our|the) (?:newsletter|blog)|click (?:here|below)|share this (?:post|article)/i.exec(
    body,
  )?.[0]
}
