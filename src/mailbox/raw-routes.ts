import { type Context, Hono } from 'hono'
import type { PostOffice } from './post-office.ts'
import { readContent } from './received-mail.ts'
import { isLinkSigned } from './signature.ts'

/** Where download links lead: the raw message, or one attachment, to whoever holds a link that is still good. */
export function rawRoutes(office: PostOffice): Hono {
  const routes = new Hono()

  const mailBehind = (c: Context, path: string) => {
    const { expires = '', signature = '' } = c.req.query()
    const isGood = isLinkSigned(office.options.webhookSecret, path, expires, signature, office.wallClock())
    return isGood ? office.ledger.received.get(path.split('/')[0]!) : undefined
  }

  routes.get('/:id', (c) => {
    const mail = mailBehind(c, c.req.param('id'))
    if (!mail) return c.text('This link has expired.', 403)
    return c.body(new Uint8Array(Buffer.from(mail.raw, 'base64')), 200, { 'content-type': 'message/rfc822' })
  })
  routes.get('/:id/:aid', async (c) => {
    const { id, aid } = c.req.param()
    const mail = mailBehind(c, `${id}/${aid}`)
    const index = mail?.attachments.findIndex((each) => each.id === aid) ?? -1
    if (!mail || index < 0) return c.text('This link has expired.', 403)
    const { attachments } = await readContent(mail, true)
    const { content } = attachments[index]!
    // Never shown in the browser under our own origin: whoever wrote it is a stranger.
    return c.body(new Uint8Array(content), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
    })
  })
  return routes
}
