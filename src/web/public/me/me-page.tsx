import { Page } from '../../page.tsx'
import { CourseSection } from './course-section.tsx'
import type { CourseOf } from './find-courses.ts'
import type { Speech } from './speech.ts'
import { standing } from './standing.ts'

export type Saved = keyof Speech['me']['saved']

export interface MePageProps {
  /** "/me/<token>" */
  path: string
  person: { email: string; first_name: string | null; timezone: string }
  courses: CourseOf[]
  /** The course that is open for changes; the others are one line each. */
  open: CourseOf | undefined
  saved: Saved | undefined
  speech: Speech
  now: Date
}

/** A reader's own page: where they stand in each course, and everything they may change. */
export function MePage(props: MePageProps) {
  const { path, courses, open, saved, speech, now } = props
  const { me } = speech
  return (
    <Page title={me.title} language={speech.language} accent={speech.accent}>
      <h1>{me.title}</h1>
      {saved && (
        <p className="notice" role="status">
          {me.saved[saved]} {open && saysWhatNow.has(saved) && standing(open, speech, now)}
        </p>
      )}
      {courses.length === 0 && <p>{me.none}</p>}
      {courses.map((course) =>
        course === open ? (
          <CourseSection key={course.id} {...props} course={course} />
        ) : (
          <section key={course.id}>
            <h2>
              <a href={`${path}?course=${course.id}`}>{course.course.title}</a>
            </h2>
            <p>{standing(course, speech, now)}</p>
          </section>
        ),
      )}
      <Person {...props} />
      <Data {...props} />
      <p className="hint">{me.intro}</p>
    </Page>
  )
}

const saysWhatNow = new Set<Saved>([
  'schedule',
  'pause',
  'resume',
  'skip',
  'undo_skip',
  'restart',
  'come_back',
])

function Person({ person, speech }: MePageProps) {
  const { me } = speech
  return (
    <section>
      <h2>{me.person.title}</h2>
      <form method="post" className="inline">
        <label htmlFor="first_name">{me.person.name}</label>
        <input
          id="first_name"
          name="first_name"
          defaultValue={person.first_name ?? ''}
          maxLength={40}
          autoComplete="given-name"
        />
        <button type="submit" name="do" value="name" className="quiet">
          {me.person.saveName}
        </button>
      </form>
      <details className="more" id="address">
        <summary>{me.person.change}</summary>
        <p>{me.person.changeAbout(person.email)}</p>
        <form method="post" className="inline">
          <label htmlFor="email">{me.person.newAddress}</label>
          <input id="email" name="email" type="email" required maxLength={254} autoComplete="email" />
          <button type="submit" name="do" value="address" className="quiet">
            {me.person.change}
          </button>
        </form>
      </details>
    </section>
  )
}

function Data({ path, courses, speech }: MePageProps) {
  const { data, leave } = speech.me
  return (
    <section>
      <h2>{data.title}</h2>
      <ul className="ways">
        <li>
          <a href={`${path}/journal`}>{data.journal}</a>
        </li>
        <li>
          <a href={`${path}/export.json`} download>
            {data.export}
          </a>
        </li>
        <li>
          <a href={`${path}/erase`}>{data.erase}</a>
        </li>
      </ul>
      <details className="more" id="links">
        <summary>{data.links}</summary>
        <p>{data.linksAbout}</p>
        <form method="post">
          <button type="submit" name="do" value="links" className="quiet">
            {data.links}
          </button>
        </form>
      </details>
      {courses.some((course) => !course.unsubscribed_at) && (
        <details className="more" id="leave-all">
          <summary>{leave.all}</summary>
          <p>{leave.allAbout}</p>
          <form method="post">
            <button type="submit" name="do" value="leave_all" className="quiet">
              {leave.all}
            </button>
          </form>
        </details>
      )}
    </section>
  )
}
