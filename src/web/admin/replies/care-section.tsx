import { helplinesFor, type Helpline } from '../../../replies/care/helplines.ts'
import { NET_WITH_HOLES, WHAT_IS_HELD, WHY_MARKED } from '../../../replies/care/net-with-holes.ts'
import { Utc } from '../layout/times.tsx'
import type { ReplyPageData } from './find-reply-page.ts'

/** Above a reply with signs of distress: why it is marked, and what was held. */
export function CareMark({ page: { reply, care, isHeldForCare } }: { page: ReplyPageData }) {
  const { row } = reply
  if (!care) return null
  if (row.care_closed_at)
    return (
      <p className="small muted">
        It was marked care. {row.care_closed_by} closed that, <Utc at={row.care_closed_at} />.
        {row.care_resumed_at && (
          <>
            {' '}
            {row.care_resumed_by} let the course go on, <Utc at={row.care_resumed_at} />.
          </>
        )}
      </p>
    )
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
      <p>
        {isHeldForCare ? WHAT_IS_HELD : <NotHeld resumed={row.care_resumed_at} by={row.care_resumed_by} />}
      </p>
      <p className="small muted">{NET_WITH_HOLES}</p>
    </section>
  )
}

interface CareDecisionProps {
  page: ReplyPageData
  /** Where its form goes, with the view one came from. */
  action: string
}

/** Below it: where the reader can be told to call, and what a person may decide. No machine does. */
export function CareDecision({ page: { reply, care, isHeldForCare }, action }: CareDecisionProps) {
  const { row } = reply
  if (!care || row.care_closed_at) return isHeldForCare ? <StillHeld action={action} /> : null
  return (
    <section className="care" aria-label="Help where they live, and what to do">
      <Helplines timezone={row.timezone} />
      <form method="post" action={action} className="actions">
        {!row.quarantined_at && !row.automatic && reply.content && (
          <a className="button" href="#body">
            Answer
          </a>
        )}
        {isHeldForCare && <LetItGoOn />}
        <button type="submit" name="do" value="close" className="quiet">
          It is seen to
        </button>
      </form>
      {isHeldForCare && <NoMailAboutIt />}
    </section>
  )
}

/** Beside every other reply of the same course too: a hold that only one page can end is a hold that is forgotten. */
function StillHeld({ action }: { action: string }) {
  return (
    <form method="post" action={action} className="notice">
      <p>Their course is held for care until somebody lets it go on.</p>
      <LetItGoOn />
      <NoMailAboutIt />
    </form>
  )
}

function LetItGoOn() {
  return (
    <button type="submit" name="do" value="resume" className="quiet">
      Let the course go on
    </button>
  )
}

const NoMailAboutIt = () => (
  <p className="small muted">They get no mail about it; their next letter comes at their hour.</p>
)

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
      {[phone, text && `text ${text}`].filter(Boolean).join(' · ')}{' '}
      <span className="small muted">
        {hours}; checked {checked}
      </span>
    </>
  )
}
