import { Utc } from '../layout/times.tsx'
import { spanOf } from './figures-page.tsx'
import { type InboxFilter, inboxQuery } from './inbox-filter.ts'
import type { InboxRow } from './list-inbox.ts'
import { replyState } from './reply-state.ts'

/** What it wants of us, and since when: what is new waits. */
function stateInList(reply: InboxRow, now: Date): string {
  const state = replyState(reply)
  const waits = `waits ${spanOf((now.getTime() - reply.received_at.getTime()) / 1000)}`
  if (reply.in_care) return `care, ${state === 'new' ? waits : state}`
  if (reply.still_held) return 'seen to, course still held'
  return state === 'new' ? waits : state
}

interface InboxListProps {
  replies: InboxRow[]
  filter: InboxFilter
  now: Date
}

/** Who wrote to which question, and since when they wait; none of the words. */
export function InboxList({ replies, filter, now }: InboxListProps) {
  return (
    <ul className="inbox" data-inbox>
      {replies.map((reply) => (
        <li key={reply.id} data-state={reply.in_care ? 'care' : replyState(reply)}>
          <a href={`/admin/replies/${reply.id}${inboxQuery(filter)}`}>
            <Who reply={reply} />
            <span className="about">
              {reply.prompt ?? reply.lesson_subject ?? 'A message that belongs to no lesson'}
              {reply.lesson_subject && (
                <small className="muted">
                  {reply.course_title} · {reply.lesson_subject}
                </small>
              )}
            </span>
            <span className="when small">
              <b>{stateInList(reply, now)}</b> <Utc at={reply.received_at} />
              {reply.snoozed_until && filter.show === 'snoozed' && (
                <small>
                  until <Utc at={reply.snoozed_until} />
                </small>
              )}
              {reply.assigned_to && <small>{reply.assigned_to}</small>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** In quarantine the reader's name would be a claim that nobody checked. */
export function Who({ reply }: { reply: Pick<InboxRow, 'email' | 'first_name' | 'quarantined_at'> }) {
  const { email, first_name, quarantined_at } = reply
  if (!email) return <span className="who">An unknown sender</span>
  if (quarantined_at)
    return (
      <span className="who">
        Somebody <small>on a letter to {email}</small>
      </span>
    )
  return (
    <span className="who">
      {first_name ? (
        <>
          {first_name} <small>{email}</small>
        </>
      ) : (
        email
      )}
    </span>
  )
}
