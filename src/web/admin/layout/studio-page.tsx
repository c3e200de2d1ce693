import type { ReactNode } from 'react'
import { Page, renderPage } from '../../page.tsx'
import type { StudioContext } from '../studio.ts'
import type { Status } from './find-status.ts'
import { Utc } from './times.tsx'

const ROOMS = [
  ['sequences', '/admin', 'Courses'],
  ['articles', '/admin/articles', 'Articles'],
  ['replies', '/admin/replies', 'Replies'],
  ['readers', '/admin/readers', 'Readers'],
  ['sending', '/admin/sending', 'Sending'],
] as const

interface StudioPage {
  title: string
  room?: (typeof ROOMS)[number][0]
  scripts?: string[]
  status?: Parameters<typeof renderPage>[2]
}

/** Answers with a page of the studio: the bar, the status line, and what `children` say. */
export function studioPage(
  c: StudioContext,
  { title, room, scripts, status }: StudioPage,
  children: ReactNode,
) {
  const nav = (
    <>
      <nav className="bar" aria-label="Studio">
        <a className="brand" href="/admin">
          Lettercourse
        </a>
        {ROOMS.map(([name, href, label]) => (
          <a key={name} href={href} aria-current={name === room ? 'page' : undefined}>
            {label}
          </a>
        ))}
        <form method="post" action="/admin/sign-out" className="end">
          <button type="submit" className="link" title={`Signed in as ${c.var.admin.email}`}>
            Sign out
          </button>
        </form>
      </nav>
      <StatusLine status={c.var.status} back={c.req.path} />
    </>
  )
  return renderPage(
    c,
    <Page title={`${title} · Lettercourse`} nav={nav} scripts={scripts} wide>
      {children}
    </Page>,
    status,
  )
}

function StatusLine({ status: { paused, needsLook, held }, back }: { status: Status; back: string }) {
  if (!paused && !held && needsLook === 0) return null
  return (
    <div className="status" role="status">
      {paused && (
        <form method="post" action="/admin/sending/resume">
          <input type="hidden" name="back" value={back} />
          <span>
            Sending is paused{paused.until && [' until ', <Utc key="until" at={paused.until} />]}
            {paused.reason && `: ${paused.reason.replace(/\.$/, '')}`}.
          </span>{' '}
          <button type="submit" className="link">
            Resume
          </button>
        </form>
      )}
      {held && <a href="/admin/sending">Lessons are held: say how to go on</a>}
      {needsLook > 0 && (
        <a href="/admin/sending">
          {needsLook === 1 ? 'One batch of mail needs a look' : `${needsLook} batches of mail need a look`}
        </a>
      )}
    </div>
  )
}

/** The page for an address that leads nowhere. */
export function notFoundPage(c: StudioContext, what: string) {
  return studioPage(
    c,
    { title: 'Not here', status: 404 },
    <>
      <h1>Not here</h1>
      <p>
        There is no such {what}. <a href="/admin">To the courses</a>
      </p>
    </>,
  )
}
