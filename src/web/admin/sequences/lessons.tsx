import { countWords } from '../../../articles/words.ts'
import type { Draft } from '../../../sequences/draft.ts'
import type { Revision } from '../../../sequences/sequence.ts'
import type { Standing } from './count-standing.ts'
import { SeenFields } from './seen.tsx'
import { count } from './sequences-page.tsx'

/** The lessons of a draft in their order, with the readers who stand at each. */
export function Lessons(props: { at: string; draft: Draft; published: Revision; standing: Standing }) {
  const { at, draft, published, standing } = props
  const ids = new Map(published.lessons.map((lesson) => [lesson.key, lesson.lessonId]))
  const last = draft.content.lessons.length - 1
  return (
    <>
      <h2>Lessons</h2>
      <ol className="lessons">
        {draft.content.lessons.map((lesson, place) => {
          const id = ids.get(lesson.key)
          return (
            <li key={lesson.key}>
              <div>
                <h3>
                  <a href={`${at}/lessons/${lesson.key}`}>{lesson.subject}</a>
                </h3>
                {lesson.prompt && <p className="asks">{lesson.prompt}</p>}
                <p className="small muted">
                  {count(countWords(lesson.markdown), 'word')}
                  {lesson.waitAtMostDays &&
                    ` · waits for a reply, ${count(lesson.waitAtMostDays, 'day')} at most`}
                  {id ? standingAt(standing, id) : ' · not published yet'}
                </p>
              </div>
              <form method="post" action={`${at}/lessons/${lesson.key}/move`} className="move">
                <SeenFields seen={draft} />
                <Move to="up" subject={lesson.subject} disabled={place === 0} />
                <Move to="down" subject={lesson.subject} disabled={place === last} />
              </form>
            </li>
          )
        })}
      </ol>
      <p>
        <a className="button quiet" href={`${at}/new-lesson`}>
          Add a lesson
        </a>
      </p>
    </>
  )
}

/** " · 3 readers had it · next for 2". */
function standingAt({ had, waiting }: Standing, id: string): string {
  const before = had.get(id)
  const next = waiting.get(id)
  return `${before ? ` · ${count(before, 'reader')} had it` : ''}${next ? ` · next for ${next}` : ''}`
}

function Move({ to, subject, disabled }: { to: 'up' | 'down'; subject: string; disabled: boolean }) {
  return (
    <button
      type="submit"
      name="to"
      value={to}
      className="link"
      disabled={disabled}
      aria-label={`Move “${subject}” ${to}`}
    >
      {to === 'up' ? '↑' : '↓'}
    </button>
  )
}
