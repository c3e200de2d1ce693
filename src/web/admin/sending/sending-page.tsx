import { Utc } from '../layout/times.tsx'
import { count } from '../sequences/sequences-page.tsx'
import type { listBatchesToLookAt, listFailed } from './list-trouble.ts'

interface SendingPageProps {
  batches: Awaited<ReturnType<typeof listBatchesToLookAt>>
  failed: Awaited<ReturnType<typeof listFailed>>
  perSecond: number
}

/** What did not go as it should, with the reason of each. */
export function SendingPage({ batches, failed, perSecond }: SendingPageProps) {
  return (
    <>
      <h1>Sending</h1>
      <p className="muted">
        {batches.length === 0 && failed.length === 0 && 'Everything that was due has gone out. '}
        Resend lets {perSecond} requests through in a second.
      </p>
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
    </>
  )
}
