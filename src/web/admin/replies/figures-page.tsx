import type { PromptFigures } from '../../../replies/figures.ts'
import { inboxQuery } from './inbox-filter.ts'

/** What each prompt brings: how many write back, how soon, and who waits. */
export function FiguresPage({ figures }: { figures: PromptFigures[] }) {
  const courses = [...new Map(figures.map((row) => [row.sequence_id, row.course_title]))]
  return (
    <>
      <p className="overline">
        <a href="/admin/replies">Replies</a>
      </p>
      <h1>What each prompt brings</h1>
      {courses.length === 0 && <p className="muted">There is no course yet.</p>}
      {courses.map(([id, title]) => (
        <section key={id} aria-label={title}>
          <h2>{title}</h2>
          <table className="stack figures">
            <thead>
              <tr>
                <th scope="col">Prompt</th>
                <th scope="col">Write back</th>
                <th scope="col">Half of them within</th>
                <th scope="col">Replies</th>
                <th scope="col">Wait for an answer</th>
              </tr>
            </thead>
            <tbody>
              {figures
                .filter((row) => row.sequence_id === id)
                .map((row) => (
                  <Figures key={row.lesson_id} row={row} />
                ))}
            </tbody>
          </table>
        </section>
      ))}
      <p className="small muted measure">
        Counted are readers to whom the lesson was delivered, once each, and what they wrote themselves:
        nothing a machine wrote, nothing set apart, no order to stop or pause. No reply is opened to count it.
      </p>
    </>
  )
}

function Figures({ row }: { row: PromptFigures }) {
  const rate = row.delivered === 0 ? undefined : row.wrote_back / row.delivered
  return (
    <tr>
      <td>
        <span className="asks-words">{row.prompt ?? 'It asks nothing'}</span>
        <small className="muted">{row.subject}</small>
      </td>
      <td data-label="Write back">
        {rate === undefined ? (
          <span className="muted">not delivered yet</span>
        ) : (
          <>
            {Math.round(rate * 100)} %{' '}
            <small className="muted">
              {row.wrote_back} of {row.delivered}
            </small>
            <span className="rate" aria-hidden="true">
              <span style={{ width: `${(rate * 100).toFixed(1)}%` }} />
            </span>
          </>
        )}
      </td>
      <td data-label="Half of them within">
        {row.median_seconds === null ? '–' : spanOf(row.median_seconds)}
      </td>
      <td data-label="Replies">
        {row.replies > 0 ? (
          <a href={`/admin/replies${inboxQuery({ show: 'all', about: row.lesson_id })}`}>{row.replies}</a>
        ) : (
          '0'
        )}
      </td>
      <td data-label="Wait for an answer">
        {row.waiting > 0 ? (
          <a href={`/admin/replies${inboxQuery({ about: row.lesson_id })}`}>{row.waiting}</a>
        ) : (
          '0'
        )}
      </td>
    </tr>
  )
}

/** "45 min", "3 hours", "1 day", "28 hours", "2 days": in whole units, the larger once two of it are full. */
export function spanOf(seconds: number): string {
  const minutes = seconds / 60
  if (minutes < 90) return `${Math.max(1, Math.round(minutes))} min`
  const hours = Math.round(minutes / 60)
  if (hours === 24) return '1 day'
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`
}
