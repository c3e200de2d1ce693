import type { ReactNode } from 'react'
import { clock, longDay } from './dates.ts'
import { comfort } from './comfort.ts'
import { style } from './style.ts'

export type Notice = { kind: 'next-day'; arrived: number } | { kind: 'no-words' | 'not-moved' }

interface Props {
  base: string
  now: Date
  notice: Notice | undefined
  canTurn: boolean
  /** The reader being looked at, so that the next day comes back to them. */
  reader: string | undefined
  sent: number
  /** On a phone, only the list or only the letter is shown. */
  view: 'browsing' | 'reading'
  nonce: string
  children: ReactNode
}

/** The frame of every page: what this is, what day it is, and the button that turns it. */
export function Layout({ base, now, notice, canTurn, reader, sent, view, nonce, children }: Props) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Mailbox · Lettercourse</title>
        <link rel="icon" href="data:," />
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body className={view} data-base={base} data-sent={sent}>
        <a className="skip" href="#letter">
          Skip to the letter
        </a>
        <header className="masthead">
          <div className="name">
            <h1>
              <a href={base || '/'}>Mailbox</a>
            </h1>
            <p>What your readers receive. Nothing here leaves this machine.</p>
          </div>
          <DayTurner base={base} now={now} canTurn={canTurn} reader={reader} />
        </header>
        {notice && <NoticeLine notice={notice} now={now} />}
        <div id="arrival" role="status" />
        <main className="desk">{children}</main>
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: comfort }} />
      </body>
    </html>
  )
}

function DayTurner({ base, now, canTurn, reader }: Pick<Props, 'base' | 'now' | 'canTurn' | 'reader'>) {
  const today = (
    <p className="today">
      <time dateTime={now.toISOString()}>
        {longDay(now)}, <span className="clock">{clock(now)} UTC</span>
      </time>
    </p>
  )
  if (!canTurn) return today
  return (
    <form className="day" method="post" action={`${base}/next-day`}>
      <div>
        {today}
        <p className="hint">Moves the course’s clock on by one day and sends whatever falls due.</p>
      </div>
      {reader && <input type="hidden" name="reader" value={reader} />}
      <button type="submit" className="turn" data-busy="Turning the page…">
        Next day
      </button>
    </form>
  )
}

function NoticeLine({ notice, now }: { notice: Notice; now: Date }) {
  const letters = 'arrived' in notice && (notice.arrived === 1 ? 'One letter' : `${notice.arrived} letters`)
  return (
    <p className="notice" role="status">
      {notice.kind === 'next-day' &&
        (notice.arrived > 0
          ? `It is ${longDay(now)}. ${letters} arrived.`
          : `It is ${longDay(now)}. No letter was due today.`)}
      {notice.kind === 'not-moved' && 'The clock did not move. The log of the application says why.'}
      {notice.kind === 'no-words' && 'There was nothing to send yet: write a few words first.'}
    </p>
  )
}
