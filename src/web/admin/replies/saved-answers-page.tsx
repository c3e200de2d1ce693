import { personalFieldNames } from '../../../deliveries/liquid.ts'
import { LONGEST_NAME, LONGEST_SAVED, type Problems } from '../../../replies/saved-answers.ts'
import { Field, TextField } from '../layout/field.tsx'
import { Utc } from '../layout/times.tsx'

interface Saved {
  id: string
  name: string
  body: string
  updated_by: string
  updated_at: Date
}

const ALL = '/admin/replies/saved-answers'

export function SavedAnswersPage({ answers }: { answers: Saved[] }) {
  return (
    <>
      <p className="overline">
        <a href="/admin/replies">Replies</a>
      </p>
      <h1>Saved answers</h1>
      <p className="measure">
        What you write more than once. One is put into the box for an answer, for you to change and to send:
        none of them goes out by itself.
      </p>
      <ul className="listing">
        {answers.map(({ id, name, body, updated_by, updated_at }) => (
          <li key={id}>
            <h2>
              <a href={`${ALL}/${id}/edit`}>{name}</a>
            </h2>
            <p className="said muted saved-words">{body}</p>
            <p className="small muted">
              {updated_by}, <Utc at={updated_at} />
            </p>
          </li>
        ))}
      </ul>
      <p className="actions">
        <a className="button" href={`${ALL}/new`}>
          Write one
        </a>
      </p>
    </>
  )
}

interface FormProps {
  answer: { id?: string | undefined; name: string; body: string }
  problems: Problems
}

export function SavedAnswerForm({ answer: { id, name, body }, problems }: FormProps) {
  return (
    <>
      <p className="overline">
        <a href={ALL}>Saved answers</a>
      </p>
      <h1>{id ? 'A saved answer' : 'A new saved answer'}</h1>
      <form method="post" action={id ? `${ALL}/${id}/edit` : ALL} className="measure">
        <Field
          name="name"
          label="Name"
          required
          maxLength={LONGEST_NAME}
          defaultValue={name}
          problems={problems.name}
        />
        <TextField
          name="body"
          label="Answer"
          rows={9}
          required
          maxLength={LONGEST_SAVED}
          defaultValue={body}
          problems={problems.body}
          hint={`Plain text. Fields as in a lesson, such as {{ first_name | default: "friend" }}: ${personalFieldNames.join(', ')}.`}
        />
        <p className="actions">
          <button type="submit">Save</button>
        </p>
      </form>
      {id && (
        <form method="post" action={`${ALL}/${id}/removal`} className="actions">
          <button type="submit" className="link">
            Remove it
          </button>
        </form>
      )}
    </>
  )
}
