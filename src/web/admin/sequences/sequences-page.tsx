import type { ListedSequence } from './list-sequences.ts'

/** The studio's first page: the courses. */
export function SequencesPage({ sequences }: { sequences: ListedSequence[] }) {
  return (
    <>
      <h1>Courses</h1>
      {sequences.length === 0 && (
        <p>
          There is no course yet. Put one in <code>sequences/</code> and start again, or make one from an
          article with <code>npm run -s lettercourse -- split</code>.
        </p>
      )}
      <ul className="listing">
        {sequences.map((sequence) => (
          <li key={sequence.slug}>
            <h2>
              <a href={`/admin/sequences/${sequence.slug}`}>{sequence.title}</a>
            </h2>
            <p className="muted">
              {`${count(sequence.lessons, 'lesson')} · revision ${sequence.number} · ${sequence.under_way} under way · ${sequence.finished} finished`}
            </p>
            {sequence.draft_by && (
              <p className="small">Changes by {sequence.draft_by} are not published yet.</p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

export const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
