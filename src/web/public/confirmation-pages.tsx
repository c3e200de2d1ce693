import { sayTime, whenParts } from '../../schedule/describe.ts'
import type { Revision } from '../../sequences/sequence.ts'
import { consentFor } from '../../signups/consent.ts'
import type { findStanding } from '../../signups/queries.ts'
import { localeFor } from '../../words/locale-for.ts'
import { wordsFor } from '../../words/words.ts'
import { Page } from '../page.tsx'
import { MailboxLink } from './asked-page.tsx'
import { placeOf } from './timezones.ts'

/** The question, and the one button that answers it. */
export function ConfirmPage(props: {
  course: Revision
  signup: { send_time: string; timezone: string }
  locale: string
  pressAgain: boolean
}) {
  const { course, signup } = props
  const words = wordsFor(course.language).signup
  const hour = sayTime(signup.send_time, props.locale)
  const place = placeOf(signup.timezone)
  return (
    <Page title={course.title} language={course.language} accent={course.accent}>
      <p className="overline">{words.lastStep}</p>
      <h1>{course.title}</h1>
      {props.pressAgain && (
        <p className="notice" role="alert">
          {words.pressAgain}
        </p>
      )}
      <p>
        {course.firstLesson === 'immediately'
          ? words.confirmNow(hour, place)
          : words.confirmLater(hour, place)}
      </p>
      <form method="post">
        <input type="hidden" name="from" value="page" />
        <button type="submit" name="begin" value="yes">
          {words.confirmButton}
        </button>
      </form>
      <p className="hint">{words.confirmNotYou}</p>
    </Page>
  )
}

/** After the button: when the first letter comes, and what helps it to arrive. */
export function ConfirmedPage(props: {
  course: Revision
  standing: Awaited<ReturnType<typeof findStanding>>
  already: boolean
  mailbox: boolean
  now: Date
  /** The address letters come from. */
  from: string
}) {
  const { course, from } = props
  const words = wordsFor(course.language).signup
  return (
    <Page title={words.in} language={course.language} accent={course.accent}>
      <p className="overline">{course.title}</p>
      <h1>{words.in}</h1>
      {props.already && <p>{words.inAlready}</p>}
      <p>{whatComes(course, props.standing, props.now)}</p>
      <MailboxLink language={course.language} mailbox={props.mailbox} />
      <h2>{words.allow}</h2>
      <p>
        {words.allowIntro} <a href={`mailto:${from}`}>{from}</a>
      </p>
      <ul>
        {[words.allowGmail, words.allowApple, words.allowOutlook, words.allowYahoo].map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
      <h2>{words.nothing}</h2>
      <p>{words.nothingText}</p>
    </Page>
  )
}

function whatComes(course: Revision, standing: Awaited<ReturnType<typeof findStanding>>, now: Date): string {
  const { signup: words, mails } = wordsFor(course.language)
  if (!standing?.next_due_at) return standing?.lesson_before_at ? words.nothingDue : words.firstNow
  const { next_due_at: due, lesson_before_at: before, timezone } = standing
  if (!before && due <= now) return words.firstNow
  const when = mails.when(whenParts(due, now, timezone, localeFor(course.language, timezone)))
  return before ? words.nextAt(when) : words.firstAt(when)
}

/** More than a week has passed: the button asks again, and says again what it is asked for. */
export function ExpiredPage({ course }: { course: Revision }) {
  const words = wordsFor(course.language).signup
  return (
    <Page title={words.expired} language={course.language} accent={course.accent}>
      <p className="overline">{course.title}</p>
      <h1>{words.expired}</h1>
      <p>{words.expiredText}</p>
      <form method="post" action="renewal">
        <p className="hint">{consentFor(course)}</p>
        <p className="actions">
          <button type="submit">{words.expiredButton}</button>
        </p>
      </form>
    </Page>
  )
}
