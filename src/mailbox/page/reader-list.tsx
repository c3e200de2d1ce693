import type { AcceptedEmail } from '../email.ts'
import { clock, shortDay } from './dates.ts'
import type { Reader } from './inbox.ts'

const SHOWN = 60
/** From here on, finding somebody by eye is a nuisance. */
const MANY = 8

interface Props {
  base: string
  readers: Reader[]
  chosen: string | undefined
  mail: AcceptedEmail
  seen: ReadonlySet<string>
  /** Whether the letter was opened, not merely shown because it is the latest. */
  isReading: boolean
  filter: string
}

/** Everybody who got mail, the latest first; under the chosen one their letters, the newest last. */
export function ReaderList({ base, readers, chosen, mail, seen, isReading, filter }: Props) {
  const matching = readers.filter((each) => each.address.includes(filter.trim().toLowerCase()))
  const shown = matching.slice(0, SHOWN)
  const current = readers.find((each) => each.address === chosen)
  if (current && !shown.includes(current) && !filter) shown.unshift(current)
  return (
    <nav className="readers" aria-label="Readers and their letters">
      <h2>{readers.length === 1 ? 'One reader' : `${readers.length} readers`}</h2>
      {readers.length > MANY && (
        <form className="find" action={base || '/'}>
          <label htmlFor="find">Find a reader</label>
          <input id="find" name="find" type="search" defaultValue={filter} />
          <button type="submit">Find</button>
        </form>
      )}
      <ul>
        {shown.map((reader) => (
          <li key={reader.address}>
            <a
              className="reader"
              href={`${base || '/'}?reader=${encodeURIComponent(reader.address)}`}
              aria-current={reader.address === chosen ? 'true' : undefined}
            >
              <span className="address">{reader.address}</span>
              <Count reader={reader} />
            </a>
            {reader.address === chosen && (
              <ol>
                {reader.mails.map((each) => (
                  <LetterLine
                    key={each.id}
                    base={base}
                    mail={each}
                    isShown={each === mail}
                    isNew={!seen.has(each.id) && !(isReading && each === mail)}
                  />
                ))}
              </ol>
            )}
          </li>
        ))}
      </ul>
      {matching.length > shown.length && (
        <p className="hint">And {matching.length - shown.length} more; find them by their address.</p>
      )}
      {matching.length === 0 && <p className="hint">Nobody here has “{filter}” in their address.</p>}
    </nav>
  )
}

function Count({ reader }: { reader: Reader }) {
  const letters = reader.mails.length === 1 ? '1 letter' : `${reader.mails.length} letters`
  return (
    <span className="count">
      {letters}
      {reader.unread > 0 && <b>, {reader.unread} new</b>}
    </span>
  )
}

function LetterLine(props: { base: string; mail: AcceptedEmail; isShown: boolean; isNew: boolean }) {
  const { base, mail, isShown, isNew } = props
  const at = new Date(mail.created_at)
  return (
    <li className={isNew ? 'unread' : undefined}>
      <a href={`${base}/mails/${mail.id}`} aria-current={isShown ? 'page' : undefined}>
        <span className="subject">{mail.subject}</span>
        <span className="meta">
          <time dateTime={mail.created_at}>
            {shortDay(at)}, {clock(at)}
          </time>
          {isNew && <span className="state"> · new</span>}
          {mail.last_event !== 'delivered' && <span className="state"> · {mail.last_event}</span>}
        </span>
      </a>
    </li>
  )
}
