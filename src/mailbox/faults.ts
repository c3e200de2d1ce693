/** What may go wrong with a request. The first four come before acceptance, the others after it. */
export const requestFaults = [
  'rate-limited', // 429 with retry-after, nothing accepted
  'error-500',
  'error-503',
  'slow', // a quarter of a second between taking the idempotency key and accepting
  'accept-500', // accepted, and then 500
  'hang', // accepted, and then no answer at all
  'reset', // accepted, and then the connection is cut
  'html', // accepted, and then a web page with status 200
] as const
/** What may go wrong with the webhooks of a request. */
export const webhookFaults = ['webhook-lost', 'webhook-doubled', 'webhook-reversed'] as const

export type RequestFault = (typeof requestFaults)[number]
export type WebhookFault = (typeof webhookFaults)[number]
export type Fault = RequestFault | WebhookFault

/** `sending` = POST, `reading` = GET. */
export type Target = 'sending' | 'reading' | 'any'

interface Plan {
  fault: Fault
  on: Target
  strikes: () => boolean
}

/** Faults to inject: the next N, or each with some probability. Random ones repeat exactly for the same seed. */
export class Faults {
  private plans: Plan[] = []

  /** Strikes the next `times` requests (or, for a webhook fault, the webhooks of the next `times` requests). */
  next(times: number, fault: Fault, on: Target = 'sending'): void {
    let left = times
    const plan: Plan = {
      fault,
      on,
      strikes: () => {
        left -= 1
        if (left <= 0) this.plans = this.plans.filter((other) => other !== plan)
        return true
      },
    }
    if (times > 0) this.plans.push(plan)
  }

  withProbability(p: number, fault: Fault, seed = 1, on: Target = 'sending'): void {
    const random = mulberry32(seed)
    this.plans.push({ fault, on, strikes: () => random() < p })
  }

  clear(): void {
    this.plans = []
  }

  drawForRequest(method: string): RequestFault | undefined {
    const kind = method === 'GET' ? 'reading' : 'sending'
    return this.draw(requestFaults, (plan) => plan.on === 'any' || plan.on === kind)
  }

  drawForWebhooks(): WebhookFault | undefined {
    return this.draw(webhookFaults, () => true)
  }

  private draw<F extends Fault>(faults: readonly F[], applies: (plan: Plan) => boolean): F | undefined {
    const struck = this.plans.find(
      (plan) => (faults as readonly Fault[]).includes(plan.fault) && applies(plan) && plan.strikes(),
    )
    return struck?.fault as F | undefined
  }
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
