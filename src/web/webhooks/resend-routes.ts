import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Context } from '../../context.ts'
import { storeMailEvent } from '../../mail-events/store-mail-event.ts'

/** Bytes. An event names every recipient of a received mail, and somebody may write to ten thousand. */
const LARGEST_EVENT = 8 * 1024 * 1024

/** POST /webhooks/resend: verified, stored, and only then answered 200. Anything else makes Resend try again. */
export function resendRoutes(context: Context) {
  return new Hono().post('/resend', bodyLimit({ maxSize: LARGEST_EVENT }), async (c) => {
    const id = c.req.header('svix-id') ?? ''
    const timestamp = c.req.header('svix-timestamp') ?? ''
    const signature = c.req.header('svix-signature') ?? ''
    const event = context.mail.verify(await c.req.text(), { id, timestamp, signature })
    if (!event) return c.json({ error: 'The signature is missing, wrong or too old.' }, 401)
    await storeMailEvent(context, id, event, context.clock.now())
    return c.body(null, 200)
  })
}
