import type { Revision } from '../../sequences/sequence.ts'
import { consentFor } from '../../signups/consent.ts'
import { wordsFor } from '../../words/words.ts'
import { Field } from './field.tsx'
import { PaceFields } from './pace-fields.tsx'
import type { Problems } from './receive-signup.ts'
import { ScheduleFields } from './schedule-fields.tsx'

export interface SignupFormProps {
  course: Revision
  /** How this reader writes hours and days. */
  locale: string
  /** When the form was shown, signed. */
  opened: string
  /** As it was posted, when it comes back. */
  values?: Record<string, unknown>
  problems?: Problems
  didYouMean?: string
}

/** Works without scripts; signup.js finds the zone and does the proof of work. */
export function SignupForm({
  course,
  locale,
  opened,
  values = {},
  problems = {},
  didYouMean,
}: SignupFormProps) {
  const words = wordsFor(course.language).signup
  const was = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : undefined)
  return (
    <>
      <ProblemSummary problems={problems} heading={words.problems} />
      <form
        method="post"
        action="/signups"
        noValidate={Object.keys(problems).length > 0}
        data-signup={course.slug}
        data-sending={words.sending}
      >
        <input type="hidden" name="course" value={course.slug} />
        <input type="hidden" name="opened" value={opened} />
        <input type="hidden" name="insist" value={didYouMean ? was('email')?.trim().toLowerCase() : ''} />
        <div className="row">
          <Field
            name="email"
            label={words.email}
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            required
            value={was('use') ?? was('email')}
            autoFocus={onlyProblem(problems) === 'email'}
            problem={problems.email}
          >
            {didYouMean && <p className="hint">{words.keepMine}</p>}
          </Field>
          <Field
            name="first_name"
            label={words.firstName}
            type="text"
            autoComplete="given-name"
            autoCapitalize="words"
            maxLength={40}
            value={was('first_name')}
            autoFocus={onlyProblem(problems) === 'first_name'}
            problem={problems.first_name}
          />
        </div>
        <ScheduleFields
          sendTime={/^\d\d:\d\d$/.test(was('send_time') ?? '') ? was('send_time')! : course.sendTime}
          timezone={problems.timezone ? undefined : was('timezone')}
          detect
          error={problems.timezone}
          focusZone={onlyProblem(problems) === 'timezone'}
          hourError={problems.send_time}
          language={course.language}
          locale={locale}
        />
        {course.paceChoice && (
          <PaceFields
            course={course}
            everyDays={Number(was('every_days')) || null}
            weekdays={values.weekdays ? [values.weekdays].flat().map(Number) : null}
            error={problems.every_days ?? problems.weekdays}
            locale={locale}
          />
        )}
        <div className="hp" aria-hidden="true">
          <label htmlFor="website">{words.trap}</label>
          <input id="website" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <p className="hint">{consentFor(course)}</p>
        <p className="actions">
          <button type="submit">{words.send}</button>
          {didYouMean && (
            // After the other: pressing Enter is to send what they typed.
            <button type="submit" className="quiet" name="use" value={didYouMean}>
              {words.takeThat(didYouMean)}
            </button>
          )}
        </p>
        <p className="hint" aria-live="polite">
          {words.asksFirst}
        </p>
      </form>
    </>
  )
}

/** More than one thing, or the form as a whole: in one place, and focused. A single field is focused itself. */
function ProblemSummary({ problems, heading }: { problems: Problems; heading: string }) {
  const all = Object.entries(problems)
  if (all.length === 0 || onlyProblem(problems)) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: what is wrong is what somebody who just pressed the button has to hear
    <div className="notice" role="alert" id="problems" tabIndex={-1} autoFocus>
      <p>
        <strong>{heading}</strong>
      </p>
      <ul>
        {all.map(([name, problem]) => (
          <li key={name}>{name === 'form' ? problem : <a href={`#${name}`}>{problem}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

/** The name of the one field that is not right. */
function onlyProblem(problems: Problems): string | undefined {
  const names = Object.keys(problems)
  return names.length === 1 && names[0] !== 'form' ? names[0] : undefined
}
