import { ReadersTime } from '../layout/times.tsx'
import type { ListedReader } from './list-readers.ts'
import { stateOf } from './state-of.ts'

interface ReadersPageProps {
  readers: ListedReader[]
  search: string
  page: number
  more: boolean
  now: Date
}

/** Who reads what, and where each stands. */
export function ReadersPage({ readers, search, page, more, now }: ReadersPageProps) {
  const pageAt = (number: number) =>
    `/admin/readers?${new URLSearchParams({ ...(search && { search }), page: String(number) })}`
  return (
    <>
      <h1>Readers</h1>
      <form method="get" action="/admin/readers" className="inline search">
        <label htmlFor="search" className="unseen">
          E-mail or name
        </label>
        <input id="search" name="search" type="search" placeholder="E-mail or name" defaultValue={search} />
        <button type="submit" className="quiet">
          Find
        </button>
      </form>
      {readers.length === 0 ? (
        <p className="muted">
          {search ? `Nobody is found by “${search}”.` : 'Nobody has joined a course yet.'}
        </p>
      ) : (
        <table className="stack">
          <thead>
            <tr>
              <th>Reader</th>
              <th>Course</th>
              <th>Stands at</th>
              <th>Next</th>
            </tr>
          </thead>
          <tbody>
            {readers.map((reader) => (
              <tr key={reader.id}>
                <td>
                  <a href={`/admin/readers/${reader.subscriber_id}`}>{reader.email}</a>
                  {reader.first_name && <div className="small muted">{reader.first_name}</div>}
                </td>
                <td>{reader.courseTitle}</td>
                <td>
                  <Place reader={reader} />
                  <div className="small muted">{stateOf(reader, now)}</div>
                </td>
                <td>
                  <Next reader={reader} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="actions">
        {page > 1 && <a href={pageAt(page - 1)}>Earlier page</a>}
        {more && <a href={pageAt(page + 1)}>Next page</a>}
      </p>
    </>
  )
}

export function Place({ reader }: { reader: ListedReader }) {
  return <>{reader.had === 0 ? `Before day 1 of ${reader.of}` : `Day ${reader.had} of ${reader.of}`}</>
}

export function Next({ reader }: { reader: ListedReader }) {
  if (!reader.next_due_at) return <span className="muted">nothing</span>
  return (
    <>
      {reader.nextSubject && <div>{reader.nextSubject}</div>}
      <div className="small">
        {reader.waitsForReply && 'waits for their reply, at most until '}
        <ReadersTime at={reader.next_due_at} timezone={reader.timezone} />
      </div>
    </>
  )
}
