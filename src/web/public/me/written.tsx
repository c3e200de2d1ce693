import type { Written } from '../../../rights/list-conversation.ts'
import type { Speech } from './speech.ts'

/** What somebody wrote, with what was answered below it. */
export function WrittenWords(props: {
  written: Written
  speech: Speech
  /** How its day is said; "On 12 January 2027" unless told. */
  on?: (day: string) => string
}) {
  const { written, speech } = props
  const { me, day } = speech
  const on = props.on ?? me.letter.on
  return (
    <div className="written">
      <p className="muted small">{on(day(written.at))}</p>
      <p className="said">{written.words}</p>
      {written.answers.map((answer) => (
        <div className="answer" key={answer.at.getTime()}>
          <p className="muted small">{me.letter.answeredBy(answer.by, day(answer.at))}</p>
          <p className="said">{answer.words}</p>
        </div>
      ))}
    </div>
  )
}
