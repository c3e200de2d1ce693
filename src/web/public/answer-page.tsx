import { helplineUrl } from '../../../emails/components/footer.tsx'
import type { LessonToRead } from '../../deliveries/read-lesson.ts'
import { LONGEST_ANSWER } from '../../replies/receive-web-answer.ts'
import type { Written } from '../../rights/list-conversation.ts'
import type { Revision } from '../../sequences/sequence.ts'
import { Page } from '../page.tsx'
import { Problem } from './field.tsx'
import type { Speech } from './me/speech.ts'
import { WrittenWords } from './me/written.tsx'

/** The question, who reads what is written here and how long it is kept, a box, and what was written before. */
export function AnswerPage(props: {
  course: Revision
  lesson: LessonToRead
  earlier: Written[]
  speech: Speech
  pageUrl: string
  nonce: string
  /** It has just been sent. */
  sent?: boolean
  /** What was posted and could not be taken. */
  words?: string
  problem?: string
}) {
  const { course, lesson, earlier, speech, words, problem } = props
  const { answer, letter } = speech.me
  return (
    <Page title={lesson.subject} language={speech.language} accent={speech.accent} scripts={['answer.js']}>
      <p className="overline">{course.title}</p>
      <h1>{lesson.subject}</h1>
      {props.sent && (
        <p className="notice" role="status" data-sent="">
          {answer.thanks}
        </p>
      )}
      {lesson.prompt ? (
        <p className="prompt">{lesson.prompt}</p>
      ) : (
        <p className="muted">{answer.noQuestion}</p>
      )}
      {earlier.map((one) => (
        <WrittenWords key={one.id} written={one} speech={speech} path={props.pageUrl} on={answer.sent} />
      ))}
      <form method="post">
        <input type="hidden" name="nonce" value={props.nonce} />
        <div className="field">
          <label htmlFor="words">{earlier.length > 0 ? answer.another : answer.box}</label>
          <textarea
            id="words"
            name="words"
            className="answering"
            required
            defaultValue={words}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? 'words-error limit' : 'limit'}
            data-draft=""
          />
          <Problem of="words" problem={problem} />
          <p className="hint" id="limit">
            {answer.limit(speech.number(LONGEST_ANSWER))}{' '}
            <span data-draft-note="" hidden>
              {answer.draft}
            </span>
          </p>
        </div>
        <button type="submit">{answer.button}</button>
      </form>
      <p className="hint">
        {answer.reads(course.repliesReadBy ?? course.senderName)} {answer.kept(course.repliesKeptDays)}{' '}
        {answer.emergency} <a href={helplineUrl}>{answer.helpline}</a>.
      </p>
      <p>
        <a href={props.pageUrl}>{letter.back}</a>
      </p>
    </Page>
  )
}
