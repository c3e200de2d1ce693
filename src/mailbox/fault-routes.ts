import { Hono } from 'hono'
import { z } from 'zod'
import { requestFaults, webhookFaults } from './faults.ts'
import type { PostOffice } from './post-office.ts'

const order = z.union([
  z.strictObject({ clear: z.literal(true) }),
  z.strictObject({
    fault: z.enum([...requestFaults, ...webhookFaults]),
    on: z.enum(['sending', 'reading', 'any']).optional(),
    next: z.int().positive(),
  }),
  z.strictObject({
    fault: z.enum([...requestFaults, ...webhookFaults]),
    on: z.enum(['sending', 'reading', 'any']).optional(),
    probability: z.number().min(0).max(1),
    seed: z.int().optional(),
  }),
])

/** `POST /resend-faults` and `GET /resend-accepted`, for the fault suite and the bench. */
export function faultRoutes(office: PostOffice): Hono {
  const routes = new Hono()
  routes.post('/resend-faults', async (c) => {
    const parsed = order.safeParse(await c.req.json().catch(() => undefined))
    if (!parsed.success) return c.json({ problem: z.prettifyError(parsed.error) }, 400)
    const wanted = parsed.data
    if ('clear' in wanted) office.faults.clear()
    else if ('next' in wanted) office.faults.next(wanted.next, wanted.fault, wanted.on)
    else office.faults.withProbability(wanted.probability, wanted.fault, wanted.seed, wanted.on)
    return c.body(null, 204)
  })
  routes.get('/resend-accepted', (c) =>
    c.json({
      ...office.ledger.tally.summary(),
      received: office.ledger.received.size,
      largestSecond: office.rate.peak,
    }),
  )
  return routes
}
