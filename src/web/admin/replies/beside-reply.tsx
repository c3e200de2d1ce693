import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { Utc } from '../layout/times.tsx'
import { Next, Place } from '../readers/readers-page.tsx'
import { stateOf } from '../readers/state-of.ts'
import type { ReplyPageData } from './find-reply-page.ts'

/** What the reply answers, and where its reader stands. */
export function BesideReply({
  page: { reply, lesson, course, history },
  now,
}: {
  page: ReplyPageData
  now: Date
}) {
  const { row } = reply
  return (
    <aside>
      {row.course_title && <p className="overline">{row.course_title}</p>}
      <h2>{row.lesson_subject ?? 'It belongs to no lesson'}</h2>
      {row.prompt && <p className="prompt">{row.prompt}</p>}
      {lesson && (
        <details>
          <summary>The lesson, as they had it</summary>
          <div className="lesson-text">
            <ReactMarkdown remarkPlugins={[remarkGfm]} skipHtml>
              {lesson}
            </ReactMarkdown>
          </div>
        </details>
      )}
      {row.subscriber_id && !row.quarantined_at && (
        <p className="small reader">
          <a href={`/admin/readers/${row.subscriber_id}`}>{row.email}</a>
        </p>
      )}
      {course && (
        <div className="small">
          <p>
            <Place reader={course} />, {stateOf(course, now)}
            {course.held_reason && ` (${course.held_reason})`}
          </p>
          {course.next_due_at && (
            <div className="muted">
              Next: <Next reader={course} />
            </div>
          )}
        </div>
      )}
      {history.length > 0 && (
        <details className="history small">
          <summary>Their course so far</summary>
          <ul className="plain">
            {history.map((entry, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing in it is unique, and it is drawn once
              <li key={place} data-what={entry.what}>
                <Utc at={entry.at} />
                <br />
                {entry.replyId ? (
                  <a
                    href={`/admin/replies/${entry.replyId}`}
                    aria-current={entry.replyId === row.id ? 'page' : undefined}
                  >
                    Their reply to {entry.subject}
                  </a>
                ) : (
                  entry.subject
                )}{' '}
                <span className="muted">{entry.state}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  )
}
