import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, MiddlewareHandler } from 'hono'
import type { PostOffice } from './post-office.ts'
import { Problem } from './problem.ts'

const SLOW = 'isSlow'
const SLOW_MS = 250

/** Where a slow request spends its time: its key is taken and nothing is accepted yet. */
export async function dawdle(c: Context): Promise<void> {
  if (c.get(SLOW)) await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
}

/** Injects the faults that were asked for: some before the request is looked at, some after it was accepted. */
export function misbehave(office: PostOffice): MiddlewareHandler {
  return async (c, next) => {
    const fault = office.faults.drawForRequest(c.req.method)
    if (fault === 'rate-limited')
      throw new Problem('rate_limit_exceeded', undefined, undefined, { 'retry-after': '1' })
    if (fault === 'error-500') throw new Problem('internal_server_error')
    if (fault === 'error-503') throw new Problem('service_unavailable')
    if (fault === 'slow') c.set(SLOW, true)
    await next()
    if (fault === 'accept-500') c.res = new Problem('application_error').answer()
    if (fault === 'html') c.res = new Response('<!doctype html><title>Gateway</title>', { headers: HTML })
    if (fault === 'hang') await connectionClosed(c)
    if (fault === 'reset') cut(c)
    if (fault === 'hang' || fault === 'reset') c.res = RESPONSE_ALREADY_SENT
  }
}

const HTML = { 'content-type': 'text/html' }

const connection = (c: Context) => (c.env as Partial<HttpBindings> | undefined)?.outgoing

function cut(c: Context): void {
  connection(c)?.socket?.destroy()
}

function connectionClosed(c: Context): Promise<void> {
  return new Promise((resolve) => connection(c)?.once('close', resolve))
}
