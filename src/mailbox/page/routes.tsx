import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { mailboxOf } from '../address.ts'
import type { AcceptedEmail } from '../email.ts'
import type { PostOffice } from '../post-office.ts'
import { rawRoutes } from '../raw-routes.ts'
import { receive } from '../receive.ts'
import { composeReply, replyAddresses } from '../reply.ts'
import { EmptyMailbox } from './empty-mailbox.tsx'
import { readersOf, repliesTo } from './inbox.ts'
import { Layout, type Notice } from './layout.tsx'
import { Letter, TABS } from './letter.tsx'
import { LETTER_HEADERS, letterDocument } from './letter-document.ts'
import { ReaderList } from './reader-list.tsx'
import { turnDay } from './turn-day.ts'

/** The inbox page. GET changes nothing; forms POST and are answered with 303. */
export function pageRoutes(office: PostOffice): Hono {
  const routes = new Hono()
  const { ledger, options } = office
  const base = () => new URL(options.publicUrl()).pathname.replace(/\/$/, '')
  const mailOf = (c: Context) => ledger.emails.get(c.req.param('id') ?? '')

  routes.route('/resend-raw', rawRoutes(office))
  routes.use(async (c, next) => {
    if (c.req.method !== 'GET' && isFromElsewhere(c)) return c.text('This form belongs to another page.', 403)
    return next()
  })
  routes.get('/', (c) => {
    const readers = readersOf(ledger)
    const wanted = c.req.query('reader')?.trim().toLowerCase()
    const reader = readers.find((each) => each.address === wanted) ?? readers[0]
    return show(c, reader?.mails.at(-1), reader?.address, 'browsing')
  })
  routes.get('/pulse', (c) => c.json({ sent: ledger.sent.length }))
  routes.get('/mails/:id', (c) => {
    const mail = mailOf(c)
    return mail ? show(c, mail, c.req.query('reader'), 'reading') : c.text('There is no such letter.', 404)
  })
  routes.get('/mails/:id/html', (c) => {
    const mail = mailOf(c)
    if (!mail) return c.text('There is no such letter.', 404)
    return c.body(letterDocument(mail.html ?? ''), 200, LETTER_HEADERS)
  })
  routes.post('/mails/:id/seen', async (c) => {
    const mail = mailOf(c)
    if (mail && !ledger.seen.has(mail.id)) await ledger.record({ kind: 'seen', id: mail.id })
    return c.body(null, 204)
  })
  routes.post('/mails/:id/replies', async (c) => {
    const mail = mailOf(c)
    if (!mail) return c.text('There is no such letter.', 404)
    const words = String((await c.req.parseBody()).words ?? '').trim()
    const back = `${base()}/mails/${mail.id}`
    if (!words) return c.redirect(`${back}?notice=no-words#reply`, 303)
    const { raw, envelope } = await composeReply(mail, words, options.now())
    await receive(office, raw, envelope, { answers: mail.id, words })
    if (!ledger.seen.has(mail.id)) await ledger.record({ kind: 'seen', id: mail.id })
    return c.redirect(`${back}?notice=replied#replies`, 303)
  })
  routes.post('/next-day', async (c) => {
    if (!options.nextDay) return c.notFound()
    const reader = String((await c.req.parseBody()).reader ?? '')
    const arrived = await turnDay(office)
    const first =
      arrived.mails.find((mail) => [...mail.to, ...mail.cc].map(mailboxOf).includes(reader)) ??
      arrived.mails[0]
    const query = new URLSearchParams({ notice: arrived.moved ? 'next-day' : 'not-moved' })
    if (arrived.mails.length > 0) query.set('arrived', String(arrived.mails.length))
    else if (reader) query.set('reader', reader)
    return c.redirect(`${first ? `${base()}/mails/${first.id}` : base() || '/'}?${query}`, 303)
  })

  function show(
    c: Context,
    mail: AcceptedEmail | undefined,
    readerAddress: string | undefined,
    view: 'browsing' | 'reading',
  ): Response {
    const readers = readersOf(ledger)
    const chosen = readerAddress ?? (mail && mailboxOf(mail.to[0]!))
    const asked = c.req.query('view')
    const tab = TABS.find((each) => each === asked) ?? (mail?.html === null ? 'text' : 'letter')
    const nonce = randomBytes(12).toString('base64')
    return answer(
      c,
      <Layout
        nonce={nonce}
        base={base()}
        now={options.now()}
        notice={noticeOf(c)}
        canTurn={options.nextDay !== undefined}
        reader={chosen}
        sent={ledger.sent.length}
        view={view}
      >
        {mail ? (
          <>
            <ReaderList
              base={base()}
              readers={readers}
              chosen={chosen}
              mail={mail}
              seen={ledger.seen}
              isReading={view === 'reading'}
              filter={c.req.query('find') ?? ''}
            />
            <Letter
              base={base()}
              mail={mail}
              tab={tab}
              replies={repliesTo(ledger, mail)}
              isHeard={isHeard(office, mail)}
              justReplied={c.req.query('notice') === 'replied'}
              adminUrl={options.adminUrl}
            />
          </>
        ) : (
          <EmptyMailbox
            courseUrl={options.courseUrl}
            adminUrl={options.adminUrl}
            canTurn={options.nextDay !== undefined}
          />
        )}
      </Layout>,
      nonce,
    )
  }
  return routes
}

/** Whether the application receives what is written to this mail's reply address. */
function isHeard({ options }: PostOffice, mail: AcceptedEmail): boolean {
  if (!options.webhookUrl) return false
  return replyAddresses(mail).some(
    (address) => !options.replyDomain || mailboxOf(address).endsWith(`@${options.replyDomain.toLowerCase()}`),
  )
}

function noticeOf(c: Context): Notice | undefined {
  const { notice, arrived } = c.req.query()
  const count = Number(arrived ?? 0)
  if (notice === 'next-day') return { kind: 'next-day', arrived: Number.isInteger(count) ? count : 0 }
  if (notice === 'not-moved' || notice === 'no-words') return { kind: notice }
  return undefined
}

/** A form of another site may not turn the day or write replies; our own pages and scripts without an origin may. */
function isFromElsewhere(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site) return site === 'cross-site' || site === 'same-site'
  const origin = c.req.header('origin')
  return origin !== undefined && origin.replace(/^https?:\/\//, '') !== c.req.header('host')
}

function answer(c: Context, page: ReactElement, nonce: string): Response {
  return c.body(`<!doctype html>${renderToStaticMarkup(page)}`, 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      "connect-src 'self'",
      "frame-src 'self'",
      "img-src 'self' data:",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
}
