import type { Draft, Seen } from '../../../sequences/draft.ts'
import type { listRevisions } from '../../../sequences/queries.ts'
import type { Revision } from '../../../sequences/sequence.ts'
import { Utc } from '../layout/times.tsx'
import type { LessonProblem } from '../../../deliveries/check-lessons.ts'
import type { Standing } from './count-standing.ts'
import { LeavingList } from './leavings.tsx'
import { Lessons } from './lessons.tsx'
import type { Leavings } from './list-leavings.ts'
import { Opening } from './opening.tsx'
import { fingerprint } from './seen.tsx'
import { type Settings, SettingsForm, type SettingsProblems, settingsOf } from './settings-form.tsx'
import { Share } from './share.tsx'
import { Unpublished } from './unpublished.tsx'

export interface SequencePageProps {
  published: Revision
  draft: Draft
  changes: string[]
  standing: Standing
  revisions: Awaited<ReturnType<typeof listRevisions>>
  openedAt: Date | null
  leavings: Leavings
  publicUrl: string
  /** The article it was made from. */
  article: { id: string } | undefined
  /** Something to say about what was just done. */
  message?: string
  unpublishable?: LessonProblem[]
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
      <Opening at={at} openedAt={props.openedAt} slug={published.slug} />
      {props.openedAt && <Share course={published} publicUrl={props.publicUrl} />}
      <div className="course">
        <section>
          <Lessons {...{ at, draft }} published={published} standing={props.standing} />
          {props.article && (
            <p>
              <a href={`/admin/articles/${props.article.id}/changes`}>
                Bring in a changed version of the article
              </a>
            </p>
          )}
        </section>
        <section>
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
          <LeavingList leavings={props.leavings} />
          <h2>Revisions</h2>
          <ol className="revisions">
            {revisions.map((revision) => (
              <li key={revision.id}>
                <strong>{revision.number}</strong> <Utc at={revision.published_at} />, by{' '}
                {revision.published_by}
                {revision.note && <span className="muted"> · {revision.note}</span>}
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  )
}
