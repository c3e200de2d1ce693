import type { Article } from './article.ts'
import { compareArticle, type LessonChange } from './compare-article.ts'
import type { StoredArticle } from './queries.ts'
import type { Shape } from './shape.ts'
import { recut } from './split-article.ts'

/** What the changed version that was brought means for the lessons as they are written now. */
export function changesOf(
  { article, shape }: StoredArticle,
  written: { key: string; markdown: string }[],
  changed: Article,
): LessonChange[] {
  const lessons = shape.lessons.flatMap(({ key, start, end, body }) =>
    key ? [{ key, start, end, body }] : [],
  )
  return compareArticle({ markdown: article.markdown, lessons }, written, changed)
}

/**
 * The shape of the changed article, once it was looked at: its lessons begin where `changes` found them, and where one
 * was made of a new part (`added`, keys by start). What was not taken over belongs to the lesson it stands in from now
 * on, which differs from it, and so counts as edited.
 */
export function changedShape(
  shape: Shape,
  changed: Article,
  changes: LessonChange[],
  added: Map<number, string>,
): Shape {
  const keyed = changes
    .flatMap((change) => ('start' in change ? [{ key: change.key, start: change.start }] : []))
    .concat([...added].map(([start, key]) => ({ key, start })))
    .sort((a, b) => a.start - b.start)
  const bare = { ...shape, lessons: [] }
  const { lessons, leftOut } = recut(
    changed,
    bare,
    keyed.map(({ start }) => start),
  )
  return {
    ...shape,
    leftOut,
    lessons: lessons.map((lesson, i) => ({ ...lesson, ...(keyed[i] && { key: keyed[i].key }) })),
  }
}
