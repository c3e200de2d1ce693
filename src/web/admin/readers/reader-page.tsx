import { HELD_FOR_CARE } from '../../../enrollments/held-for-care.ts'
import { Utc } from '../layout/times.tsx'
import { replyState } from '../replies/reply-state.ts'
import type { ReaderPageData } from './find-reader.ts'
import type { ListedReader } from './list-readers.ts'
import { Next, Place } from './readers-page.tsx'
import { stateOf } from './state-of.ts'

interface ReaderPageProps {
  reader: ReaderPageData
  /** Whether who looks at it may read replies, and so decide what is held for care. */
  readsReplies: boolean
  now: Date
}

/** One person: where they stand, what went to them and came back, and what they agreed to. */
export function ReaderPage({ reader, readsReplies, now }: ReaderPageProps) {
  const { subscriber, courses, consents, deliveries, replies } = reader
  const decidedBeside = (course: ListedReader) =>
    replies.find((one) => one.decides_hold && one.enrollment_id === course.id)?.id
  return (
    <>
      <p className="overline">
        <a href="/admin/readers">Readers</a>
      </p>
      <h1>{subscriber.first_name ? `${subscriber.first_name}, ${subscriber.email}` : subscriber.email}</h1>
      <p className="muted">
        {subscriber.timezone}, here since <Utc at={subscriber.created_at} />
      </p>
      <h2>Courses</h2>
      <ul className="listing">
        {courses.map((course) => (
          <li key={course.id}>
            <h3>
              <a href={`/admin/sequences/${course.slug}`}>{course.courseTitle}</a>
            </h3>
            <p className="muted">
              <Place reader={course} /> · {stateOf(course, now)}
              <Held reason={course.held_reason} decidedBeside={decidedBeside(course)} /> · mail at{' '}
              {course.send_time}
            </p>
            {course.next_due_at && <span className="small muted">Next</span>}
            <Next reader={course} />
            <Changes
              course={course}
              now={now}
              subscriberId={subscriber.id}
              decidesHere={readsReplies && !decidedBeside(course)}
            />
          </li>
        ))}
      </ul>
      <h2>Replies</h2>
      {replies.length === 0 && <p className="muted">None yet.</p>}
      <ul className="timeline">
        {replies.map((reply) => (
          <li key={reply.id}>
            <Utc at={reply.received_at} />{' '}
            <span>
              <a href={`/admin/replies/${reply.id}`}>{reply.subject ?? 'A message'}</a>{' '}
              <span className="muted">{replyState(reply)}</span>
            </span>
          </li>
        ))}
      </ul>
      <h2>Mail</h2>
      {deliveries.length === 0 && <p className="muted">Nothing went to them yet.</p>}
      <ul className="timeline">
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <Utc at={delivery.queued_at} />{' '}
            <span>
              {delivery.subject ?? KINDS[delivery.kind] ?? delivery.kind}{' '}
              {delivery.subject &&
                delivery.kind !== 'lesson' &&
                `(${KINDS[delivery.kind] ?? delivery.kind}) `}
              <span className="muted">{outcomeOf(delivery)}</span>
            </span>
          </li>
        ))}
      </ul>
      <h2>What they agreed to</h2>
      {consents.map((consent) => (
        <div key={consent.id} className="measure">
          <h3>{consent.title ?? consent.slug}</h3>
          <blockquote>{consent.consent_wording}</blockquote>
          <dl className="facts">
            <dt>Asked</dt>
            <dd>
              <Utc at={consent.requested_at} />, from {consent.requested_ip ?? 'an unknown address'}
            </dd>
            <dt>Confirmed</dt>
            <dd>
              {consent.confirmed_at ? <Utc at={consent.confirmed_at} /> : 'not'}
              {consent.confirmed_at && `, from ${consent.confirmed_ip ?? 'an unknown address'}`}
            </dd>
            <dt>Form</dt>
            <dd>
              version {consent.form_version}
              {consent.source_url && `, on ${consent.source_url}`}
            </dd>
          </dl>
        </div>
      ))}
    </>
  )
}

interface ChangesProps {
  course: ListedReader
  now: Date
  subscriberId: string
  /** No reply is left beside which a hold for care could be ended: they were erased with whoever sent them. */
  decidesHere: boolean
}

/** What may be changed about a reader under way; each is said in words, and none is offered where it means nothing. */
function Changes({ course, now, subscriberId, decidesHere }: ChangesProps) {
  const state = stateOf(course, now)
  const offered: [wish: string, label: string][] = []
  if (course.next_due_at) offered.push(['next', 'Send the next one now'], ['skip', 'Skip the next one'])
  if (state === 'under way') offered.push(['pause', 'Pause'])
  const inCare = course.held_reason === HELD_FOR_CARE
  if (state.startsWith('paused') || (course.held_reason && !inCare)) offered.push(['resume', 'Go on'])
  if (inCare && decidesHere) offered.push(['resume after care', 'Let the course go on'])
  if (state === 'under way' || state === 'finished') offered.push(['restart', 'Start again from the first'])
  if (offered.length === 0) return null
  return (
    <form
      method="post"
      action={`/admin/readers/${subscriberId}/courses/${course.id}`}
      className="actions small"
    >
      {offered.map(([wish, label]) => (
        <button key={wish} type="submit" name="wish" value={wish} className="link">
          {label}
        </button>
      ))}
    </form>
  )
}

function Held({ reason, decidedBeside }: { reason: string | null; decidedBeside: string | undefined }) {
  if (reason !== HELD_FOR_CARE) return reason && ` (${reason})`
  const beside = 'beside the reply'
  return (
    <>
      {' '}
      (for care: whoever may read replies decides,{' '}
      {decidedBeside ? <a href={`/admin/replies/${decidedBeside}`}>{beside}</a> : beside})
    </>
  )
}

const KINDS: Record<string, string> = {
  confirmation: 'Confirmation',
  answer: 'answer',
  sign_in: 'Sign-in link',
  test: 'test',
  repeat: 'sent again',
  correction: 'correction',
  left: 'confirmed that they left',
  pause_offer: 'offered a pause',
}

/** "submitted, delivered", or what went wrong; every outcome that happened, since none undoes another. */
export function outcomeOf(delivery: {
  submitted_at: Date | null
  delivered_at: Date | null
  delayed_at: Date | null
  bounced_at: Date | null
  complained_at: Date | null
  failed_at: Date | null
  failure: string | null
}): string {
  const words = [
    delivery.submitted_at && 'submitted',
    delivery.delayed_at && !delivery.delivered_at && 'delayed',
    delivery.delivered_at && 'delivered',
    delivery.bounced_at && 'bounced',
    delivery.complained_at && 'marked as spam',
    delivery.failed_at && 'failed',
  ].filter(Boolean)
  if (words.length === 0) return 'queued'
  return `${words.join(', ')}${delivery.failure ? `: ${delivery.failure}` : ''}`
}
