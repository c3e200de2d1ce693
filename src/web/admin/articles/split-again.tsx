import type { StoredArticle } from '../../../articles/queries.ts'
import type { ShapePageProps } from './shape-page.tsx'

/** Starting over, one way or the other; both say what is lost before it is. */
export function SplitAgain(props: { at: string; stored: StoredArticle; again: ShapePageProps['again'] }) {
  const { at, stored, again } = props
  const { wish, byHand } = stored.shape
  return (
    <div className="actions over">
      <details className="aside" open={again !== undefined}>
        <summary>Split it again …</summary>
        <form method="post" action={`${at}/split`} className="measure">
          <input type="hidden" name="version" value={stored.version} />
          <div className="choices wish">
            <label>
              into{' '}
              <input
                name="lessons"
                inputMode="numeric"
                defaultValue={again?.lessons ?? wish.lessons}
                aria-describedby="again-problem"
              />{' '}
              lessons
            </label>
            <label>
              or into lessons of{' '}
              <input
                name="minutes"
                inputMode="decimal"
                defaultValue={again?.minutes ?? wish.minutes}
                aria-describedby="again-problem"
              />{' '}
              minutes
            </label>
          </div>
          <p id="again-problem" className={again && 'error'}>
            {again?.problem}
          </p>
          {byHand && <p>The boundaries, titles and questions that were changed by hand are lost by this.</p>}
          <button type="submit" className="quiet">
            {byHand ? 'Split it again and lose those changes' : 'Split it again'}
          </button>
        </form>
      </details>
      <details className="aside">
        <summary>Throw it away …</summary>
        <form method="post" action={`${at}/delete`}>
          <p>The article and how it was cut are gone after this.</p>
          <button type="submit" className="quiet">
            Throw this article away
          </button>
        </form>
      </details>
    </div>
  )
}
