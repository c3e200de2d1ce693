import { Hono } from 'hono'
import type { Context } from '../../../context.ts'
import { readAttachment, readOriginal, readRaw } from '../../../replies/read-original.ts'
import { notFoundPage, studioPage } from '../layout/studio-page.tsx'
import type { StudioContext, StudioEnv } from '../studio.ts'
import { inboxQuery, readInboxFilter } from './inbox-filter.ts'
import { knownReply } from './known-reply.tsx'
import { OriginalPage } from './original-page.tsx'
import { imageTypeOf } from './shown-image.ts'

/** The message as it came, and what was attached. Whatever it holds, a browser runs and fetches nothing of it. */
export function originalRoutes(context: Context) {
  const { db, clock } = context
  return new Hono<StudioEnv>()
    .use('/replies/:id/*', knownReply(db))
    .get('/replies/:id/original', async (c) => {
      const { id } = c.req.param()
      const original = await readOriginal(context, id, c.var.admin.email, clock.now())
      if (!original) return notFoundPage(c, 'message any more')
      const query = inboxQuery(readInboxFilter(c.req.query()))
      return studioPage(
        c,
        { title: 'The message as it came', room: 'replies' },
        <OriginalPage original={original} at={`/admin/replies/${id}`} query={query} />,
      )
    })
    .get('/replies/:id/original.eml', async (c) => {
      const raw = await readRaw(context, c.req.param('id'), c.var.admin.email, clock.now())
      if (!raw) return notFoundPage(c, 'message any more')
      return bytes(c, raw, 'message/rfc822', 'message.eml')
    })
    .get('/replies/:id/attachments/:place{[0-9]{1,4}}', async (c) => {
      const { id, place } = c.req.param()
      const file = await readAttachment(context, id, Number(place), c.var.admin.email, clock.now())
      if (!file) return notFoundPage(c, 'attachment any more')
      const image = c.req.query('shown') === undefined ? undefined : imageTypeOf(file.content)
      return image
        ? bytes(c, file.content, image)
        : bytes(c, file.content, 'application/octet-stream', file.name)
    })
}

/** Without a `name` it is shown, which only a picture is; with one it is a file to keep, whatever it claims to be. */
function bytes(c: StudioContext, content: Buffer, type: string, name?: string): Response {
  return c.body(new Uint8Array(content), 200, {
    'content-type': type,
    'content-disposition': name === undefined ? 'inline' : `attachment; filename*=UTF-8''${encoded(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  })
}

/** RFC 8187, for a name that a stranger chose: no path, no control characters, nothing that a header would take apart. */
function encoded(name: string): string {
  const last = (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '')
  return encodeURIComponent([...last].slice(0, 120).join('') || 'file').replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
