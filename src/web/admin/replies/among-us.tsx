import type { ReactNode } from 'react'
import { LONGEST_NOTE } from '../../../replies/notes.ts'
import { TextField } from '../layout/field.tsx'
import { Utc } from '../layout/times.tsx'
import type { ReplyPageData } from './find-reply-page.ts'

interface AmongUsProps {
  page: ReplyPageData
  at: string
  query: string
  /** E-mail of who is looking. */
  admin: string
  now: Date
  triedNote?: { note: string; problem: string } | undefined
}

/** What the team does about a reply, and tells one another; the reader sees none of it. */
export function AmongUs({ page, at, query, admin, now, triedNote }: AmongUsProps) {
  const { row } = page.reply
  return (
    <section className="among-us" aria-labelledby="among-us">
      <h2 id="among-us">Among us</h2>
      <div className="doing">
        <Assign page={page} at={at} query={query} admin={admin} />
        {!row.archived_at && <Snooze until={row.snoozed_until} at={at} query={query} now={now} />}
        <Close page={page} at={at} query={query} />
      </div>
      {page.notes.map((note) => (
        <div key={note.writtenAt.toISOString() + note.body} className="note">
          <p className="small muted">
            {note.writtenBy}, <Utc at={note.writtenAt} />
          </p>
          <p className="said">{note.body}</p>
        </div>
      ))}
      <details className="aside" open={triedNote !== undefined}>
        <summary>Write a note</summary>
        <form method="post" action={`${at}/notes${query}`}>
          <TextField
            name="note"
            label="Note"
            className="short"
            required
            maxLength={LONGEST_NOTE}
            hint="For those who may read replies. It is kept sealed, and goes with the reply when that is erased."
            defaultValue={triedNote?.note}
            problems={triedNote ? [triedNote.problem] : []}
          />
          <button type="submit" className="quiet">
            Keep the note
          </button>
        </form>
      </details>
      <ReadLog page={page} />
    </section>
  )
}

type Part = Pick<AmongUsProps, 'page' | 'at' | 'query'>

function Assign({ page: { reply, team }, at, query, admin }: Part & { admin: string }) {
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

function Snooze({ until, at, query, now }: Omit<Part, 'page'> & { until: Date | null; now: Date }) {
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

function Close({ page: { reply }, at, query }: Part) {
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

function ReadLog({ page: { reads } }: { page: ReplyPageData }) {
  return (
    <details className="aside small">
      <summary>{reads.length === 1 ? 'Read by one person' : `Read by ${reads.length} people`}</summary>
      <ul className="plain">
        {reads.map(({ read_by, times, last_at }) => (
          <li key={read_by}>
            {read_by}, {times === 1 ? 'at' : `${times} times, last at`} <Utc at={last_at} />
          </li>
        ))}
      </ul>
    </details>
  )
}
