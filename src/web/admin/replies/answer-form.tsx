import { Field, TextField } from '../layout/field.tsx'

export interface AnswerFormProps {
  /** Where its forms begin: the address of the reply. */
  at: string
  /** With the view one came from. */
  query: string
  given: number
  /** Answers that stood on the page when they began to write: more by the time it is sent, and they are told first. */
  seen: number
  signed: string
  to: string | null
  savedAnswers: { id: string; name: string }[]
  /** What was written and not sent, and why. */
  tried?: { body: string; problem?: string } | undefined
}

export function AnswerForm({ at, query, given, seen, signed, to, savedAnswers, tried }: AnswerFormProps) {
  return (
    <form method="post" action={`${at}/answers${query}`} className="answer-form" data-answer>
      <input type="hidden" name="given" value={seen} />
      <TextField
        name="body"
        label={given > 0 ? 'Answer again' : 'Your answer'}
        rows={9}
        required
        hint={`Plain text. It goes out at once${to ? ` to ${to}` : ''}, in their thread; they can reply to it.`}
        defaultValue={tried?.body}
        problems={tried?.problem ? [tried.problem] : []}
      />
      {savedAnswers.length > 0 && (
        <div className="saved small">
          <label htmlFor="saved">A saved answer</label>
          <select id="saved" name="saved">
            {savedAnswers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit" formAction={`${at}/insertion${query}`} formNoValidate className="quiet">
            Put it in
          </button>
        </div>
      )}
      <Field
        name="signed"
        label="Sent as"
        className="few-words"
        required
        maxLength={80}
        defaultValue={signed}
      />
      <p className="actions">
        <button type="submit">Send the answer</button>
      </p>
    </form>
  )
}
