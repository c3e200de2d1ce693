import type { LeftOut as LeftOutPassage } from '../../../articles/article.ts'
import type { Coverage } from '../../../articles/coverage-of.ts'

/** Where every passage of the source is, as it was counted for this very page. */
export function Proof({ coverage }: { coverage: Coverage }) {
  const { passages, inLessons, leftOut, missing, twice } = coverage
  if (missing.length > 0 || twice.length > 0)
    return (
      <div role="alert" className="look">
        <p>The lessons and what is left out do not add up to the article. Please look at these passages:</p>
        {[...missing, ...twice].map((text, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages may be alike
          <p key={place} className="small">
            {place < missing.length ? 'Missing: ' : 'Twice: '}
            {text}
          </p>
        ))}
      </div>
    )
  const all =
    passages === 1 ? 'The one passage of the article is' : `All ${passages} passages of the article are`
  return (
    <p className="proof">
      {`${all} here: ${inLessons} in lessons, in order`}
      {leftOut === 0 ? (
        ', and none left out.'
      ) : (
        <>
          ; <a href="#left-out">{leftOut} left out</a>, listed below.
        </>
      )}
    </p>
  )
}

/** What is in no lesson, and why. */
export function LeftOut({ leftOut }: { leftOut: LeftOutPassage[] }) {
  if (leftOut.length === 0) return null
  return (
    <section id="left-out" className="measure">
      <h2>Left out</h2>
      <dl className="left-out">
        {leftOut.map(({ text, reason }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be left out twice
          <div key={place}>
            <dt>{reason}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
