import { Fragment } from 'react'
import { isChange, type Part } from '../../../articles/word-changes.ts'

/** Passages with the words that were added and removed; what stayed is told by how much it is. */
export function Differences({ passages }: { passages: Part[][] }) {
  return (
    <div className="differences">
      {runsOf(passages).map((run, place) =>
        typeof run === 'number' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages may be alike
          <p key={place} className="small muted">
            {run === 1 ? 'A passage stays.' : `${run} passages stay.`}
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages may be alike
          <p key={place}>
            {run.map((part, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: words may be alike
              <Fragment key={i}>
                <Words part={part} />
              </Fragment>
            ))}
          </p>
        ),
      )}
    </div>
  )
}

function Words({ part: { text, added, removed } }: { part: Part }) {
  if (added) return <ins>{text}</ins>
  if (removed) return <del>{text}</del>
  return text
}

/** Passages that changed, and between them how many did not. */
function runsOf(passages: Part[][]): (Part[] | number)[] {
  const runs: (Part[] | number)[] = []
  for (const parts of passages) {
    const last = runs.at(-1)
    if (isChange(parts)) runs.push(parts)
    else if (typeof last === 'number') runs[runs.length - 1] = last + 1
    else runs.push(1)
  }
  return runs
}
