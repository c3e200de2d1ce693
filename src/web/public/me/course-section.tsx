import type { ReactNode } from 'react'
import { LEAVING_REASONS } from '../../../enrollments/leave.ts'
import { canComeBack } from '../../../enrollments/undo.ts'
import { addDays, localDay } from '../../../schedule/local-time.ts'
import { PaceFields } from '../pace-fields.tsx'
import { ScheduleFields } from '../schedule-fields.tsx'
import type { CourseOf } from './find-courses.ts'
import { Letters } from './letters.tsx'
import type { Speech } from './speech.ts'
import { isUnderWay, standing } from './standing.ts'

interface Props {
  path: string
  course: CourseOf
  person: { timezone: string }
  speech: Speech
  now: Date
}

// An address that ends in #pause opens the fold around that place, if the place is inside it.

/** One course with everything its reader may change about it. */
export function CourseSection(props: Props) {
  const { course, speech, now } = props
  const { me } = speech
  return (
    <section id={`course-${course.id}`}>
      <h2>{course.course.title}</h2>
      <Progress had={course.had} of={course.of} speech={speech} />
      <p className="standing">{standing(course, speech, now)}</p>
      {isUnderWay(course) && <Flow {...props} />}
      {course.completed_at && course.canUndoSkip && !course.unsubscribed_at && (
        <Wish {...props} wish="undo_skip">
          {me.next.undoSkip}
        </Wish>
      )}
      {canComeBack(course.unsubscribed_at, now) && (
        <>
          <Wish {...props} wish="come_back">
            {me.leave.mistake}
          </Wish>
          <p className="hint">{me.leave.mistakeHint}</p>
        </>
      )}
      <Letters {...props} />
      <p className="hint">{me.letter.kept(course.course.repliesKeptDays)}</p>
      {isUnderWay(course) && <Schedule {...props} />}
      {!course.unsubscribed_at && course.letters.length > 0 && !course.held_at && (
        <details className="more">
          <summary>{me.restart.title}</summary>
          <p>{me.restart.about}</p>
          <Wish {...props} wish="restart">
            {me.restart.button}
          </Wish>
        </details>
      )}
      {isUnderWay(course) && <Leave {...props} />}
    </section>
  )
}

/** The letters had and those to come, one mark each. */
function Progress({ had, of, speech }: { had: number; of: number; speech: Speech }) {
  const said = speech.me.progress(speech.number(had), speech.number(of))
  return (
    <div className="progress">
      <div className="days" aria-hidden="true">
        {Array.from({ length: of }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: marks without an identity
          <span key={place} className={place < had ? 'had' : undefined} />
        ))}
      </div>
      <p className="muted small">{said}</p>
    </div>
  )
}

/** Pausing and going on, the next letter now or not at all. */
function Flow(props: Props) {
  const { course, person, speech, now } = props
  const { me } = speech
  const today = localDay(now, person.timezone)
  const paused = course.paused_at ?? course.paused_until
  if (paused)
    return (
      <Wish {...props} wish="resume" loud>
        {me.pause.resume}
      </Wish>
    )
  return (
    <>
      {!course.held_at && (
        <div className="actions">
          <Wish {...props} wish="next">
            {me.next.now}
          </Wish>
          {course.canUndoSkip ? (
            <Wish {...props} wish="undo_skip">
              {me.next.undoSkip}
            </Wish>
          ) : (
            <Wish {...props} wish="skip">
              {me.next.skip}
            </Wish>
          )}
        </div>
      )}
      <details className="more">
        <summary>{me.pause.title}</summary>
        <div className="actions" id="pause">
          <Wish {...props} wish="pause" with={{ until: addDays(today, 7) }}>
            {me.pause.week}
          </Wish>
          <Wish {...props} wish="pause" with={{ until: '' }}>
            {me.pause.open}
          </Wish>
        </div>
        <form method="post" className="inline">
          <Hidden course={course} />
          <label htmlFor="until">{me.pause.until}</label>
          <input
            type="date"
            id="until"
            name="until"
            required
            min={addDays(today, 1)}
            max={addDays(today, 365)}
          />
          <button type="submit" name="do" value="pause" className="quiet">
            {me.pause.untilButton}
          </button>
        </form>
      </details>
    </>
  )
}

function Schedule({ course, person, speech }: Props) {
  const { me, language, locale } = speech
  return (
    <details className="more">
      <summary>{me.schedule.title}</summary>
      <form method="post" id="schedule">
        <Hidden course={course} />
        <ScheduleFields
          sendTime={course.send_time}
          timezone={person.timezone}
          language={language}
          locale={locale}
        />
        {course.course.paceChoice && (
          <PaceFields
            course={course.course}
            everyDays={course.every_days}
            weekdays={course.weekdays}
            locale={locale}
          />
        )}
        <button type="submit" name="do" value="schedule">
          {me.schedule.save}
        </button>
      </form>
    </details>
  )
}

function Leave({ course, speech }: Props) {
  const { leave } = speech.me
  return (
    <details className="more">
      <summary>{leave.title}</summary>
      <p id="leave">{leave.about}</p>
      <form method="post">
        <Hidden course={course} />
        <fieldset className="plain field">
          <legend>{leave.why}</legend>
          {LEAVING_REASONS.map((reason) => (
            <label key={reason} className="choice line">
              <input type="radio" name="reason" value={reason} /> {leave.reasons[reason]}
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="words">{leave.words}</label>
          <textarea id="words" name="words" className="short" maxLength={2000} />
        </div>
        <button type="submit" name="do" value="leave">
          {leave.button}
        </button>
      </form>
    </details>
  )
}

const Hidden = ({ course }: { course: CourseOf }) => (
  <input type="hidden" name="enrollment" value={course.id} />
)

/** A wish that is one button. */
export function Wish(props: {
  course: CourseOf
  wish: string
  with?: Record<string, string>
  loud?: boolean
  /** Where it is posted; the page it stands on unless told. */
  to?: string
  children: ReactNode
}) {
  return (
    <form method="post" action={props.to}>
      <Hidden course={props.course} />
      {Object.entries(props.with ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" name="do" value={props.wish} className={props.loud ? undefined : 'quiet'}>
        {props.children}
      </button>
    </form>
  )
}
