import type { Revision } from '../../sequences/sequence.ts'
import { CONSENT_WORDING } from '../../signups/consent.ts'
import { Page } from '../page.tsx'
import { ScheduleFields } from './schedule-fields.tsx'

export interface SignupForm {
  values: { email?: string; first_name?: string; timezone?: string; send_time?: string }
  problems: Partial<Record<'email' | 'first_name' | 'timezone' | 'send_time', string>>
}

/** The course's page: what it is, and the form. */
export function CoursePage({ course, form }: { course: Revision; form: SignupForm }) {
  const { values, problems } = form
  return (
    <Page title={course.title} scripts={['signup.js']}>
      <p className="overline">A course by e-mail, in {course.lessons.length} letters</p>
      <h1>{course.title}</h1>
      {course.description.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="muted">
        {rhythm(course)} Every letter ends in a question. Reply to it, and a person reads what you wrote.
      </p>
      <h2 id="join">Begin</h2>
      <form method="post" action="/signups" noValidate={Object.keys(problems).length > 0}>
        <input type="hidden" name="course" value={course.slug} />
        <div className="row">
          <Field
            name="email"
            label="E-mail"
            type="email"
            autoComplete="email"
            required
            value={values.email}
            problem={problems.email}
          />
          <Field
            name="first_name"
            label="First name (if you like)"
            type="text"
            autoComplete="given-name"
            maxLength={40}
            value={values.first_name}
            problem={problems.first_name}
          />
        </div>
        <ScheduleFields
          sendTime={values.send_time || course.sendTime}
          timezone={values.timezone || undefined}
          detect
          error={problems.timezone}
        />
        <div className="hp" aria-hidden="true">
          <label htmlFor="website">Leave this empty</label>
          <input id="website" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <p className="hint">{CONSENT_WORDING}</p>
        <p className="actions">
          <button type="submit">Send me the first letter</button>
        </p>
        <p className="hint">You will first get a mail that asks whether it was really you.</p>
      </form>
      <TableOfContents course={course} />
    </Page>
  )
}

function TableOfContents({ course }: { course: Revision }) {
  return (
    <>
      <h2>The letters</h2>
      <ol>
        {course.lessons.map((lesson) => (
          // A subject may hold a reader's fields; here nobody is known yet.
          <li key={lesson.key}>{lesson.subject.replace(/\{[{%].*?[}%]\}[,:]?\s*/g, '')}</li>
        ))}
      </ol>
    </>
  )
}

function Field(props: {
  name: string
  label: string
  type: string
  value?: string
  problem?: string
  required?: boolean
  autoComplete?: string
  maxLength?: number
}) {
  const { label, value, problem, ...input } = props
  return (
    <div className="field">
      <label htmlFor={props.name}>{label}</label>
      <input
        {...input}
        id={props.name}
        defaultValue={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${props.name}-error` : undefined}
      />
      {problem && (
        <p className="error" id={`${props.name}-error`}>
          {problem}
        </p>
      )}
    </div>
  )
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function rhythm(course: Revision): string {
  const pace = course.everyDays === 1 ? 'One letter a day' : `One letter every ${course.everyDays} days`
  if (course.weekdays.length === 7) return `${pace}, at the hour you choose.`
  const days = [...course.weekdays].sort().map((day) => NAMES[day - 1])
  return `${pace}, on ${new Intl.ListFormat('en-GB').format(days as string[])}, at the hour you choose.`
}
