import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { Resend } from 'resend'
import { onTestFinished } from 'vitest'
import { type Mailbox, type MailboxOptions, openMailbox } from '../../src/mailbox/mailbox.ts'

export const SECRET = 'whsec_bGV0dGVyY291cnNlLXRlc3Q='

export interface Heard {
  id: string
  type: string
  // biome-ignore lint/suspicious/noExplicitAny: the events are looked into as JSON
  data: any
  body: string
}

/** An application that listens: it verifies each webhook with the SDK and remembers it. */
export interface Listener {
  heard: Heard[]
  types: () => string[]
  /** Status to answer the next webhooks with; the last one is kept. */
  answers: number[]
}

export interface Opened extends Listener {
  mailbox: Mailbox
  resend: Resend
  url: string
  clock: { now: Date }
  api: (path: string, init?: RequestInit) => Promise<Response>
  /** As a crash would: nothing more is delivered or written. */
  stop: () => Promise<void>
}

export const letter = (more: object = {}) => ({
  from: 'Mara Lind <mara@letters.lettercourse.dev>',
  to: 'ada@reader.dev',
  subject: 'Before you answer',
  text: 'Good morning.\nWhat did you notice?',
  ...more,
})

/** A mailbox on a port of its own beside an application that hears its webhooks, closed when the test ends. */
export async function aMailbox(options: Partial<MailboxOptions> = {}): Promise<Opened> {
  const clock = { now: new Date('2026-11-23T09:00:00Z') }
  const listener: Listener = {
    heard: [],
    answers: [200],
    types: () => listener.heard.map((each) => each.type),
  }
  const app = new Hono()
  const { server, url } = await listen(app)
  const mailbox = await openMailbox({
    webhookUrl: `${url}/webhooks`,
    webhookSecret: SECRET,
    now: () => clock.now,
    publicUrl: () => `${url}/mailbox`,
    requestsPerSecond: 10_000,
    replyDomain: 'reply.lettercourse.dev',
    retryDelays: [0, 20, 20, 20],
    allowFaults: true,
    ...options,
  })
  const resend = new Resend('re_test', { baseUrl: `${url}/mailbox/resend` })
  app.route('/mailbox', mailbox.app)
  app.post('/webhooks', async (c) => {
    const payload = await c.req.text()
    const header = (name: string) => c.req.header(`svix-${name}`) ?? ''
    const id = header('id')
    const headers = { id, timestamp: header('timestamp'), signature: header('signature') }
    const event = resend.webhooks.verify({ payload, headers, webhookSecret: SECRET })
    listener.heard.push({ id, type: event.type, data: event.data, body: payload })
    const status = listener.answers.length > 1 ? listener.answers.shift()! : listener.answers[0]!
    return c.body(null, status as 200)
  })
  let isOpen = true
  const stop = async () => {
    if (!isOpen) return
    isOpen = false
    await mailbox.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  }
  onTestFinished(stop)
  const api = (path: string, init: RequestInit = {}) =>
    fetch(`${url}/mailbox/resend${path}`, {
      ...init,
      headers: { authorization: 'Bearer re_test', 'content-type': 'application/json', ...init.headers },
    })
  return { mailbox, resend, url: `${url}/mailbox`, clock, api, stop, ...listener }
}

function listen(app: Hono): Promise<{ server: ServerType; url: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, url: `http://127.0.0.1:${port}` }),
    )
  })
}
