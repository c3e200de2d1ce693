/** A part of the new version, and the lesson it belongs to; of headings, the depth. */
export interface Piece {
  start: number
  heading: number
  lesson: number | undefined
}

/** Where a run of passages begins that belongs to one lesson, or, without `lesson`, to none yet. */
export interface Run {
  start: number
  lesson: number | undefined
}

/**
 * Gives what is new in an article to the lesson it stands in; what stays without one is a section of its own.
 * @param top headings down to this depth open a section
 * @param endStays whether the old end is still there, so that what follows it was added
 */
export function settleNew(
  pieces: Piece[],
  lessons: number,
  { top, endStays }: { top: number; endStays: boolean },
): Run[] {
  const kept = new Set(pieces.map(({ lesson }) => lesson))
  for (let from = 0; from < pieces.length; from += 1) {
    if (pieces[from]!.lesson !== undefined) continue
    const end = pieces.findIndex(({ lesson }, i) => i > from && lesson !== undefined)
    const to = end < 0 ? pieces.length : end
    const before = pieces[from - 1]?.lesson
    const after = pieces[to]?.lesson
    give(pieces.slice(from, to), before, after, pieces[to])
    from = to - 1
  }
  return runsOf(pieces, top)

  function give(
    gap: Piece[],
    before: number | undefined,
    after: number | undefined,
    next: Piece | undefined,
  ) {
    if (before === after) {
      for (const piece of gap) piece.lesson = before
      return
    }
    const opens = (piece: Piece) => piece.heading > 0 && piece.heading <= top
    const section = gap.findIndex(opens)
    const lead = section < 0 ? gap : gap.slice(0, section)
    // Where a lesson lost everything and this came instead, it is that lesson rewritten.
    const lost = Array.from({ length: lessons }, (_, lesson) => lesson).find(
      (lesson) => lesson > (before ?? -1) && lesson < (after ?? lessons) && !kept.has(lesson),
    )
    if (before !== undefined || after !== undefined) {
      const appended = after === undefined && endStays
      for (const piece of lead) piece.lesson = appended ? undefined : (lost ?? before ?? after)
    }
    // A heading over text that was there before belongs with it, and one over nothing with what is beside it.
    let last = gap.findLastIndex(opens)
    if (last < 0) return
    while (gap[last - 1] && gap[last - 1]!.heading > 0) last -= 1
    const isOver = next !== undefined && (next.heading === 0 || next.heading > gap[last]!.heading)
    const isBare = gap.slice(last).every(({ heading }) => heading > 0)
    if (isOver || isBare) for (const piece of gap.slice(last)) piece.lesson = after ?? before
  }
}

function runsOf(pieces: Piece[], top: number): Run[] {
  return pieces
    .filter(({ lesson, heading }, i) => {
      const before = pieces[i - 1]
      if (!before || before.lesson !== lesson) return true
      // Of new sections side by side, each is a lesson.
      return lesson === undefined && heading > 0 && heading <= top && before.heading === 0
    })
    .map(({ start, lesson }) => ({ start, lesson }))
}
