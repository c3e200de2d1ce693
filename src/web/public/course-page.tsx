import type { Revision } from '../../sequences/sequence.ts'
import { repliesOf } from '../../signups/consent.ts'
import { wordsFor } from '../../words/words.ts'
import { Page } from '../page.tsx'
import { nameOfDay } from './pace-fields.tsx'
import { SignupForm, type SignupFormProps } from './signup-form.tsx'

/** The course's page: a title page that turns into a letter, with the form under it. */
export function CoursePage({ url, ...form }: SignupFormProps & { url: string }) {
  const { course, locale } = form
  const words = wordsFor(course.language).signup
  const paragraphs = course.description.split(/\n\s*\n/)
  return (
    <Page
      title={course.title}
      language={course.language}
      accent={course.accent}
      about={{ description: inShort(paragraphs[0] ?? ''), url }}
      scripts={['signup.js']}
    >
      <header className="title-page">
        <p className="overline">{words.overline(course.lessons.length)}</p>
        <h1>{course.title}</h1>
        {/* A course may be sent in its own name. */}
        {course.senderName !== course.title && <p className="muted">{words.writtenBy(course.senderName)}</p>}
      </header>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p>
        {rhythm(course, locale)} {words.asks}
      </p>
      <p>
        <a href={`/courses/${course.slug}/sample`}>{words.readSample}</a>
      </p>
      <h2 id="begin">{words.begin}</h2>
      <SignupForm {...form} />
      <h2>{words.letters}</h2>
      <ol className="contents">
        {course.lessons.map((lesson) => (
          <li key={lesson.key}>{nobodysSubject(lesson.subject)}</li>
        ))}
      </ol>
      <h2>{words.replies}</h2>
      <p>{repliesOf(course)}</p>
    </Page>
  )
}

/** A subject may hold a reader's fields; here nobody is known yet. */
export const nobodysSubject = (subject: string) => subject.replace(/\{[{%].*?[}%]\}[,:]?\s*/g, '').trim()

function rhythm(course: Revision, locale: string): string {
  const words = wordsFor(course.language).signup
  const pace = course.everyDays === 1 ? words.oneADay : words.everyDays(course.everyDays)
  if (course.weekdays.length === 7) return words.atYourHour(pace)
  const days = [...course.weekdays].sort().map((day) => nameOfDay(day, locale))
  return words.atYourHour(words.onDays(pace, new Intl.ListFormat(locale).format(days)))
}

/** As much as a search engine shows, up to the end of a word. */
const inShort = (text: string) =>
  text.length <= 160 ? text : `${text.slice(0, 158).replace(/\s+\S*$/, '')} …`
