import { type Shape, totalWords, wishedWords } from '../../../articles/shape.ts'
import { minutesOf } from '../../../articles/words.ts'
import { count } from '../sequences/sequences-page.tsx'

/** The lessons by length, to be looked at rather than read; each column leads to its lesson. */
export function Lengths({ shape }: { shape: Shape }) {
  const { lessons } = shape
  const wished = wishedWords(shape)
  const usual = wished ?? totalWords(lessons) / lessons.length
  const most = Math.max(usual, ...lessons.map(({ words }) => words))
  const part = (words: number) => `${Math.round((words / most) * 1000) / 10}%`
  return (
    <figure className="lengths">
      <div className="columns">
        <ol>
          {lessons.map(({ start, title, words }, i) => (
            <li key={start}>
              <a href={`#lesson-${i + 1}`} title={title}>
                <span className="unseen">{`Lesson ${i + 1}, ${title}: ${count(words, 'word')}`}</span>
                <span className="column" style={{ height: part(words) }} />
              </a>
            </li>
          ))}
        </ol>
        <div className="usual" style={{ bottom: part(usual) }} />
      </div>
      <figcaption>
        {`${count(lessons.length, 'lesson')}, ${spoken(totalWords(lessons))} words. The line is `}
        {wished ? 'the length you wished for' : 'their mean'}
        {`: ${Math.round(usual)} words, ${spokenMinutes(minutesOf(usual))}.`}
      </figcaption>
    </figure>
  )
}

const spoken = (number: number) => number.toLocaleString('en-GB')

/** "1 minute", "2.4 minutes". */
export const spokenMinutes = (minutes: number) => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
