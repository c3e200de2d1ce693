import { Utc } from '../layout/times.tsx'
import type { ReplyPageData } from './find-reply-page.ts'
import { Said } from './said.tsx'

/** A longer conversation would push what they wrote now out of sight. */
const OPEN_AT_MOST = 3

export function Earlier({ page: { earlier, hasMoreEarlier } }: { page: ReplyPageData }) {
  if (earlier.length === 0) return null
  return (
    <details className="earlier" open={earlier.length <= OPEN_AT_MOST}>
      <summary>
        {earlier.length === 1 ? 'What they wrote before' : `What they wrote before, ${earlier.length} times`}
      </summary>
      {hasMoreEarlier && (
        <p className="small muted">
          These are the latest {earlier.length}. They wrote more before: it is listed under “Their course so
          far”.
        </p>
      )}
      {earlier.map((one) => (
        <div key={one.row.id}>
          <p className="small muted">
            <Utc at={one.row.received_at} />
            {one.row.lesson_subject && (
              <>
                , on <i>{one.row.lesson_subject}</i>
              </>
            )}
          </p>
          <Said reply={one} />
        </div>
      ))}
    </details>
  )
}

/** Whoever answers an old reply has to know that a newer one lies there. */
export function Later({ page: { later }, query }: { page: ReplyPageData; query: string }) {
  return later.map(({ id, at, inCare, state }) => (
    <p key={id} className={inCare ? 'notice' : 'small'}>
      They <a href={`/admin/replies/${id}${query}`}>wrote again</a>, <Utc at={at} />:{' '}
      {inCare ? <b>care, {WAITS[state] ?? state}</b> : (WAITS[state] ?? state)}
    </p>
  ))
}

const WAITS: Partial<Record<string, string>> = { new: 'waits' }
