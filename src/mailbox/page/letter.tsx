import { parseAddress } from '../address.ts'
import type { AcceptedEmail } from '../email.ts'
import type { ReceivedMail } from '../received-mail.ts'
import { replyAddresses } from '../reply.ts'
import { clock, longDay } from './dates.ts'
import { SANDBOX } from './letter-document.ts'

export const TABS = ['letter', 'text', 'headers'] as const
export type Tab = (typeof TABS)[number]
const NAMES: Record<Tab, string> = { letter: 'Letter', text: 'Text', headers: 'Headers' }

interface Props {
  base: string
  mail: AcceptedEmail
  tab: Tab
  replies: ReceivedMail[]
  isHeard: boolean
  /** Whether the latest reply was sent just now. */
  justReplied: boolean
  adminUrl?: string
}

/** One mail as its reader sees it, and the place to answer it. */
export function Letter({ base, mail, tab, replies, isHeard, justReplied, adminUrl }: Props) {
  const path = `${base}/mails/${mail.id}`
  return (
    <article id="letter" className="letter" data-mail={mail.id}>
      <a className="back" href={base || '/'}>
        All letters
      </a>
      <h2>{mail.subject}</h2>
      <p className="from">
        <span>{senderName(mail)}</span> to {mail.to.join(', ')}
        <br />
        <time dateTime={mail.created_at}>
          {longDay(new Date(mail.created_at))}, {clock(new Date(mail.created_at))} UTC
        </time>
      </p>
      {mail.last_event !== 'delivered' && <p className="notice">{STATES[mail.last_event]}</p>}
      <div className="bar">
        <nav className="tabs" aria-label="Ways to look at this letter">
          {TABS.map((each) => (
            <a
              key={each}
              href={each === 'letter' && mail.html !== null ? path : `${path}?view=${each}`}
              aria-current={each === tab ? 'page' : undefined}
            >
              {NAMES[each]}
            </a>
          ))}
        </nav>
        <a className="button" href="#reply">
          Reply
        </a>
      </div>
      {tab === 'letter' && <Sheet path={path} mail={mail} />}
      {tab === 'text' && (
        <pre className="sheet">{mail.text ? linked(mail.text) : 'It has no text part.'}</pre>
      )}
      {tab === 'headers' && <Headers mail={mail} />}
      <section className="answer" id="replies" aria-label="Your replies">
        {replies.map((reply) => (
          <blockquote key={reply.id}>
            <p className="meta">
              You replied on {longDay(new Date(reply.created_at))}, {clock(new Date(reply.created_at))} UTC
            </p>
            <p className="words">{reply.words}</p>
          </blockquote>
        ))}
        {justReplied && (
          <p className="notice" role="status">
            Your reply is on its way. {adminUrl && <a href={adminUrl}>Read it as the author does</a>}
          </p>
        )}
      </section>
      <ReplyBox path={path} mail={mail} isHeard={isHeard} isFirst={replies.length === 0} />
    </article>
  )
}

function Sheet({ path, mail }: { path: string; mail: AcceptedEmail }) {
  if (mail.html === null) return <p className="sheet">This letter has only a text part.</p>
  return (
    <iframe
      className="sheet"
      id="sheet"
      title={`The letter: ${mail.subject}`}
      src={`${path}/html`}
      sandbox={SANDBOX}
    />
  )
}

function ReplyBox(props: { path: string; mail: AcceptedEmail; isHeard: boolean; isFirst: boolean }) {
  const { path, mail, isHeard, isFirst } = props
  const to = replyAddresses(mail)
  return (
    <form className="reply" id="reply" method="post" action={`${path}/replies`}>
      <label htmlFor="words">
        {isFirst ? 'Write back to' : 'Write again to'} {senderName(mail)}
      </label>
      <textarea id="words" name="words" rows={5} required aria-describedby="reply-hint" />
      <div className="send">
        <p className="hint" id="reply-hint">
          {isHeard
            ? `Goes to ${to.join(', ')} with the letter quoted below, as from a mail program.`
            : `Goes to ${to.join(', ')}, which nothing listens to: the course will not see it.`}
        </p>
        <button type="submit" data-busy="Sending…">
          Send reply
        </button>
      </div>
    </form>
  )
}

function Headers({ mail }: { mail: AcceptedEmail }) {
  const rows: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Cc', mail.cc.join(', ')],
    ['Bcc', mail.bcc.join(', ')],
    ['Reply-To', mail.reply_to.join(', ')],
    ['Subject', mail.subject],
    ['Date', new Date(mail.created_at).toUTCString()],
    ['Message-ID', mail.message_id],
    ...Object.entries(mail.headers),
    ['Attachments', mail.attachments.map((each) => each.filename).join(', ')],
    ['Tags at Resend', mail.tags.map((tag) => `${tag.name}=${tag.value}`).join(', ')],
    ['Id at Resend', mail.id],
    ['Last event', mail.last_event],
    ['Scheduled for', mail.scheduled_at ?? ''],
  ]
  return (
    <dl className="sheet">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const STATES: Record<AcceptedEmail['last_event'], string> = {
  queued: 'On its way.',
  sent: 'On its way.',
  delivered: '',
  scheduled: 'Scheduled: it is delivered when its time comes.',
  canceled: 'Canceled before it was sent.',
  bounced: 'Bounced: there is nobody at this address, so this was never read.',
  complained: 'The reader marked this as spam.',
  suppressed: 'Not delivered: this address is on the suppression list.',
}

const senderName = (mail: AcceptedEmail) => parseAddress(mail.from)?.name || mail.from

function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity and never move
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
