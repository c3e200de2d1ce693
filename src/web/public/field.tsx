/** A labelled line of the form, with what is wrong with it beside it. */
export function Field(props: {
  name: string
  label: string
  type: string
  value?: string
  problem?: string
  required?: boolean
  autoComplete?: string
  inputMode?: 'email'
  autoCapitalize?: 'none' | 'words'
  maxLength?: number
  /** Where the page has to say what is wrong with this field alone: it works without a script. */
  autoFocus?: boolean
  children?: React.ReactNode
}) {
  const { label, value, problem, children, ...input } = props
  return (
    <div className="field">
      <label htmlFor={props.name}>{label}</label>
      <input
        {...input}
        id={props.name}
        defaultValue={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${props.name}-error` : undefined}
      />
      <Problem of={props.name} problem={problem} />
      {children}
    </div>
  )
}

export const Problem = ({ of, problem }: { of: string; problem?: string }) =>
  problem ? (
    <p className="error" id={`${of}-error`}>
      {problem}
    </p>
  ) : null
