import type { SearchFound } from '../../../replies/search-replies.ts'
import { Utc } from '../layout/times.tsx'
import { KeyHelp } from './key-help.tsx'
import type { InboxRow } from './list-inbox.ts'
import { Who } from './inbox-list.tsx'
import { SearchForm } from './replies-page.tsx'

interface SearchPageProps {
  words: string
  found: SearchFound
  rows: InboxRow[]
  /** Replies looked through so far, of how many. */
  seen: number
  total: number
}

const WHERE = { reply: '', answer: 'our answer: ', note: 'a note: ' }

/** What was found, with the words around it. */
export function SearchPage({ words, found, rows, seen, total }: SearchPageProps) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (
    <>
      <p className="overline">
        <a href="/admin/replies">Replies</a>
      </p>
      <h1>Search</h1>
      <SearchForm words={words} />
      <p className="muted" role="status">
        {found.hits.length === 0 ? 'Nothing found' : `Found in ${found.hits.length}`}. Looked through {seen}{' '}
        of {total}
        {found.stoppedAt && found.oldestSeen && (
          <>
            , back to <Utc at={found.oldestSeen} />
          </>
        )}
        .
        {found.unreadable > 0 &&
          ` ${found.unreadable} of them could not be opened: their key is missing, or they are damaged.`}
      </p>
      <ul className="inbox" data-inbox>
        {found.hits.map(({ id, passage, where }) => {
          const row = byId.get(id)
          return (
            <li key={id}>
              <a href={`/admin/replies/${id}?show=all`}>
                {row && <Who reply={row} />}
                <span>
                  <span className="muted">{WHERE[where]}</span>
                  {passage.before}
                  <mark>{passage.found}</mark>
                  {passage.after}
                  {row?.lesson_subject && <small className="muted"> {row.lesson_subject}</small>}
                </span>
                <span className="when small">{row && <Utc at={row.received_at} />}</span>
              </a>
            </li>
          )
        })}
      </ul>
      {found.stoppedAt && (
        <form method="post" action="/admin/replies/search" className="actions">
          <input type="hidden" name="words" value={words} />
          <input type="hidden" name="before" value={found.stoppedAt} />
          <input type="hidden" name="seen" value={seen} />
          <button type="submit" className="quiet">
            Look further back
          </button>
        </form>
      )}
      <p className="small muted measure">
        Replies are sealed and have no index: they are opened for this search and nothing of it is kept. That
        you saw these is noted with each of them.
      </p>
      <KeyHelp />
    </>
  )
}
