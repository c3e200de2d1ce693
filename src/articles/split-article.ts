import { type Article, ArticleError, type LeftOut } from './article.ts'
import { checkCoverage } from './check-coverage.ts'
import { cutBlock } from './cut-block.ts'
import { withoutMatter } from './find-matter.ts'
import { findPrompts, type Prompts } from './find-prompts.ts'
import { nameLesson } from './name-lesson.ts'
import { type Aside, type Block, type Outline, outline } from './outline.ts'
import { cutAt } from './places.ts'
import { segment, usualLength } from './segment.ts'
import { SHORT, warningsFor } from './split-warnings.ts'
import { voiceOf } from './voice.ts'
import { minutesOf, WORDS_PER_MINUTE } from './words.ts'

export interface SplitLesson extends Prompts {
  title: string
  body: string
  words: number
  minutes: number
  /** Where in the article's Markdown it begins, and where the next one does. */
  start: number
  end: number
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
  const whole = read(article)
  const total = whole.blocks.reduce((words, block) => words + block.words, 0)
  const target = wish.lessons
    ? Math.max(1, total / wish.lessons)
    : wish.minutes
      ? Math.max(20, wish.minutes * WORDS_PER_MINUTE)
      : usualLength(total)
  const blocks = whole.blocks.flatMap((block) =>
    cutBlock(article.markdown, block, longest(block, target), target),
  )
  if (blocks.length > MOST_BLOCKS) {
    throw new ArticleError(
      `The article has ${blocks.length} paragraphs and other parts, and at most ${MOST_BLOCKS} are split at once; give one part of it at a time.`,
    )
  }
  const starts =
    total < SHORT && !wish.lessons
      ? [0]
      : segment(blocks, { target, lessons: wish.lessons, isAsked: wish.minutes !== undefined })
  const split = bind(article, whole, groupsOf(blocks, starts), [])
  const warnings = warningsFor(split.lessons, {
    target,
    asked: wish.lessons,
    cut: whole.blocks.length !== blocks.length,
  })
  return { ...split, warnings: [...article.warnings, ...warnings] }
}

/**
 * The same article with its lessons beginning at `starts` (offsets in the Markdown; the first is where the text
 * begins, whatever is given). A lesson of `split` that keeps both its ends is kept as it is, to the letter.
 */
export function recut(article: Article, split: Split, starts: number[]): Split {
  const whole = read(article)
  const blocks = whole.blocks.flatMap((block) => cutAt(article.markdown, block, starts))
  const wanted = new Set(starts)
  const first = blocks.flatMap((block, i) => (i === 0 || wanted.has(block.start) ? [i] : []))
  return { ...split, ...bind(article, whole, groupsOf(blocks, first), split.lessons) }
}

/** The article's own text in blocks, once it is sure that there is something to split; what is around it, apart. */
export function read(article: Article): Outline {
  const whole = withoutMatter(article.markdown, outline(article.markdown))
  if (!whole.blocks.some((block) => block.kind !== 'heading' && block.kind !== 'divider'))
    throw nothingToSplit(whole)
  return whole
}

/** Lessons made of groups of blocks, and the proof that nothing is lost. */
function bind(article: Article, whole: Outline, groups: Block[][], before: SplitLesson[]) {
  const { markdown } = article
  const trimmed = groups.map((group) => trimDividers(markdown, group))
  const asides = [...whole.asides, ...trimmed.flatMap((group) => group.asides)].sort(
    (a, b) => a.start - b.start,
  )
  checkCoverage(markdown, [...trimmed.flatMap((group) => group.blocks), ...asides])

  const voice = voiceOf(whole.blocks)
  const title = article.title ?? whole.title ?? nameLesson(groups.flat(), undefined, new Set(), voice)
  const ends = trimmed.map(({ blocks }, i) => ({
    start: blocks[0]!.start,
    end: trimmed[i + 1]?.blocks[0]?.start ?? markdown.length,
  }))
  const kept = ends.map(({ start, end }) => before.find((each) => each.start === start && each.end === end))
  const titles = new Set(kept.flatMap((lesson) => (lesson ? [lesson.title] : [])))
  const prompts = new Set(kept.flatMap((lesson) => lesson?.prompt ?? []))
  const lessons = trimmed.map(({ blocks }, i): SplitLesson => {
    const same = kept[i]
    if (same) return same
    const name = nameLesson(blocks, title, titles, voice)
    const opens = i === 0 ? title : undefined
    const asked = findPrompts(blocks, { voice, title: name, opens, taken: prompts })
    titles.add(name)
    if (asked.prompt) prompts.add(asked.prompt)
    const words = blocks.reduce((sum, block) => sum + block.words, 0)
    return {
      title: name,
      body: bodyOf(markdown, blocks, asides, whole.definitions),
      ...asked,
      words,
      minutes: minutesOf(words),
      ...ends[i]!,
    }
  })
  return {
    title,
    lessons,
    leftOut: [...article.leftOut, ...asides.map(({ text, reason }) => ({ text, reason }))],
  }
}

/** More than any book has; beyond it the best cuts take minutes to find. */
const MOST_BLOCKS = 20_000

/** Numbered advice may be longer than a lesson sooner than a paragraph may, as its items stand by themselves. */
const longest = (block: Block, target: number) => (block.kind === 'list' ? 1.25 : 2) * target

/** Runs of blocks from one start to the next. Where only dividing lines would stand, the run before goes on. */
function groupsOf(blocks: Block[], starts: number[]): Block[][] {
  const ends = [...starts.slice(1), blocks.length]
  const isText = (start: number, end: number) =>
    blocks.slice(start, end).some(({ kind }) => kind !== 'divider')
  const kept = starts.filter((start, i) => isText(start, ends[i]!))
  return kept.map((start, i) => blocks.slice(i === 0 ? 0 : start, kept[i + 1]))
}

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
