import { helplinesFor, type Helpline } from '../../../replies/care/helplines.ts'
import { NET_WITH_HOLES, WHAT_IS_HELD, WHY_MARKED } from '../../../replies/care/net-with-holes.ts'
import { HELD_FOR_CARE } from '../../../enrollments/held-for-care.ts'
import { Utc } from '../layout/times.tsx'
import type { ReplyPageData } from './find-reply-page.ts'

interface CareProps {
  page: ReplyPageData
  /** Where its forms go, with the view one came from. */
  action: string
}

/** A reply with signs of distress: why it is marked, where the reader can be told to call, and what a person may decide. */
export function CareSection({ page: { reply, care, course }, action }: CareProps) {
  const { row } = reply
  if (!row.care_at || !care) return null
  if (row.care_closed_at)
    return (
      <p className="small muted">
        It was marked care. {row.care_closed_by} closed that, <Utc at={row.care_closed_at} />.
      </p>
    )
  const isHeld = course?.held_reason === HELD_FOR_CARE
  return (
    <section className="care" aria-labelledby="care">
      <h2 id="care">Care</h2>
      {care.length > 0 && (
        <>
          <p className="led">
            {care.map((words) => (
              <mark key={words}>{words}</mark>
            ))}
          </p>
          <p>{WHY_MARKED}</p>
        </>
      )}
      <p>{isHeld ? WHAT_IS_HELD : <NotHeld resumed={row.care_resumed_at} by={row.care_resumed_by} />}</p>
      <Helplines timezone={row.timezone} />
      <p className="small muted">{NET_WITH_HOLES}</p>
      <form method="post" action={action} className="actions">
        {!row.quarantined_at && (
          <a className="button" href="#body">
            Answer
          </a>
        )}
        {isHeld && (
          <button type="submit" name="do" value="resume" className="quiet">
            Let the course go on
          </button>
        )}
        <button type="submit" name="do" value="close" className="quiet">
          It is seen to
        </button>
      </form>
    </section>
  )
}

function NotHeld({ resumed, by }: { resumed: Date | null; by: string | null }) {
  if (!resumed) return <>No lesson is held because of it. Nothing has been answered automatically.</>
  return (
    <>
      {by} let the course go on, <Utc at={resumed} />. Nothing has been answered automatically.
    </>
  )
}

function Helplines({ timezone }: { timezone: string | null }) {
  const { countryName, emergency, helplines, fallback } = helplinesFor(timezone ?? '')
  return (
    <div className="helplines">
      {countryName ? (
        <p>
          Where they live, by their time zone: <b>{countryName}</b>. Emergency: <b>{emergency}</b>.
        </p>
      ) : (
        <p>We know of no line where they live{timezone && ` (${timezone})`}.</p>
      )}
      <ul className="plain">
        {helplines.map((line) => (
          <li key={line.name}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      <p className="small">
        Lines in other countries:{' '}
        <a href={fallback} rel="noreferrer">
          {new URL(fallback).host}
        </a>
      </p>
    </div>
  )
}

function Line({ line: { name, phone, text, web, hours, about, checked } }: { line: Helpline }) {
  return (
    <>
      <b>
        {web ? (
          <a href={web} rel="noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
      </b>
      {about && `, ${about}`}
      <br />
      {[phone, text].filter(Boolean).join(' · ')}{' '}
      <span className="small muted">
        {hours}; checked {checked}
      </span>
    </>
  )
}
