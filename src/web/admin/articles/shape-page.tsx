import { coverageOf } from '../../../articles/coverage-of.ts'
import type { StoredArticle } from '../../../articles/queries.ts'
import { count } from '../sequences/sequences-page.tsx'
import { layOut } from './lay-out.ts'
import { Lengths } from './lengths.tsx'
import { LessonPart } from './lesson-part.tsx'
import { LeftOut, Proof } from './proof.tsx'
import type { TypedLesson } from './read-shape-form.ts'
import { SplitAgain } from './split-again.tsx'

export interface ShapePageProps {
  stored: StoredArticle
  message?: string
  alert?: string
  /** Fields that were not saved, as typed, by where their lesson begins. */
  typed?: Map<number, TypedLesson>
  problems?: Map<number, string[]>
  again?: { lessons: string; minutes: string; problem: string }
}

/** The whole article in one column, with a line wherever a lesson begins. */
export function ShapePage({ stored, message, alert, typed, problems, again }: ShapePageProps) {
  const { article, shape } = stored
  const at = `/admin/articles/${stored.id}`
  const laidOut = layOut(article, shape)
  const { general, beside } = spread(shape.warnings)
  const unsure = new Set(
    article.headings.filter(({ confidence }) => confidence < 0.7).map(({ text }) => text),
  )
  return (
    <>
      <p className="overline">
        <a href="/admin/articles">Articles</a>
      </p>
      <h1>{shape.title}</h1>
      {message && (
        <p className="notice" role="status">
          {message}
        </p>
      )}
      {alert && (
        <p className="notice" role="alert">
          {alert}
        </p>
      )}
      <form id="shape" method="post" action={at} className="shape" autoComplete="off">
        <input type="hidden" name="version" value={stored.version} />
        <aside>
          <Lengths shape={shape} />
          <Proof coverage={coverageOf(article, shape.lessons, shape.leftOut)} />
          {general.map((warning) => (
            <p key={warning} className="small look">
              {warning}
            </p>
          ))}
          <SaveButtons />
        </aside>
        <div className="article">
          {laidOut.map((part, index) => (
            <LessonPart
              key={part.lesson.start}
              index={index}
              laidOut={part}
              typed={typed?.get(part.lesson.start)}
              problems={problems?.get(part.lesson.start)}
              warnings={beside.get(index + 1) ?? []}
              unsure={unsure}
            />
          ))}
          <SaveButtons />
        </div>
      </form>
      <LeftOut leftOut={shape.leftOut} />
      <SplitAgain at={at} stored={stored} again={again} />
      <p className="small muted">
        {stored.source} · brought by {stored.broughtBy}
        {stored.version > 1 && ` · ${count(stored.version - 1, 'change')} since`}
      </p>
    </>
  )
}

/** Beside the article where there is room, and again where it ends. */
const SaveButtons = () => (
  <p className="actions">
    <button type="submit" name="do" value="save" className="quiet">
      Save
    </button>
    <button type="submit" name="do" value="course">
      Make it a course …
    </button>
  </p>
)

/** Warnings that begin with a lesson's number stand beside that lesson. */
function spread(warnings: string[]): { general: string[]; beside: Map<number, string[]> } {
  const beside = new Map<number, string[]>()
  const general: string[] = []
  for (const warning of warnings) {
    const number = Number(/^Lesson (\d+)\b/.exec(warning)?.[1])
    if (number) beside.set(number, [...(beside.get(number) ?? []), warning])
    else general.push(warning)
  }
  return { general, beside }
}
