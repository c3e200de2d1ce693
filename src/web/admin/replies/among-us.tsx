import { LONGEST_NOTE } from '../../../replies/notes.ts'
import { TextField } from '../layout/field.tsx'
import { Utc } from '../layout/times.tsx'
import type { ReplyPageData } from './find-reply-page.ts'
import { Assign, Close, Snooze } from './tending.tsx'

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
            hint="For those who may read replies. It is kept sealed, and goes with the reply when that is erased. A reader who asks for a copy of their data gets the notes too."
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
