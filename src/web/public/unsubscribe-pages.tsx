import type { ReactNode } from 'react'
import { Page } from '../page.tsx'
import type { Speech } from './me/speech.ts'

/** What leaving means, and what may be meant instead. */
export function AskToLeave(props: {
  course: string | undefined
  /** The link still opens its reader's page, so a pause may be offered. */
  full: boolean
  pageUrl: string | undefined
  /** They came by the link that leaves every course. */
  everything: boolean
  speech: Speech
}) {
  const { course, full, pageUrl, speech } = props
  const { unsubscribe, leave } = speech.me
  const one = { wish: 'leave', words: unsubscribe.leave }
  const all = { wish: 'leave_all', words: unsubscribe.all }
  const [first, second] = props.everything ? [all, one] : [one, all]
  return (
    <Page title={unsubscribe.title} language={speech.language} accent={speech.accent}>
      <h1>{unsubscribe.title}</h1>
      <p>{props.everything ? leave.allAbout : course ? unsubscribe.about(course) : unsubscribe.unknown}</p>
      <Button wish={first.wish}>{first.words}</Button>
      {course && (
        <div className="actions">
          {full && (
            <Button wish="pause" quiet>
              {unsubscribe.pause}
            </Button>
          )}
          <Button wish={second.wish} quiet>
            {second.words}
          </Button>
        </div>
      )}
      {pageUrl && (
        <p className="actions">
          <a href={pageUrl}>{unsubscribe.page}</a>
        </p>
      )}
    </Page>
  )
}

/** What has happened, and the way back. */
export function Done(props: {
  done: 'left' | 'pause' | 'come_back'
  everything: boolean
  /** What happens now. */
  sentence: string | undefined
  undo: boolean
  pageUrl: string | undefined
  speech: Speech
}) {
  const { done, everything, sentence, undo, pageUrl, speech } = props
  const { unsubscribe, leave } = speech.me
  const title = {
    left: unsubscribe.doneTitle,
    pause: unsubscribe.pausedTitle,
    come_back: unsubscribe.backTitle,
  }[done]
  return (
    <Page title={title} language={speech.language} accent={speech.accent}>
      <h1>{title}</h1>
      <p role="status">{sentence ?? (everything ? unsubscribe.doneAll : unsubscribe.done)}</p>
      {done === 'left' && undo && (
        <>
          <Button wish="come_back" quiet>
            {unsubscribe.mistake}
          </Button>
          <p className="hint">{leave.mistakeHint}</p>
        </>
      )}
      {pageUrl && (
        <p className="actions">
          <a href={pageUrl}>{unsubscribe.page}</a>
        </p>
      )}
    </Page>
  )
}

const Button = (props: { wish: string; quiet?: boolean; children: ReactNode }) => (
  <form method="post">
    <input type="hidden" name="from_page" value="yes" />
    <button type="submit" name="do" value={props.wish} className={props.quiet ? 'quiet' : undefined}>
      {props.children}
    </button>
  </form>
)
