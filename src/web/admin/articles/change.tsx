import type { ReactNode } from 'react'
import type { LessonChange } from '../../../articles/compare-article.ts'
import { nameOfChange } from '../../../sequences/take-over-changes.ts'
import { Differences } from './differences.tsx'

interface ChangeProps {
  change: LessonChange
  subject: string
  after: string | undefined
  /** The course still has the lesson. */
  isWritten: boolean
  isChosen: boolean
}

/** What the changed article means for one lesson, and what may be done about it. */
export function Change({ change, subject, after, isWritten, isChosen }: ChangeProps) {
  const tick = (label: string) => (
    <p>
      <label className="choice">
        <input type="checkbox" name="take" value={nameOfChange(change)} defaultChecked={isChosen} /> {label}
      </label>
    </p>
  )
  const part = (says: string, children: ReactNode) => (
    <section className="change">
      <h2>{subject}</h2>
      <p className="small muted">
        {says}
        {'moved' in change && change.moved && ' It stands elsewhere in the article now.'}
      </p>
      {children}
    </section>
  )
  switch (change.kind) {
    case 'changed':
      return part(
        'The article changed here, and the lesson was not edited.',
        <>
          <Differences passages={change.passages} />
          {tick('Take the new text')}
        </>,
      )
    case 'edited':
      return part(
        isWritten
          ? 'The lesson was edited, and the article says here what it said. It stays as it is.'
          : 'The lesson was deleted from the course. It stays so.',
        isWritten && (
          <details>
            <summary>What was edited</summary>
            <Differences passages={change.edits} />
          </details>
        ),
      )
    case 'both':
      return part(
        'The lesson was edited, and the article changed here too. It stays as it was edited, unless you choose.',
        <>
          <div className="row">
            <div>
              <h3>In the article</h3>
              <Differences passages={change.passages} />
            </div>
            <div>
              <h3>In the lesson</h3>
              <Differences passages={change.edits} />
            </div>
          </div>
          {isWritten && tick('Take the article’s text and lose what was edited')}
        </>,
      )
    case 'gone':
      return part(
        'Nothing of it is in the article any more.',
        isWritten && tick(change.edited ? 'Delete the lesson, with what was edited' : 'Delete the lesson'),
      )
    case 'new':
      return part(
        'This is in no lesson yet.',
        <>
          <Differences passages={change.passages} />
          {tick(after ? `Make it a lesson after “${after}”` : 'Make it the first lesson')}
        </>,
      )
    default:
      return null
  }
}
