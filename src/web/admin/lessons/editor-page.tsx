import { personalFieldNames } from '../../../deliveries/liquid.ts'
import type { Seen } from '../../../sequences/draft.ts'
import type { LessonContent } from '../../../sequences/sequence.ts'
import { Field, TextField } from '../layout/field.tsx'
import { SeenFields } from '../sequences/seen.tsx'
import type { LessonForm, LessonProblems } from './lesson-form.ts'
import type { Preview } from '../../../deliveries/preview-lesson.ts'
import { PreviewPane } from './preview-pane.tsx'

export interface EditorPageProps {
  slug: string
  courseTitle: string
  /** Undefined while it is new. */
  key_: string | undefined
  form: LessonForm
  seen: Seen
  /** Fingerprint of the lesson as it was opened. */
  part: string
  problems?: LessonProblems
  preview: Preview | undefined
  named: boolean
  message?: string
  /** Somebody else saved this lesson meanwhile: their text, null when they deleted it. */
  theirs?: { by: string; lesson: LessonContent | null }
}

/** Where a lesson is written: the text on the left, the letter that it becomes on the right. */
export function EditorPage(props: EditorPageProps) {
  const { slug, key_: key, form, seen, problems = {}, message, theirs } = props
  const course = `/admin/sequences/${slug}`
  const action = key ? `${course}/lessons/${key}` : `${course}/lessons`
  const preview = key ? `${action}/preview` : `${course}/new-lesson/preview`
  return (
    <>
      <p className="overline">
        <a href={course}>{props.courseTitle}</a>
      </p>
      <h1>{form.subject || 'A new lesson'}</h1>
      {message && (
        <p className="notice" role="status">
          {message}
        </p>
      )}
      {theirs && <Theirs {...theirs} />}
      <form method="post" action={action} className="editor" data-preview={preview} noValidate>
        <SeenFields seen={seen} part={props.part} />
        <div className="words">
          <Field
            name="subject"
            label="Subject"
            hint="Also the title of the letter."
            defaultValue={form.subject}
            problems={problems.subject}
          />
          <Field
            name="preheader"
            label="Preheader"
            hint="What an inbox shows after the subject."
            defaultValue={form.preheader}
            problems={problems.preheader}
          />
          <TextField
            name="markdown"
            label="Text"
            rows={26}
            className="manuscript"
            hint={`Markdown. Personal fields: ${personalFieldNames.map((name) => `{{ ${name} }}`).join(', ')}; {{ first_name | default: "friend" }} for those who gave no name.`}
            defaultValue={form.markdown}
            problems={problems.markdown}
          />
          <TextField
            name="prompt"
            label="Prompt"
            rows={3}
            className="short"
            hint="The question it ends with. Readers answer by replying."
            defaultValue={form.prompt}
            problems={problems.prompt}
          />
          <Field
            name="wait"
            label="Wait for the reply to the lesson before"
            inputMode="numeric"
            className="few"
            hint="Days at most; empty: it does not wait."
            defaultValue={form.wait}
            problems={problems.wait}
          />
          <p className="actions">
            <button type="submit">Save to the draft</button>
            <button type="submit" className="quiet" formAction={preview} data-preview-button="">
              Preview
            </button>
          </p>
        </div>
        <PreviewPane preview={props.preview} named={props.named} blank={!form.subject && !form.markdown} />
      </form>
      {key && (
        <details className="aside">
          <summary>Delete this lesson …</summary>
          <form method="post" action={`${action}/delete`}>
            <SeenFields seen={seen} part={props.part} />
            <p>
              It goes from the draft; readers who wait for it move on to the next one once you publish.
              Revisions that are published keep it.
            </p>
            <button type="submit" className="quiet">
              Delete it from the draft
            </button>
          </form>
        </details>
      )}
    </>
  )
}

function Theirs({ by, lesson }: NonNullable<EditorPageProps['theirs']>) {
  return (
    <section className="notice" aria-labelledby="theirs" role="alert">
      <h2 id="theirs">
        {lesson ? `${by} saved this lesson while you wrote` : `${by} deleted this lesson while you wrote`}
      </h2>
      <p>
        Nothing of yours is lost: it is in the form, and not saved yet. Saving again{' '}
        {lesson
          ? 'puts yours in place of theirs, so take over first what you want to keep.'
          : 'puts the lesson back, at the end.'}
      </p>
      {lesson && (
        <details open>
          <summary>Theirs</summary>
          <dl className="theirs">
            <dt>Subject</dt>
            <dd>{lesson.subject}</dd>
            <dt>Preheader</dt>
            <dd>{lesson.preheader || 'none'}</dd>
            <dt>
              <label htmlFor="theirs-text">Text</label>
            </dt>
            <dd>
              <textarea
                id="theirs-text"
                className="manuscript"
                rows={14}
                readOnly
                defaultValue={lesson.markdown}
              />
            </dd>
            <dt>Prompt</dt>
            <dd>{lesson.prompt ?? 'none'}</dd>
            <dt>Waits</dt>
            <dd>{lesson.waitAtMostDays ? `${lesson.waitAtMostDays} days at most` : 'no'}</dd>
          </dl>
        </details>
      )}
    </section>
  )
}
