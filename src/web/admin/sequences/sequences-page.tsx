import type { ListedSequence } from './list-sequences.ts'

/** The studio's first page: the courses. */
export function SequencesPage({ sequences }: { sequences: ListedSequence[] }) {
  return (
    <>
      <h1>Courses</h1>
      {sequences.length === 0 && (
        <p>
          There is no course yet. <a href="/admin/articles/new">Bring an article</a>, and it becomes one here;
          or put one in <code>sequences/</code> and start again.
        </p>
      )}
      <ul className="listing">
        {sequences.map((sequence) => (
          <li key={sequence.slug}>
            <h2>
              <a href={`/admin/sequences/${sequence.slug}`}>{sequence.title}</a>
            </h2>
            <p className="muted">
              {sequence.opened_at === null && 'not open for sign-ups · '}
              {`${count(sequence.lessons, 'lesson')} · revision ${sequence.number} · ${sequence.under_way} under way · ${sequence.finished} finished`}
            </p>
            {sequence.draft_by && (
              <p className="small">Changes by {sequence.draft_by} are not published yet.</p>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href="/admin/articles/new">Make a course from an article</a>
      </p>
    </>
  )
}

export const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
