import { alignPassages } from './align-passages.ts'
import type { Article } from './article.ts'
import { findMoved } from './carry-lessons.ts'
import type { OldArticle } from './compare-article.ts'
import { sentencePlaces } from './cut-block.ts'
import { notLiteral } from './lesson-texts.ts'
import { type Block, outline } from './outline.ts'
import { isSame, type Passage, passageOf } from './passage.ts'
import { read, recut } from './split-article.ts'

/**
 * Finds where in their article lessons begin that are kept only as texts, by what they still have of it, sentence by
 * sentence. A lesson that has nothing of it is not among those found.
 */
export function traceLessons(article: Article, written: { key: string; markdown: string }[]): OldArticle {
  const lessons = written.map(({ markdown }) => {
    const text = notLiteral(markdown)
    return outline(text).blocks.flatMap((block) => unitsOf(text, block))
  })
  const units = lessons.flat()
  const lessonOf = lessons.flatMap((own, lesson) => own.map(() => lesson))
  const opens = new Set(lessons.map((own) => own[0]))

  const blocks = read(article).blocks.filter(({ kind }) => kind !== 'divider')
  const own = blocks.map((block) => unitsOf(article.markdown, block))
  const flat = own.flat()
  const found = alignPassages(units, flat)
  findMoved(units, lessonOf, flat, found)

  let at = 0
  const pieces = blocks.flatMap((block, i) => {
    const inside = own[i]!.map((unit, k) => ({ unit, found: found[at + k] }))
    at += inside.length
    return cutWhere(inside, (each) => isOpening(each, units, opens)).map((piece) => ({
      start: piece[0]!.unit.start,
      isHeading: block.kind === 'heading',
      lesson: mostFrequent(piece.flatMap(({ found }) => (found === undefined ? [] : [lessonOf[found]!]))),
    }))
  })
  settle(pieces)
  const starts = written.flatMap(({ key }, lesson) => {
    const first = pieces.find((piece) => piece.lesson === lesson)
    return first ? [{ key, start: first.start }] : []
  })
  return { markdown: article.markdown, lessons: withBodies(article, starts) }
}

/** A block where a lesson could begin within it: a list's items, a paragraph's sentences. */
function unitsOf(markdown: string, block: Block): Passage[] {
  const places =
    block.kind === 'list'
      ? block.items.map(({ start }) => start)
      : block.kind === 'paragraph'
        ? sentencePlaces(markdown, block)
        : [block.start]
  const kind = block.kind === 'item' ? 'list' : block.kind
  return places.map((start, i) => passageOf(markdown, { kind, start, end: places[i + 1] ?? block.end }))
}

interface Found {
  unit: Passage
  /** The index of the same among the units of all lessons. */
  found: number | undefined
}

/** Whether a lesson begins right here, to the letter. */
function isOpening({ unit, found }: Found, units: Passage[], opens: Set<Passage | undefined>): boolean {
  if (found === undefined) return false
  return opens.has(units[found]) && isSame(unit, units[found]!)
}

function cutWhere<T>(all: T[], begins: (each: T) => boolean): T[][] {
  const pieces: T[][] = []
  for (const each of all) {
    if (pieces.length === 0 || begins(each)) pieces.push([each])
    else pieces.at(-1)!.push(each)
  }
  return pieces
}

function mostFrequent(lessons: number[]): number | undefined {
  const times = (lesson: number) => lessons.filter((each) => each === lesson).length
  return [...new Set(lessons)].sort((a, b) => times(b) - times(a))[0]
}

/** What no lesson has any more is that of the one before, but from a heading on that of the one after. */
function settle(pieces: { isHeading: boolean; lesson: number | undefined }[]): void {
  for (let from = 0; from < pieces.length; from += 1) {
    if (pieces[from]!.lesson !== undefined) continue
    const before = pieces[from - 1]?.lesson
    const end = pieces.findIndex(({ lesson }, i) => i > from && lesson !== undefined)
    const after = pieces[end]?.lesson
    const isAfter = before === undefined || (pieces[from]!.isHeading && after !== undefined)
    pieces[from]!.lesson = isAfter ? after : before
  }
}

function withBodies(article: Article, found: { key: string; start: number }[]): OldArticle['lessons'] {
  const lessons = found.toSorted((a, b) => a.start - b.start)
  const whole = { title: '', lessons: [], leftOut: [], warnings: [] }
  const parts = recut(
    article,
    whole,
    lessons.map(({ start }) => start),
  ).lessons
  return lessons.flatMap(({ key, start }) => {
    const part = parts.find((each) => each.start === start)
    return part ? [{ key, start, end: part.end, body: part.body }] : []
  })
}
