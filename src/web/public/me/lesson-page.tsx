import { readLesson } from '../../../deliveries/read-lesson.ts'
import type { Revision } from '../../../sequences/sequence.ts'
import { Page } from '../../page.tsx'
import type { CourseOf, Letter } from './find-courses.ts'
import { LetterText } from './letter-text.tsx'
import type { Speech } from './speech.ts'
import { Wish } from './course-section.tsx'
import { WrittenWords } from './written.tsx'

/** A letter to read again, with its question and what its reader wrote. */
export function LessonPage(props: {
  path: string
  course: CourseOf
  letter: Letter
  /** The revision it was sent with. */
  revision: Revision
  person: { email: string; first_name: string | null }
  answerUrl: string
  speech: Speech
}) {
  const { path, course, letter, revision, person, speech } = props
  const { me } = speech
  const place = revision.lessons.findIndex((lesson) => lesson.lessonId === letter.lessonId)
  const lesson = readLesson(revision, revision.lessons[place]!, {
    email: person.email,
    firstName: person.first_name,
    day: place + 1,
    of: revision.lessons.length,
    pageUrl: path,
  })
  return (
    <Page title={lesson.subject} language={revision.language} accent={revision.accent}>
      <p className="overline">
        {revision.title} · {speech.day(letter.queuedAt)}
      </p>
      <h1>{lesson.subject}</h1>
      <LetterText lesson={lesson} />
      {lesson.prompt && (
        <>
          <h2 className="small">{me.letter.question}</h2>
          <p className="prompt">{lesson.prompt}</p>
        </>
      )}
      <h2>{me.letter.yours}</h2>
      {letter.written.length === 0 && <p className="muted">{me.letter.nothing}</p>}
      {letter.written.map((written) => (
        <WrittenWords key={written.id} written={written} speech={speech} path={path} />
      ))}
      <p className="hint">{me.letter.kept(course.course.repliesKeptDays)}</p>
      <p className="actions">
        <a className="button" href={props.answerUrl}>
          {letter.written.length === 0 ? me.letter.write : me.letter.writeAnother}
        </a>
      </p>
      <hr />
      <div className="actions">
        <Wish course={course} wish="again" with={{ delivery: letter.deliveryId }} to={path}>
          {me.again}
        </Wish>
        <a href={path}>{me.letter.back}</a>
      </div>
    </Page>
  )
}
