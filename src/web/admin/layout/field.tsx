import type { ComponentProps } from 'react'

interface FieldProps {
  name: string
  label: string
  hint?: string
  problems?: string[]
}

/** A labelled input; what is wrong with it stands below, one sentence a line, and is tied to it for screen readers. */
export function Field({ name, label, hint, problems = [], ...input }: FieldProps & ComponentProps<'input'>) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} {...describing(name, hint, problems)} {...input} />
      <Notes name={name} hint={hint} problems={problems} />
    </div>
  )
}

/** The same, for longer texts. */
export function TextField({
  name,
  label,
  hint,
  problems = [],
  ...area
}: FieldProps & ComponentProps<'textarea'>) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <textarea id={name} name={name} {...describing(name, hint, problems)} {...area} />
      <Notes name={name} hint={hint} problems={problems} />
    </div>
  )
}

export function Notes({ name, hint, problems = [] }: Omit<FieldProps, 'label'>) {
  return (
    <>
      <div id={`${name}-problems`} data-problems={name}>
        {problems.map((problem) => (
          <p key={problem} className="error">
            {problem}
          </p>
        ))}
      </div>
      {hint && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
    </>
  )
}

const describing = (name: string, hint: string | undefined, problems: string[]) => ({
  'aria-invalid': problems.length > 0 || undefined,
  'aria-describedby': `${name}-problems${hint ? ` ${name}-hint` : ''}`,
})
