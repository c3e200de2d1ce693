import { wordsFor } from '../../../words/words.ts'
import type { Leavings } from './list-leavings.ts'

/** Why readers left, in their words and without their names. */
export function LeavingList({ leavings }: { leavings: Leavings }) {
  if (leavings.reasons.length === 0) return null
  const said: Record<string, string> = wordsFor('en').me.leave.reasons
  return (
    <>
      <h2>Why readers left</h2>
      <dl className="facts">
        {leavings.reasons.map(({ reason, readers }) => (
          <div key={reason} style={{ display: 'contents' }}>
            <dt>{reason === null ? 'No reason given' : (said[reason] ?? reason)}</dt>
            <dd>{readers}</dd>
          </div>
        ))}
      </dl>
      {leavings.words.length > 0 && (
        <details className="aside">
          <summary>What they said</summary>
          {leavings.words.map((words) => (
            <blockquote key={words}>{words}</blockquote>
          ))}
        </details>
      )}
    </>
  )
}
