import { Utc } from '../layout/times.tsx'
import { count } from '../sequences/sequences-page.tsx'
import type { getSending } from '../../../deliveries/sending.ts'
import { WARM_UP_PER_DAY } from '../../../deliveries/warm-up.ts'
import type { findGivenUp } from '../../../mail-events/given-up.ts'
import type { listBatchesToLookAt, listFailed } from './list-trouble.ts'

interface SendingPageProps {
  batches: Awaited<ReturnType<typeof listBatchesToLookAt>>
  failed: Awaited<ReturnType<typeof listFailed>>
  sending: Awaited<ReturnType<typeof getSending>>
  unread: Awaited<ReturnType<typeof findGivenUp>>
}

/** What did not go as it should, with the reason of each. */
export function SendingPage({ batches, failed, sending, unread }: SendingPageProps) {
  return (
    <>
      <h1>Sending</h1>
      <p className="muted">
        {batches.length === 0 && failed.length === 0 && 'Everything that was due has gone out. '}
        Resend lets {sending.per_second} requests through in a second.
      </p>
      {sending.held_at && <Held reason={sending.held_reason} />}
      {unread.count > 0 && (
        <form method="post" action="/admin/sending/events" className="notice">
          <p>
            {count(unread.count, 'message')} from Resend could not be read; replies may be among what is
            missing. {unread.lastError && `The last error: ${unread.lastError}`}
          </p>
          <button type="submit">Try again</button>
        </form>
      )}
      {batches.length > 0 && (
        <>
          <h2>Needs a look</h2>
          <p>
            Nobody knows whether these left. Sending them again might reach people twice, so they wait: look
            for their id, which is the Idempotency-Key, in Resend’s log.
          </p>
          <table className="stack">
            <thead>
              <tr>
                <th>Batch</th>
                <th>Why</th>
                <th>First tried</th>
                <th>What the log says</th>
              </tr>
            </thead>
            <tbody>
              {batches.map((batch) => (
                <tr key={batch.id}>
                  <td>
                    <code>{batch.id}</code>
                    <div className="small muted">{count(batch.size, 'mail')}</div>
                  </td>
                  <td>{batch.last_error}</td>
                  <td>{batch.first_attempt_at ? <Utc at={batch.first_attempt_at} /> : 'never'}</td>
                  <td>
                    <form method="post" action={`/admin/sending/batches/${batch.id}`} className="actions">
                      <button type="submit" className="quiet" name="outcome" value="sent">
                        It left
                      </button>
                      <button type="submit" className="link" name="outcome" value="again">
                        It never left: send it
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {failed.length > 0 && (
        <>
          <h2>Failed</h2>
          <table className="stack">
            <thead>
              <tr>
                <th>To</th>
                <th>Mail</th>
                <th>Why</th>
                <th>When</th>
              </tr>
            </thead>
            <tbody>
              {failed.map((mail) => (
                <tr key={mail.id}>
                  <td>
                    {mail.subscriber_id ? (
                      <a href={`/admin/readers/${mail.subscriber_id}`}>{mail.to_address}</a>
                    ) : (
                      mail.to_address
                    )}
                  </td>
                  <td>{mail.subject ?? mail.kind.replace('_', ' ')}</td>
                  <td>{mail.failure}</td>
                  <td>
                    <Utc at={mail.failed_at!} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <WarmUp from={sending.warm_up_from} />
    </>
  )
}

/** The restore guard's question. */
function Held({ reason }: { reason: string | null }) {
  return (
    <section className="notice">
      <h2>Lessons are held</h2>
      <p>{reason} Nothing is sent to readers until you say how to go on.</p>
      <form method="post" action="/admin/sending/held">
        <p>
          <button type="submit" name="choice" value="today">
            Continue from today
          </button>{' '}
          What would have gone out since counts as sent. Choose this after restoring a backup: nobody gets a
          lesson twice.
        </p>
        <p>
          <button type="submit" className="quiet" name="choice" value="due">
            Send what is due
          </button>{' '}
          Everybody who is waiting gets one lesson, and goes on from there. Choose this after a long outage.
        </p>
      </form>
    </section>
  )
}

/** A new domain that suddenly sends thousands is taken for a spammer's. */
function WarmUp({ from }: { from: Date | null }) {
  return (
    <form method="post" action="/admin/sending/warm-up">
      <h2>A new domain</h2>
      {from ? (
        <p>
          It is being warmed up since {from.toISOString().slice(0, 10)}: {WARM_UP_PER_DAY.join(', ')} lessons
          on its first days, then all of them. Whoever has to wait gets the lesson the next day.{' '}
          <button type="submit" className="link" name="choice" value="end">
            End the warm-up
          </button>
        </p>
      ) : (
        <p>
          If you send from it for the first time, begin small: {WARM_UP_PER_DAY.join(', ')} lessons a day.{' '}
          <button type="submit" className="link" name="choice" value="begin">
            Begin a warm-up today
          </button>
        </p>
      )}
    </form>
  )
}
