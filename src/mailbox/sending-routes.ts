import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { accept } from './accept.ts'
import { readDraft, scheduleOf } from './draft.ts'
import type { AcceptedEmail, Draft } from './email.ts'
import { listPage } from './list-page.ts'
import { dawdle } from './misbehave.ts'
import { type PostOffice, recordAndTell } from './post-office.ts'
import { Problem } from './problem.ts'

const BATCH_MAX = 100

type Key = { key: string; hash: string } | undefined

/** `/emails`: send one, send a batch, look one up, list, reschedule, cancel. */
export function sendingRoutes(office: PostOffice): Hono {
  const routes = new Hono()
  const { ledger, options } = office

  routes.post('/', (c) =>
    underKey(office, c, (body, key) => {
      const draft = readDraft(body, options.now())
      return accept(office, [draft], ([id]) => ({ id }), key)
    }),
  )
  routes.post('/batch', (c) =>
    underKey(office, c, (body, key) => {
      const { drafts, errors } = readBatch(body, c.req.header('x-batch-validation'), options.now())
      return accept(office, drafts, (ids) => ({ data: ids.map((id) => ({ id })), ...errors }), key)
    }),
  )
  routes.get('/', (c) => {
    const page = listPage(ledger.sent, c.req.query())
    return c.json({ object: 'list', has_more: page.has_more, data: page.items.map(summary) })
  })
  routes.get('/:id', (c) => {
    const email = getEmail(office, c.req.param('id'))
    const { html, text, tags } = email
    return c.json({ object: 'email', ...summary(email), html, text, tags })
  })
  routes.patch('/:id', async (c) => {
    const { id } = getScheduled(office, c.req.param('id'))
    const { scheduled_at } = (await c.req.json()) as Record<string, unknown>
    const at = scheduleOf(scheduled_at, options.now())
    await recordAndTell(office, { kind: 'rescheduled', id, scheduled_at: at })
    return c.json({ object: 'email', id })
  })
  routes.post('/:id/cancel', async (c) => {
    const { id } = getScheduled(office, c.req.param('id'))
    await recordAndTell(office, { kind: 'canceled', id })
    return c.json({ object: 'email', id })
  })
  return routes
}

/** Runs `send` at most once for an Idempotency-Key and repeats the answer afterwards. */
async function underKey(
  office: PostOffice,
  c: Context,
  send: (body: unknown, key: Key) => Promise<string>,
): Promise<Response> {
  const bytes = Buffer.from(await c.req.arrayBuffer())
  const key = c.req.header('idempotency-key')
  if (key === undefined) return c.body(await send(parse(bytes), undefined), 200, JSON_TYPE)
  const hash = createHash('sha256').update(`${c.req.path}\n`).update(bytes).digest('base64url')
  const earlier = office.keys.claim(key, hash)
  if (earlier) return c.body(earlier.body, 200, JSON_TYPE)
  try {
    await dawdle(c)
    return c.body(await send(parse(bytes), { key, hash }), 200, JSON_TYPE)
  } finally {
    office.keys.release(key)
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Problem('validation_error', 'The request body is not valid JSON.', 400)
  }
}

/**
 * strict: one bad email refuses them all. permissive: the good ones are sent, and `errors` names the others by
 * their index in the request; `data` then holds only the accepted ones.
 */
function readBatch(body: unknown, mode: string | undefined, now: Date) {
  if (!Array.isArray(body) || body.length === 0)
    throw new Problem('validation_error', 'The request body must be an array of emails.')
  if (body.length > BATCH_MAX)
    throw new Problem('validation_error', `The batch must not contain more than ${BATCH_MAX} emails.`)
  const isPermissive = mode === 'permissive'
  const drafts: Draft[] = []
  const errors: { index: number; message: string }[] = []
  for (const [index, item] of body.entries()) {
    try {
      drafts.push(readDraft(item, now, { withAttachments: false }))
    } catch (error) {
      if (!isPermissive || !(error instanceof Problem)) throw error
      errors.push({ index, message: error.message })
    }
  }
  return { drafts, errors: isPermissive ? { errors } : {} }
}

function getEmail(office: PostOffice, id: string): AcceptedEmail {
  const email = office.ledger.emails.get(id)
  if (!email) throw new Problem('not_found', 'Email not found')
  return email
}

function getScheduled(office: PostOffice, id: string): AcceptedEmail {
  const email = getEmail(office, id)
  if (!office.ledger.scheduled.has(id))
    throw new Problem('validation_error', 'Only scheduled emails can be changed.')
  return email
}

const orNull = (list: string[]) => (list.length > 0 ? list : null)

const summary = (email: AcceptedEmail) => ({
  id: email.id,
  message_id: email.message_id,
  to: email.to,
  from: email.from,
  created_at: email.created_at,
  subject: email.subject,
  bcc: orNull(email.bcc),
  cc: orNull(email.cc),
  reply_to: orNull(email.reply_to),
  last_event: email.last_event,
  scheduled_at: email.scheduled_at,
  topic_id: email.topic_id,
})
