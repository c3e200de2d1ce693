import { Utc } from '../layout/times.tsx'
import { AmongUs } from './among-us.tsx'
import { AnswerForm } from './answer-form.tsx'
import { Attachments } from './attachments.tsx'
import { Earlier, Later } from './before-and-since.tsx'
import { BesideReply } from './beside-reply.tsx'
import { CareDecision, CareMark } from './care-section.tsx'
import type { ReplyPageData } from './find-reply-page.ts'
import { KeyHelp } from './key-help.tsx'
import { Presence } from './presence.tsx'
import { Marked, OurAnswer, Said } from './said.tsx'
import { SetApart } from './set-apart.tsx'

export interface ReplyPageProps {
  page: ReplyPageData
  /** With the view one came from: `?show=care`. */
  query: string
  admin: { email: string; name: string }
  now: Date
  signed: string
  /** What was written and not done, with why. */
  tried?: { body: string; problem?: string; given?: number } | undefined
  triedNote?: { note: string; problem: string } | undefined
  triedReader?: { email: string; problem: string } | undefined
  message?: string | undefined
}

/** A reply beside the question it answers: what was said before, what it wants of us, and a place to answer. */
export function ReplyPage(props: ReplyPageProps) {
  const { page, query, admin, now, signed, tried, message } = props
  const { row, content } = page.reply
  const at = `/admin/replies/${row.id}`
  const { quarantined_at, automatic } = row
  return (
    <>
      <nav className="overline through" aria-label="Replies">
        <a href={`/admin/replies${query}`}>Replies</a>
        {page.previous && (
          <a href={`/admin/replies/${page.previous}${query}`} rel="prev">
            Before
          </a>
        )}
        {page.next && (
          <a href={`/admin/replies/${page.next}${query}`} rel="next">
            Next
          </a>
        )}
      </nav>
      <h1>{quarantined_at || !row.email ? (content?.from ?? 'A message') : (row.first_name ?? row.email)}</h1>
      {message && (
        <p className="notice" role="status">
          {message}
        </p>
      )}
      <Presence page={page} at={at} admin={admin.email} now={now} />
      <div className="beside">
        <div>
          <CareMark page={page} />
          {quarantined_at && <SetApart page={page} at={at} query={query} tried={props.triedReader} />}
          {automatic && (
            <p className="notice">
              A machine wrote this, so there is nobody to answer.
              {row.automatic_because.length > 0 && (
                <span className="small muted"> Known by: {row.automatic_because.join(', ')}.</span>
              )}
            </p>
          )}
          {row.command && <Command command={row.command} />}
          <Later page={page} query={query} />
          <Earlier page={page} />
          {page.answered && <OurAnswer answer={page.answered} />}
          <p className="small muted">
            <Utc at={row.received_at} />
            {row.attached_by && ` · ${row.attached_by} said whose it is`}
            {row.via === 'web' && ' · written on the web'}
          </p>
          <Said reply={page.reply} marked={page.care} />
          {row.too_large && (
            <p className="notice">
              Their message was too large to take in whole: this is what could be had of it.
            </p>
          )}
          {content && <AsItCame page={page} at={at} query={query} />}
          <Attachments attachments={page.attachments} at={at} />
        </div>
        <BesideReply page={page} now={now} />
        <div>
          <CareDecision page={page} action={`${at}/care${query}`} />
          {content && !quarantined_at && !automatic && (
            <AnswerForm
              at={at}
              query={query}
              given={page.reply.answers.length}
              seen={tried?.given ?? page.reply.answers.length}
              signed={signed}
              to={row.email}
              savedAnswers={page.savedAnswers}
              tried={tried}
            />
          )}
          <AmongUs
            page={page}
            at={at}
            query={query}
            admin={admin.email}
            now={now}
            triedNote={props.triedNote}
          />
        </div>
      </div>
      <KeyHelp />
    </>
  )
}

function Command({ command }: { command: 'unsubscribe' | 'pause' }) {
  return (
    <p className="notice">
      {command === 'unsubscribe'
        ? 'They asked to be unsubscribed, and are: a mail has told them so. No answer is waited for.'
        : 'They asked for a pause. A mail has shown them how; nothing has been paused for them. No answer is waited for.'}
    </p>
  )
}

/** What was parted from their words. Where the parting may be wrong, the whole stands open. */
function AsItCame({ page: { reply, care }, at, query }: { page: ReplyPageData; at: string; query: string }) {
  const { content } = reply
  return (
    <>
      {content?.whole ? (
        <details open>
          <summary>All of it, since it is not certain what is theirs</summary>
          <p className="said muted">
            <Marked text={content.whole} words={care ?? []} />
          </p>
        </details>
      ) : (
        content?.quoted && (
          <details>
            <summary>What their mail quoted</summary>
            <p className="said muted">{content.quoted}</p>
          </details>
        )
      )}
      {reply.row.via === 'mail' && (
        <p className="small">
          <a href={`${at}/original${query}`}>The message as it came</a>
        </p>
      )}
    </>
  )
}
