/** What a reader is owed, and what is to be remembered for the next time ("Rules of a live sequence"). */
export interface Next<L extends { lessonId: string }> {
  /** the first owed lesson in the new order; undefined when the reader has come to the end */
  next: L | undefined
  /** all owed lessons in the order in which they will go, `next` included */
  owed: L[]
  /** "Day `day` of `of`": lessons had, and the one to come */
  day: number
  of: number
  /** `next` is the last one owed as things stand */
  isLast: boolean
  /** Published lessons that they neither had nor will get. Replaces the stored set when they move to this revision. */
  passed: string[]
}

export interface Reader {
  /** `passed` of the last time: lessons of `following` that stood behind them when they were inserted */
  passed?: ReadonlySet<string>
  /** they had come to the end before this revision was published … */
  finished?: boolean
  /** … and the author said that what it adds reaches those too */
  reachesFinished?: boolean
}

/**
 * Decides what comes next, from the order of the published revision ("Rules of a live sequence"). A lesson is owed if
 * it is published, not had, and either was in the revision the reader was following (and not passed over there), or
 * stands after the furthest lesson they have had. Lessons are known by id, so moving one neither repeats nor skips it.
 *
 * Two cases the rule leaves open:
 * - A had lesson that was deleted lends its place to the nearest lesson before it, in the order they were following,
 *   that is still published, or to the start. So what is put in the place of a deleted lesson reaches them.
 * - A lesson passed over is owed again only when it is moved from behind them to ahead of them.
 *
 * @param following ids of the revision the reader was following, in its order
 * @param had ids of lessons they got, of any revision; one that a person skipped for good belongs here too
 */
export function nextLesson<L extends { lessonId: string }>(
  published: readonly L[],
  following: ReadonlySet<string> | readonly string[],
  had: ReadonlySet<string>,
  { passed = new Set(), finished = false, reachesFinished = false }: Reader = {},
): Next<L> {
  const followed = [...following]
  const known = new Set(followed)
  const furthest = furthestPlace(published, followed, had, passed)
  const over = finished && !reachesFinished

  const isOwed = ({ lessonId }: L, place: number): boolean => {
    if (over || had.has(lessonId)) return false
    return place > furthest || (known.has(lessonId) && !passed.has(lessonId))
  }
  const owed = published.filter(isOwed)
  const coming = new Set(owed.map(({ lessonId }) => lessonId))
  return {
    next: owed[0],
    owed,
    day: had.size + 1,
    of: had.size + owed.length,
    isLast: owed.length === 1,
    passed: published.map(({ lessonId }) => lessonId).filter((id) => !had.has(id) && !coming.has(id)),
  }
}

/** The place in `published` after which the reader stands; -1 is the start. */
function furthestPlace(
  published: readonly { lessonId: string }[],
  followed: readonly string[],
  had: ReadonlySet<string>,
  passed: ReadonlySet<string>,
): number {
  const places = new Map(published.map(({ lessonId }, place) => [lessonId, place]))
  const lastHad = followed.findLastIndex((id) => had.has(id))
  let furthest = -1
  for (const id of had) furthest = Math.max(furthest, places.get(id) ?? -1)
  let nearest = -1
  for (const [i, id] of followed.entries()) {
    nearest = places.get(id) ?? nearest
    // A passed lesson after the last had one is all that is left of the place of a had one deleted earlier.
    if (had.has(id) || (i > lastHad && passed.has(id))) furthest = Math.max(furthest, nearest)
  }
  return furthest
}
