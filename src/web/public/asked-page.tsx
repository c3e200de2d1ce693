import type { Revision } from '../../sequences/sequence.ts'
import { wordsFor } from '../../words/words.ts'
import { Page } from '../page.tsx'

/** The same for everybody who asked, known or not. */
export function AskedPage({ course, mailbox }: { course: Revision; mailbox: boolean }) {
  const words = wordsFor(course.language).signup
  return (
    <Page title={words.look} language={course.language} accent={course.accent}>
      <p className="overline">{course.title}</p>
      <h1>{words.look}</h1>
      <p>{words.lookText}</p>
      <p className="muted">
        {words.lookSpam} <a href={`/courses/${course.slug}`}>{words.tryAgain}</a>.
      </p>
      <MailboxLink language={course.language} mailbox={mailbox} />
    </Page>
  )
}

/** Where the stand-in holds the mail, a newcomer is shown where to read it. */
export function MailboxLink({ language, mailbox }: { language: string; mailbox: boolean }) {
  const words = wordsFor(language).signup
  return mailbox ? (
    <p className="notice">
      {words.mailboxNote} <a href="/mailbox">{words.mailboxLink}</a>.
    </p>
  ) : null
}
