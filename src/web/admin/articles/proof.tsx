import type { LeftOut as LeftOutPassage } from '../../../articles/article.ts'
import { count } from '../sequences/sequences-page.tsx'

/** Where every passage of the article is. That none is lost is checked whenever it is cut. */
export function Proof({ inLessons, leftOut }: { inLessons: number; leftOut: number }) {
  return (
    <p className="proof">
      {`All ${count(inLessons + leftOut, 'passage')} of the article are here: ${inLessons} in lessons, in order`}
      {leftOut === 0
        ? ', and none left out.'
        : ['; ', <a key="left" href="#left-out">{`${leftOut} left out`}</a>, '.']}
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
