import { alignPassages } from './align-passages.ts'
import { sentencePlaces } from './cut-block.ts'
import type { Block } from './outline.ts'
import { isSame, type Passage, passageOf } from './passage.ts'
import { type Piece, type Run, settleNew } from './settle-new.ts'

export interface Version {
  markdown: string
  blocks: Block[]
}

/**
 * Carries lessons that began at `starts` over to another version of their article. A lesson keeps what it had and gets
 * what was put into it; a section of its own, and what was added after the end, belongs to none yet. `moved` are the
 * lessons that as a whole stand elsewhere now. A lesson in no run has lost everything it had.
 */
export function carryLessons(
  before: Version,
  starts: number[],
  now: Version,
): { runs: Run[]; moved: Set<number> } {
  const old = withText(before)
  const young = withText(now)
  const lessonAt = (offset: number) =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    )
  const lessons = old.blocks.map(({ start }) => lessonAt(start))
  const found = alignPassages(old.passages, young.passages)
  const moved = findMoved(old.passages, lessons, young.passages, found)
  const pieces = young.blocks.flatMap((block, j): Piece[] => {
    const o = found[j]
    const whole = { start: block.start, heading: block.kind === 'heading' ? block.depth : 0 }
    if (o === undefined) return [{ ...whole, lesson: undefined }]
    const was = old.blocks[o]!
    const cuts = starts.filter((start) => start > was.start && start < was.end)
    const inside = cuts.flatMap((start): Piece[] => {
      const at = carryPlace(before.markdown, was, now.markdown, block, start)
      return at === undefined ? [] : [{ start: at, heading: 0, lesson: lessonAt(start) }]
    })
    const first = inside.some(({ start }) => start === block.start) ? [] : [{ ...whole, lesson: lessons[o] }]
    return [...first, ...inside]
  })
  const runs = settleNew(pieces, starts.length, {
    top: topDepth(old.blocks, starts, young.blocks),
    endStays: found.includes(old.blocks.length - 1),
  })
  return { runs, moved }
}

function withText({ markdown, blocks }: Version) {
  const text = blocks.filter(({ kind }) => kind !== 'divider')
  return { blocks: text, passages: text.map((block) => passageOf(markdown, block)) }
}

/** Pairs lessons anew that as a whole stand elsewhere: most of their passages, to the letter, and few in their place. */
export function findMoved(
  old: Passage[],
  lessons: number[],
  young: Passage[],
  found: (number | undefined)[],
): Set<number> {
  const stayed = new Set(found.filter((o, j) => o !== undefined && isSame(old[o]!, young[j]!)))
  const free = new Map<string, number[]>()
  for (const [j, { normal }] of young.entries())
    if (found[j] === undefined) free.set(normal, [...(free.get(normal) ?? []), j])
  const moved = new Set<number>()
  for (const lesson of new Set(lessons)) {
    const own = old.flatMap((_, o) => (lessons[o] === lesson ? [o] : []))
    const places = own.flatMap((o) => {
      const j = stayed.has(o) ? undefined : free.get(old[o]!.normal)?.[0]
      return j === undefined ? [] : [{ o, j }]
    })
    if (places.length * 2 <= own.length) continue
    for (const [j, o] of found.entries()) if (o !== undefined && lessons[o] === lesson) found[j] = undefined
    for (const { o, j } of places) found[j] = o
    moved.add(lesson)
  }
  return moved
}

/** Where the cut inside a paragraph or list went: before the first sentence or item that stood behind it. */
function carryPlace(
  before: string,
  was: Block,
  now: string,
  block: Block,
  offset: number,
): number | undefined {
  const old = placesInside(before, was)
  const young = placesInside(now, block)
  const found = alignPassages(partsAt(before, was, old), partsAt(now, block, young))
  const first = old.indexOf(offset)
  return first < 0 ? undefined : young[found.findIndex((o) => o !== undefined && o >= first)]
}

const placesInside = (markdown: string, block: Block): number[] =>
  block.kind === 'list'
    ? block.items.map(({ start }) => start)
    : block.kind === 'paragraph'
      ? sentencePlaces(markdown, block)
      : [block.start]

const partsAt = (markdown: string, block: Block, places: number[]): Passage[] =>
  places.map((start, i) => passageOf(markdown, { kind: 'part', start, end: places[i + 1] ?? block.end }))

/** The deepest kind of heading that a lesson opens with, or else the article's highest. */
function topDepth(old: Block[], starts: number[], young: Block[]): number {
  const opening = old.filter(({ kind, start }) => kind === 'heading' && starts.includes(start))
  if (opening.length > 0) return Math.max(...opening.map(({ depth }) => depth))
  return Math.min(...young.filter(({ kind }) => kind === 'heading').map(({ depth }) => depth))
}
