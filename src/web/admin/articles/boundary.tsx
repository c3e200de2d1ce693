import type { LaidOut } from './lay-out.ts'

/** The line at which a lesson begins, with what may be done to it. With scripts it is dragged, too. */
export function Boundary({ index, laidOut }: { index: number; laidOut: LaidOut }) {
  const { lesson, up, down } = laidOut
  const number = index + 1
  return (
    <div className="boundary" data-index={index} data-start={lesson.start}>
      <span className="grip" aria-hidden="true" />
      <Press
        value={up && `move ${index} ${up}`}
        id={`earlier-${number}`}
        disabled={up === undefined}
        label={`Begin lesson ${number} earlier`}
      >
        <span aria-hidden="true">↑ </span>earlier
      </Press>
      <Press
        value={down && `move ${index} ${down}`}
        id={`later-${number}`}
        disabled={down === undefined}
        label={`Begin lesson ${number} later`}
      >
        <span aria-hidden="true">↓ </span>later
      </Press>
      <Press
        value={`join ${index}`}
        id={`join-${number}`}
        label={`Lesson ${number}: join with lesson ${index}`}
      >
        join with lesson {index}
      </Press>
    </div>
  )
}

/** A place inside a lesson at which another could begin. */
export function Begin({ at }: { at: number }) {
  return (
    <div className="begin" data-place={at}>
      <button type="submit" name="do" value={`begin ${at}`} className="link" id={`begin-${at}`}>
        begin a lesson here
      </button>
    </div>
  )
}

function Press(props: {
  value: string | number | undefined
  id: string
  label: string
  disabled?: boolean
  children: React.ReactNode
}) {
  const { value, id, label, disabled, children } = props
  return (
    <button
      type="submit"
      name="do"
      value={value}
      id={id}
      className="link"
      disabled={disabled}
      aria-label={label}
      title={label}
    >
      {children}
    </button>
  )
}
