import type { listReplyRows } from '../../../replies/queries.ts'
import { Utc } from '../layout/times.tsx'
import { replyState } from './reply-state.ts'

type Row = Awaited<ReturnType<typeof listReplyRows>>[number]

/** The inbox. It shows who wrote to which question, and none of the words: those are for whoever opens one. */
export function RepliesPage({ replies }: { replies: Row[] }) {
  return (
    <>
      <h1>Replies</h1>
      {replies.length === 0 && (
        <p className="muted">
          Nobody has written back yet. What readers reply to a lesson comes here, beside the question they
          were asked.
        </p>
      )}
      <ul className="inbox">
        {replies.map((reply) => (
          <li key={reply.id} data-state={replyState(reply)}>
            <a href={`/admin/replies/${reply.id}`}>
              <span className="who">{whoOf(reply)}</span>
              <span className="about">
                {reply.prompt ?? reply.lesson_subject ?? 'A message that belongs to no lesson'}
                {reply.lesson_subject && (
                  <small className="muted">
                    {reply.course_title} · {reply.lesson_subject}
                  </small>
                )}
              </span>
              <span className="when small">
                <b>{replyState(reply)}</b> <Utc at={reply.received_at} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** In quarantine the reader's name would be a claim that nobody checked. */
function whoOf(reply: Row): string {
  if (!reply.email) return 'An unknown sender'
  if (reply.quarantined_at) return `Somebody, on a letter to ${reply.email}`
  return reply.first_name ? `${reply.first_name}, ${reply.email}` : reply.email
}
