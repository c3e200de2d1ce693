import type { ReactNode } from 'react'
import type { LessonChange } from '../../../articles/compare-article.ts'
import type { StoredArticle } from '../../../articles/queries.ts'
import type { Draft } from '../../../sequences/draft.ts'
import { nameOfChange } from '../../../sequences/take-over-changes.ts'
import { SeenFields } from '../sequences/seen.tsx'
import { count } from '../sequences/sequences-page.tsx'
import { Change } from './change.tsx'

export interface ChangesPageProps {
  stored: StoredArticle
  course: { slug: string; draft: Draft }
  changes: LessonChange[]
  /** Those that are ticked; on opening the page, what nobody loses anything by. */
  chosen: ReadonlySet<string>
  alert?: string
}

/** What nobody loses anything by: a lesson as it was written, made anew, and what is in no lesson yet. */
export const harmless = (changes: LessonChange[]): ReadonlySet<string> =>
  new Set(changes.filter(({ kind }) => kind === 'changed' || kind === 'new').map(nameOfChange))

/** A changed version of an article, held lesson by lesson against the course that was made from it. */
export function ChangesPage({ stored, course, changes, chosen, alert }: ChangesPageProps) {
  const at = `/admin/articles/${stored.id}/changes`
  const { lessons } = course.draft.content
  const subjectOf = (key: string | null) => lessons.find((lesson) => lesson.key === key)?.subject
  const untouched = changes.filter(({ kind }) => kind === 'same')
  const touched = changes.filter(({ kind }) => kind !== 'same')
  return (
    <>
      <p className="overline">
        <a href="/admin">Courses</a> ·{' '}
        <a href={`/admin/sequences/${course.slug}`}>{course.draft.content.title}</a>
      </p>
      <h1>The article has changed</h1>
      {alert && (
        <p className="notice" role="alert">
          {alert}
        </p>
      )}
      <p className="measure muted">
        The new version ({stored.changed?.source}) is held against the lessons as they are written now.{' '}
        {untouched.length > 0 && `${count(untouched.length, 'lesson')} read as they did. `}
        What you take over goes into the draft; readers get it once that is published.
      </p>
      <form method="post" action={`${at}/take`} className="measure">
        <input type="hidden" name="article" value={stored.version} />
        <SeenFields seen={course.draft} />
        {touched.length === 0 && <p>Nothing in it is different from what the lessons were made of.</p>}
        {touched.map((change) => (
          <Change
            key={nameOfChange(change)}
            change={change}
            subject={
              change.kind === 'new' ? change.lesson.title : (subjectOf(change.key) ?? 'A deleted lesson')
            }
            after={change.kind === 'new' ? subjectOf(change.after) : undefined}
            isWritten={change.kind === 'new' || subjectOf(change.key) !== undefined}
            isChosen={chosen.has(nameOfChange(change))}
          />
        ))}
        <p className="actions">
          <button type="submit">
            {touched.length === 0 ? 'Keep this version' : 'Take over what is ticked'}
          </button>
        </p>
      </form>
      <form method="post" action={`${at}/discard`}>
        <p>
          <button type="submit" className="link">
            Leave everything as it is
          </button>
        </p>
      </form>
    </>
  )
}

/** Where a changed version is brought in. */
export function BringChangedPage(props: { course: ChangesPageProps['course']; children: ReactNode }) {
  const { course, children } = props
  return (
    <>
      <p className="overline">
        <a href="/admin">Courses</a> ·{' '}
        <a href={`/admin/sequences/${course.slug}`}>{course.draft.content.title}</a>
      </p>
      <h1>Bring in a changed version</h1>
      <p className="measure muted">
        It is held against the lessons, one by one, and you choose what to take over. Nothing that was edited
        is overwritten.
      </p>
      {children}
    </>
  )
}
