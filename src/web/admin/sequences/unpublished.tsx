import type { Draft } from '../../../sequences/draft.ts'
import { Utc } from '../layout/times.tsx'
import type { LessonProblem } from '../../../deliveries/check-lessons.ts'
import { SeenFields } from './seen.tsx'

/** What publishing would change, why it cannot be done yet, and the two ways to be rid of a draft. */
export function Unpublished(props: {
  at: string
  draft: Draft
  changes: string[]
  problems: LessonProblem[]
}) {
  const { at, draft, changes, problems } = props
  return (
    <section className="notice" aria-labelledby="unpublished">
      <h2 id="unpublished">Unpublished changes</h2>
      {changes.length === 0 ? (
        <p>What was changed was changed back: the draft is the same as what is published.</p>
      ) : (
        <>
          <p className="muted">
            Readers get them with their next lesson, once they are published.
            {draft.updatedAt && [
              ' Last saved by ',
              draft.updatedBy,
              ', ',
              <Utc key="at" at={draft.updatedAt} />,
              '.',
            ]}
          </p>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </>
      )}
      {problems.length > 0 && (
        <div role="alert">
          <p>Not published yet, because:</p>
          {problems.map(({ key, subject, problem }) => (
            <p key={key + problem} className="error">
              <a href={`${at}/lessons/${key}`}>{subject}</a>: {problem}
            </p>
          ))}
        </div>
      )}
      <div className="actions">
        {changes.length > 0 && (
          <form method="post" action={`${at}/publish`} className="inline">
            <SeenFields seen={draft} />
            <label htmlFor="note" className="unseen">
              Note
            </label>
            <input id="note" name="note" maxLength={200} placeholder="A note for the history, if you like" />
            <button type="submit">Publish</button>
          </form>
        )}
        <details className="aside">
          <summary>Discard …</summary>
          <form method="post" action={`${at}/discard`}>
            <SeenFields seen={draft} />
            <button type="submit" className="quiet">
              Throw these changes away
            </button>
          </form>
        </details>
      </div>
    </section>
  )
}
