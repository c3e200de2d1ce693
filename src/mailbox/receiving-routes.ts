import { Hono } from 'hono'
import { listPage } from './list-page.ts'
import type { PostOffice } from './post-office.ts'
import { Problem } from './problem.ts'
import { type ReceivedAttachment, type ReceivedMail, readContent } from './received-mail.ts'
import { signLink } from './signature.ts'

const LINK_HOLDS_MS = 60 * 60 * 1000

/** `/emails/receiving`: list, content (`html_format`), attachments, and where the raw message may be fetched. */
export function receivingRoutes(office: PostOffice): Hono {
  const routes = new Hono()
  const { ledger } = office

  const get = (id: string): ReceivedMail => {
    const mail = ledger.received.get(id)
    if (!mail) throw new Problem('not_found', 'Email not found')
    return mail
  }
  const download = (path: string) => {
    const expires = new Date(office.wallClock().getTime() + LINK_HOLDS_MS)
    const query = signLink(office.options.webhookSecret, path, expires)
    const base = office.options.publicUrl().replace(/\/$/, '')
    return { download_url: `${base}/resend-raw/${path}?${query}`, expires_at: expires.toISOString() }
  }
  const attachment = (mail: ReceivedMail, { id, filename, ...rest }: ReceivedAttachment) => ({
    id,
    filename: filename ?? undefined,
    ...rest,
    content_disposition: rest.content_disposition ?? 'attachment',
    content_id: rest.content_id ?? undefined,
    ...download(`${mail.id}/${id}`),
  })

  routes.get('/', (c) => {
    const page = listPage([...ledger.received.values()], c.req.query())
    return c.json({ object: 'list', has_more: page.has_more, data: page.items.map(summary) })
  })
  routes.get('/:id', async (c) => {
    const mail = get(c.req.param('id'))
    const { html, text, headers } = await readContent(mail, c.req.query('html_format') === 'cid')
    return c.json({ object: 'email', ...summary(mail), html, text, headers, raw: download(mail.id) })
  })
  routes.get('/:id/attachments', (c) => {
    const mail = get(c.req.param('id'))
    const page = listPage(mail.attachments.toReversed(), c.req.query())
    const data = page.items.map((each) => attachment(mail, each))
    return c.json({ object: 'list', has_more: page.has_more, data })
  })
  routes.get('/:id/attachments/:aid', (c) => {
    const mail = get(c.req.param('id'))
    const found = mail.attachments.find((each) => each.id === c.req.param('aid'))
    if (!found) throw new Problem('not_found', 'Attachment not found')
    return c.json({ object: 'attachment', ...attachment(mail, found) })
  })
  return routes
}

const summary = (mail: ReceivedMail) => ({
  id: mail.id,
  to: mail.to,
  from: mail.from,
  created_at: mail.created_at,
  subject: mail.subject,
  bcc: mail.bcc,
  cc: mail.cc,
  reply_to: mail.reply_to,
  received_for: mail.received_for,
  message_id: mail.message_id,
  attachments: mail.attachments,
})
