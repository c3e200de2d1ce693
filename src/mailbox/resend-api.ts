import { Hono } from 'hono'
import { gate } from './gate.ts'
import { misbehave } from './misbehave.ts'
import type { PostOffice } from './post-office.ts'
import { Problem } from './problem.ts'
import { receivingRoutes } from './receiving-routes.ts'
import { sendingRoutes } from './sending-routes.ts'

const KNOWN_PATH = /\/emails(\/|$)/

/** Resend's API as far as this application uses it. */
export function resendApi(office: PostOffice): Hono {
  const api = new Hono()
  api.onError((error) => {
    if (error instanceof Problem) return error.answer()
    console.error(error)
    return new Problem('internal_server_error').answer()
  })
  api.use(gate(office), misbehave(office))
  // Receiving first, or `receiving` would be read as the id of an email.
  api.route('/emails/receiving', receivingRoutes(office))
  api.route('/emails', sendingRoutes(office))
  api.all('*', (c) => {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    throw new Problem(KNOWN_PATH.test(c.req.path) && !isRead ? 'method_not_allowed' : 'not_found')
  })
  return api
}
