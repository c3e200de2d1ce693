import type { ReactNode } from 'react'
import { isAsked, offeredBy, type ShapedLesson } from '../../../articles/shape.ts'
import type { TypedLesson } from './read-shape-form.ts'

/** What a lesson ends by asking: one of the questions found or formed, the author's own words, or nothing. */
export function PromptChoice(props: { number: number; lesson: ShapedLesson; typed: TypedLesson }) {
  const { number, lesson, typed } = props
  const words = `words-${lesson.start}`
  const choice = { name: `choice-${lesson.start}`, chosen: typed.choice }
  return (
    <fieldset className="plain asks">
      <legend>Lesson {number} ends by asking</legend>
      {offeredBy(lesson).map((question) => (
        <Choice key={question} {...choice} value={`offered:${question}`}>
          {question}{' '}
          <small className="muted">
            {isAsked(lesson.body, question) ? 'from the article' : 'a suggestion'}
          </small>
        </Choice>
      ))}
      <Choice {...choice} value="words">
        a question of my own
      </Choice>
      <div className="words">
        <label className="unseen" htmlFor={words}>
          Your question for lesson {number}
        </label>
        <textarea
          id={words}
          name={words}
          rows={2}
          maxLength={1000}
          className="short"
          defaultValue={typed.words}
        />
      </div>
      <Choice {...choice} value="nothing">
        nothing
      </Choice>
    </fieldset>
  )
}

function Choice(props: { name: string; value: string; chosen: string; children: ReactNode }) {
  const { name, value, chosen, children } = props
  return (
    <label className="choice">
      <input type="radio" name={name} value={value} defaultChecked={chosen === value} />
      <span>{children}</span>
    </label>
  )
}
