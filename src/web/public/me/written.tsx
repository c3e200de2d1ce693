import type { Written } from '../../../rights/list-conversation.ts'
import type { Speech } from './speech.ts'

/** What somebody wrote, with what was answered below it. */
export function WrittenWords({ written, speech }: { written: Written; speech: Speech }) {
  const { me, day } = speech
  return (
    <div className="written">
      <p className="muted small">{me.letter.on(day(written.at))}</p>
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
