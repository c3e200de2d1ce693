import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import type { OpenedReply } from '../../../replies/read-reply.ts'
import { Field, TextField } from '../layout/field.tsx'
import { Utc } from '../layout/times.tsx'

export interface ReplyPageProps {
  reply: OpenedReply
  earlier: OpenedReply[]
  signed: string
  /** An answer that was not sent, and why. */
  tried?: { body: string; problem: string }
  message?: string
}

/** A reply beside the question it answers, what was said before, and a place to answer. */
export function ReplyPage({ reply, earlier, signed, tried, message }: ReplyPageProps) {
  const { row, content } = reply
  const subject = row.lesson_subject
  return (
    <>
      <p className="overline">
        <a href="/admin/replies">Replies</a>
      </p>
      <h1>
        {row.quarantined_at || !row.email ? (content?.from ?? 'A message') : (row.first_name ?? row.email)}
      </h1>
      {message && (
        <p className="notice" role="status">
          {message}
        </p>
      )}
      <div className="beside">
        <aside>
          {row.course_title && <p className="overline">{row.course_title}</p>}
          <h2>{subject ?? 'It belongs to no lesson'}</h2>
          {row.prompt && <p className="prompt">{row.prompt}</p>}
          {row.lesson_markdown && (
            <details>
              <summary>The lesson, as they had it</summary>
              <div className="lesson-text">
                <ReactMarkdown remarkPlugins={[remarkGfm]} skipHtml>
                  {row.lesson_markdown}
                </ReactMarkdown>
              </div>
            </details>
          )}
          {row.subscriber_id && !row.quarantined_at && (
            <p className="small">
              <a href={`/admin/readers/${row.subscriber_id}`}>{row.email}</a>
            </p>
          )}
        </aside>
        <div>
          <Warning reply={reply} />
          {earlier.length > 0 && (
            <details className="earlier" open>
              <summary>
                {earlier.length === 1
                  ? 'What they wrote before'
                  : `What they wrote before, ${earlier.length} times`}
              </summary>
              {earlier.map((one) => (
                <div key={one.row.id}>
                  <p className="small muted">
                    <Utc at={one.row.received_at} />
                    {one.row.lesson_subject && `, on “${one.row.lesson_subject}”`}
                  </p>
                  <Words reply={one} />
                </div>
              ))}
            </details>
          )}
          <p className="small muted">
            <Utc at={row.received_at} />
          </p>
          <Words reply={reply} />
          {content?.quoted && (
            <details>
              <summary>What their mail quoted</summary>
              <p className="said muted">{content.quoted}</p>
            </details>
          )}
          {content && !row.quarantined_at && !row.automatic && (
            <AnswerForm id={row.id} given={reply.answers.length} signed={signed} tried={tried} />
          )}
        </div>
      </div>
    </>
  )
}

function Warning({ reply: { row, content } }: { reply: OpenedReply }) {
  if (row.quarantined_at)
    return (
      <p className="notice">
        {row.email
          ? `This came from ${content?.from ?? 'another address'}, on a letter that went to ${row.email}. It is kept apart, and cannot be answered from here.`
          : 'Nobody reads a course under this address. The message is kept, and cannot be answered from here.'}
      </p>
    )
  if (row.automatic) return <p className="notice">A machine wrote this, so there is nobody to answer.</p>
  return null
}

/** Their words, and ours below. Plain text, as it came: React escapes it. */
function Words({ reply: { content, answers } }: { reply: OpenedReply }) {
  return (
    <>
      <p className="said">{content ? content.reply : 'Their message could not be read yet; it is kept.'}</p>
      {answers.map((answer) => (
        <div key={answer.answeredAt.toISOString()} className="answer">
          <p className="small muted">
            {answer.authorName} answered, <Utc at={answer.answeredAt} />
          </p>
          <p className="said">{answer.body}</p>
        </div>
      ))}
    </>
  )
}

interface AnswerFormProps {
  id: string
  given: number
  signed: string
  tried: ReplyPageProps['tried']
}

function AnswerForm({ id, given, signed, tried }: AnswerFormProps) {
  return (
    <form method="post" action={`/admin/replies/${id}/answers`} className="answer-form">
      <input type="hidden" name="given" value={given} />
      <TextField
        name="body"
        label={given > 0 ? 'Answer again' : 'Your answer'}
        rows={9}
        required
        hint="Plain text. It goes out at once, in their thread; they can reply to it."
        defaultValue={tried?.body}
        problems={tried ? [tried.problem] : []}
      />
      <Field
        name="signed"
        label="Sent as"
        className="few-words"
        required
        maxLength={80}
        defaultValue={signed}
      />
      <p className="actions">
        <button type="submit">Send the answer</button>
      </p>
    </form>
  )
}
