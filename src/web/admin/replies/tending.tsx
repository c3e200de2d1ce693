/** What a person does about a reply beside answering it, a small form each. */
import type { ReactNode } from 'react'
import { Utc } from '../layout/times.tsx'
import type { ReplyPageData } from './find-reply-page.ts'

interface Part {
  page: ReplyPageData
  /** The address of the reply. */
  at: string
  /** With the view one came from. */
  query: string
}

export function Assign({ page: { reply, team }, at, query, admin }: Part & { admin: string }) {
  const to = reply.row.assigned_to
  const others = team.filter(({ email }) => email !== admin)
  return (
    <>
      <Doing action={`${at}/assignment${query}`} keyed={to === admin ? undefined : 'a'}>
        <span>{to === admin ? 'You look after it.' : to ? `${to} looks after it.` : 'Nobody’s yet.'}</span>{' '}
        <button type="submit" name="to" value={to === admin ? '' : admin} className="link">
          {to === admin ? 'Leave it to others' : 'I look after it'}
        </button>
      </Doing>
      {others.length > 0 && (
        <Doing action={`${at}/assignment${query}`}>
          <label htmlFor="to" className="unseen">
            Who looks after it
          </label>
          <select id="to" name="to" defaultValue={to ?? ''}>
            <option value="">Nobody</option>
            {team.map(({ email, name }) => (
              <option key={email} value={email}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit" className="link">
            Hand it over
          </button>
        </Doing>
      )}
    </>
  )
}

export function Snooze({ until, at, query, now }: Omit<Part, 'page'> & { until: Date | null; now: Date }) {
  if (until && until > now)
    return (
      <Doing action={`${at}/snooze${query}`}>
        <span>
          It sleeps until <Utc at={until} />.
        </span>{' '}
        <button type="submit" name="until" value="" className="link">
          Wake it
        </button>
      </Doing>
    )
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
  return (
    <Doing action={`${at}/snooze${query}`}>
      <label htmlFor="until" className="unseen">
        Until which day
      </label>
      <input id="until" name="until" type="date" required min={tomorrow} defaultValue={tomorrow} />
      <button type="submit" className="link">
        Let it sleep until then
      </button>
    </Doing>
  )
}

export function Close({ page: { reply }, at, query }: Part) {
  const { archived_at, archived_by, care_at, care_closed_at } = reply.row
  if (archived_at)
    return (
      <Doing action={`${at}/reopening${query}`} keyed="e">
        <span>
          {archived_by ?? 'Somebody'} closed it, <Utc at={archived_at} />.
        </span>{' '}
        <button type="submit" className="link">
          Open it again
        </button>
      </Doing>
    )
  if (care_at && !care_closed_at) return null
  return (
    <Doing action={`${at}/closing${query}`} keyed="e">
      <button type="submit" className="link">
        Close it
      </button>
    </Doing>
  )
}

function Doing({
  action,
  keyed,
  children,
}: {
  action: string
  keyed?: string | undefined
  children: ReactNode
}) {
  return (
    <form method="post" action={action} data-key={keyed}>
      {children}
    </form>
  )
}
