import { Fragment } from 'react'
import { isTitle } from '../../../articles/lesson-texts.ts'
import { count } from '../sequences/sequences-page.tsx'
import { Begin, Boundary } from './boundary.tsx'
import type { LaidOut } from './lay-out.ts'
import { spokenMinutes } from './lengths.tsx'
import { PassageText } from './passage.tsx'
import { PromptChoice } from './prompt-choice.tsx'
import { seenOf, type TypedLesson, typedOf } from './read-shape-form.ts'

export interface LessonPartProps {
  index: number
  laidOut: LaidOut
  typed?: TypedLesson
  problems?: string[]
  /** What the author should look at in this lesson. */
  warnings: string[]
  /** Lines of plain text that were taken for headings and may be none. */
  unsure: ReadonlySet<string>
}

/** One lesson in the running article: how it is called, its text, and what it asks. */
export function LessonPart(props: LessonPartProps) {
  const { index, laidOut, problems = [], warnings, unsure } = props
  const { lesson } = laidOut
  const typed = props.typed ?? typedOf(lesson)
  const number = index + 1
  const [first, ...others] = laidOut.passages
  // Readers get a heading that is the title as the subject, and only so.
  const isSaid = first?.kind === 'heading' && others.length > 0 && isTitle(first.text, lesson.title)
  const passages = isSaid ? others : laidOut.passages
  const titleId = `title-${lesson.start}`
  return (
    <section id={`lesson-${number}`} className="part" aria-label={`Lesson ${number}`}>
      {index > 0 && <Boundary index={index} laidOut={laidOut} />}
      <input type="hidden" name={`seen-${lesson.start}`} value={seenOf(lesson)} />
      <h2>
        <label htmlFor={titleId}>Lesson {number}</label>
        <textarea
          id={titleId}
          name={titleId}
          rows={typed.title.length > 36 ? 2 : 1}
          maxLength={200}
          defaultValue={typed.title}
          aria-invalid={problems.length > 0 || undefined}
          aria-describedby={`about-${number}`}
        />
      </h2>
      <div id={`about-${number}`}>
        {problems.map((problem) => (
          <p key={problem} className="error">
            {problem}
          </p>
        ))}
        <p className="small muted">
          {count(lesson.words, 'word')} · {spokenMinutes(lesson.minutes)}
        </p>
        {isSaid && unsure.has(first.text) && (
          <p className="small look">
            This title was taken for a heading. If it is none, join the lesson with the one before it.
          </p>
        )}
        {warnings.map((warning) => (
          <p key={warning} className="small look">
            {warning}
          </p>
        ))}
      </div>
      <div className="running">
        {passages.map(({ start, kind, text, markdown, place }, i) => (
          <Fragment key={start}>
            {i > 0 && place && <Begin at={start} />}
            {kind === 'heading' && unsure.has(text) && (
              <p className="small look">
                Taken for a heading. If it is none, it can be edited once this is a course.
              </p>
            )}
            <PassageText markdown={markdown} />
          </Fragment>
        ))}
      </div>
      <PromptChoice number={number} lesson={lesson} typed={typed} />
    </section>
  )
}
