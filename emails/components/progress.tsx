import { light } from './look.ts'

/** How far the course has come, as a line drawn with the borders of two cells; the text part says it in words alone. */
export function Progress(props: { accent: string; done: string; ahead: string }) {
  return (
    <table
      role="presentation"
      data-skip-in-text="true"
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      style={{ margin: '0 0 28px', tableLayout: 'fixed', width: '100%' }}
    >
      <tbody>
        <tr>
          <td
            className="mark"
            width={props.done}
            style={{ ...line, borderTop: `2px solid ${props.accent}` }}
          />
          <td
            className="rule"
            width={props.ahead}
            style={{ ...line, borderTop: `2px solid ${light.rule}` }}
          />
        </tr>
      </tbody>
    </table>
  )
}

const line = { fontSize: 0, lineHeight: 0, padding: 0 }
