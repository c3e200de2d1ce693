import type { CourseOf } from './find-courses.ts'
import type { Speech } from './speech.ts'

/** The letters had, the newest first, each to be read again. */
export function Letters({ path, course, speech }: { path: string; course: CourseOf; speech: Speech }) {
  const { me } = speech
  if (course.letters.length === 0) return null
  return (
    <>
      <h3>{me.lessons}</h3>
      <ul className="letters">
        {course.letters.toReversed().map((letter) => (
          <li key={letter.deliveryId}>
            <a href={`${path}/lessons/${letter.deliveryId}`}>{letter.subject}</a>{' '}
            <span className="muted small">
              {speech.day(letter.queuedAt)}
              {letter.written.length > 0 && `, ${me.answered}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
