import type { ReactNode } from 'react'
import { Field, TextField } from '../layout/field.tsx'
import type { BringProblems, Typed } from './read-bring-form.ts'

/** The three ways an article comes in, and what else a page asks; what was typed is still there after a mistake. */
export function BringForm(props: {
  action: string
  typed: Typed
  problems: BringProblems
  button: string
  children?: ReactNode
}) {
  const { action, typed, problems, button, children } = props
  return (
    <form method="post" action={action} encType="multipart/form-data" className="measure bring">
      <TextField
        name="text"
        label="Paste it here"
        rows={12}
        className="manuscript"
        defaultValue={typed.text}
        problems={problems.text}
      />
      <div className="row">
        <Field
          name="file"
          label="… or choose a file"
          type="file"
          accept=".md,.markdown,.txt,.html,.htm,.docx"
          hint=".md, .txt, .html or .docx, up to 20 MB"
          problems={problems.file}
        />
        <Field
          name="address"
          label="… or give its address"
          inputMode="url"
          placeholder="https://"
          maxLength={2000}
          defaultValue={typed.address}
          problems={problems.address}
        />
      </div>
      {children}
      <p className="actions">
        <button type="submit">{button}</button>
      </p>
    </form>
  )
}

/** How long lessons are to be. */
export function WishFields({ typed, problems }: { typed: Typed; problems: BringProblems }) {
  return (
    <fieldset className="field plain" aria-describedby="wish-problems wish-hint">
      <legend>How it is cut</legend>
      <div className="choices wish">
        <label>
          into{' '}
          <input
            name="lessons"
            inputMode="numeric"
            defaultValue={typed.lessons}
            aria-invalid={problems.wish ? true : undefined}
          />{' '}
          lessons
        </label>
        <label>
          or into lessons of{' '}
          <input
            name="minutes"
            inputMode="decimal"
            defaultValue={typed.minutes}
            aria-invalid={problems.wish ? true : undefined}
          />{' '}
          minutes
        </label>
      </div>
      <div id="wish-problems">
        {problems.wish?.map((problem) => (
          <p key={problem} className="error">
            {problem}
          </p>
        ))}
      </div>
      <p id="wish-hint" className="hint">
        Leave both empty, and it follows from the article.
      </p>
    </fieldset>
  )
}
