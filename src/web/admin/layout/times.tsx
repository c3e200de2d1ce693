import { describeWhen } from '../../../schedule/describe.ts'

const utc = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})

/** "23 Nov 2026, 13:53 UTC". */
export function Utc({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{`${utc.format(at)} UTC`}</time>
}

/** "Tuesday, 8 December, at 08:00" where the reader is, and the same in UTC, smaller. */
export function ReadersTime({ at, timezone }: { at: Date; timezone: string }) {
  return (
    <>
      <time dateTime={at.toISOString()}>{describeWhen(at, timezone)}</time>{' '}
      <small className="muted">
        (<Utc at={at} />)
      </small>
    </>
  )
}
