import type { Written } from '../../../rights/list-conversation.ts'
import type { Speech } from './speech.ts'

/** What somebody wrote, with what was answered below it. */
export function WrittenWords(props: {
  written: Written
  speech: Speech
  /** "/me/<token>", under which the files are. */
  path: string
  /** How its day is said; "On 12 January 2027" unless told. */
  on?: (day: string) => string
}) {
  const { written, speech, path } = props
  const { me, day } = speech
  const on = props.on ?? me.letter.on
  return (
    <div className="written">
      <p className="muted small">{on(day(written.at))}</p>
      {written.wordsErasedAt ? (
        <p className="muted">{me.letter.gone}</p>
      ) : (
        <p className="said">{written.words}</p>
      )}
      {written.files.length > 0 && (
        <ul className="plain small">
          {written.files.map((file) => (
            <li key={file.id}>
              {file.isKept ? (
                <a href={`${path}/files/${file.id}`} download={file.name}>
                  {file.name}
                </a>
              ) : (
                me.letter.tooLarge(file.name)
              )}
            </li>
          ))}
        </ul>
      )}
      {written.answers.map((answer) => (
        <div className="answer" key={answer.at.getTime()}>
          <p className="muted small">{me.letter.answeredBy(answer.by, day(answer.at))}</p>
          {answer.words && <p className="said">{answer.words}</p>}
        </div>
      ))}
    </div>
  )
}
