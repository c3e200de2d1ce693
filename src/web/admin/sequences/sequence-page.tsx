import { countWords } from '../../../articles/words.ts'
import type { Draft, Seen } from '../../../sequences/draft.ts'
import type { listRevisions } from '../../../sequences/queries.ts'
import type { Revision } from '../../../sequences/sequence.ts'
import { Utc } from '../layout/times.tsx'
import type { DraftProblem } from './check-draft.ts'
import type { Standing } from './count-standing.ts'
import { fingerprint, SeenFields } from './seen.tsx'
import { count } from './sequences-page.tsx'
import { type Settings, SettingsForm, type SettingsProblems, settingsOf } from './settings-form.tsx'

export interface SequencePageProps {
  published: Revision
  draft: Draft
  changes: string[]
  standing: Standing
  revisions: Awaited<ReturnType<typeof listRevisions>>
  /** Something to say about what was just done. */
  message?: string
  unpublishable?: DraftProblem[]
  /** A settings form that was not taken, as it was filled in. */
  tried?: { settings: Settings; problems: SettingsProblems; seen: Seen; part: string }
}

/** One course: its lessons with the readers beside them, its settings, and every revision it had. */
export function SequencePage(props: SequencePageProps) {
  const { published, draft, changes, message, revisions, tried } = props
  const at = `/admin/sequences/${published.slug}`
  return (
    <>
      <p className="overline">
        <a href="/admin">Courses</a>
      </p>
      <h1>{draft.content.title}</h1>
      {message && (
        <p className="notice" role="status">
          {message}
        </p>
      )}
      {draft.version > 0 && <Unpublished {...{ at, draft, changes }} problems={props.unpublishable ?? []} />}
      <Lessons {...{ at, draft }} published={published} standing={props.standing} />
      <h2 id="settings">Settings</h2>
      <div className="measure">
        <SettingsForm
          action={`${at}/settings`}
          settings={tried?.settings ?? settingsOf(draft.content)}
          seen={tried?.seen ?? draft}
          part={tried?.part ?? fingerprint(settingsOf(draft.content))}
          problems={tried?.problems}
        />
      </div>
      <h2>Revisions</h2>
      <ol className="revisions">
        {revisions.map((revision) => (
          <li key={revision.id}>
            <strong>{revision.number}</strong> <Utc at={revision.published_at} />, by {revision.published_by}
            {revision.note && <span className="muted"> · {revision.note}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}

function Unpublished(props: { at: string; draft: Draft; changes: string[]; problems: DraftProblem[] }) {
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

function Lessons(props: { at: string; draft: Draft; published: Revision; standing: Standing }) {
  const { at, draft, published, standing } = props
  const ids = new Map(published.lessons.map((lesson) => [lesson.key, lesson.lessonId]))
  const last = draft.content.lessons.length - 1
  return (
    <>
      <h2>Lessons</h2>
      <ol className="lessons">
        {draft.content.lessons.map((lesson, place) => {
          const id = ids.get(lesson.key)
          return (
            <li key={lesson.key}>
              <div>
                <h3>
                  <a href={`${at}/lessons/${lesson.key}`}>{lesson.subject}</a>
                </h3>
                {lesson.prompt && <p className="asks">{lesson.prompt}</p>}
                <p className="small muted">
                  {count(countWords(lesson.markdown), 'word')}
                  {lesson.waitAtMostDays &&
                    ` · waits for a reply, ${count(lesson.waitAtMostDays, 'day')} at most`}
                  {id
                    ? ` · next for ${standing.waiting.get(id) ?? 0}, had by ${standing.had.get(id) ?? 0}`
                    : ' · not published yet'}
                </p>
              </div>
              <form method="post" action={`${at}/lessons/${lesson.key}/move`} className="move">
                <SeenFields seen={draft} />
                <Move to="up" subject={lesson.subject} disabled={place === 0} />
                <Move to="down" subject={lesson.subject} disabled={place === last} />
              </form>
            </li>
          )
        })}
      </ol>
      <p>
        <a className="button quiet" href={`${at}/new-lesson`}>
          Add a lesson
        </a>
      </p>
    </>
  )
}

function Move({ to, subject, disabled }: { to: 'up' | 'down'; subject: string; disabled: boolean }) {
  return (
    <button
      type="submit"
      name="to"
      value={to}
      className="link"
      disabled={disabled}
      aria-label={`Move “${subject}” ${to}`}
    >
      {to === 'up' ? '↑' : '↓'}
    </button>
  )
}
