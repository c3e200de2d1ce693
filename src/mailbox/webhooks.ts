import type { WebhookEvent } from './event.ts'
import type { WebhookFault } from './faults.ts'
import { svixHeaders } from './signature.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Milliseconds before each attempt: Resend's schedule with a faster start, as a newcomer is watching. */
export const RETRY_DELAYS = [
  0,
  SECOND,
  5 * SECOND,
  30 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  120 * MINUTE,
  300 * MINUTE,
]
const TIMEOUT = 15 * SECOND
const AT_ONCE = 8
/** A retry further away than this is not "due": `settled` does not wait for it. */
const SOON = 10 * SECOND
/** Long enough for the answer to the send to be on its way before its webhooks are. */
const AFTER_THE_ANSWER = 10

interface Attempt {
  event: WebhookEvent
  number: number
}

interface Options {
  url: string
  secret: string
  wallClock: () => Date
  retryDelays?: number[]
  /** Called once an event was answered with 2xx or is given up. */
  done: (event: WebhookEvent) => void
}

/** Delivers events at least once, in no promised order, until each is answered with 2xx. */
export class Webhooks {
  private readonly queue: Attempt[] = []
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly stop = new AbortController()
  private readonly delays: number[]
  private running = 0
  private soon = 0
  private settling: (() => void)[] = []

  constructor(private readonly options: Options) {
    this.delays = options.retryDelays ?? RETRY_DELAYS
  }

  /** Sends the events of one request, a moment from now. */
  issue(events: WebhookEvent[], fault?: WebhookFault): void {
    if (fault === 'webhook-lost') {
      for (const event of events) this.options.done(event)
      return
    }
    const order = fault === 'webhook-reversed' ? events.toReversed() : events
    const copies = fault === 'webhook-doubled' ? order.flatMap((event) => [event, event]) : order
    // Reversed events go one after another, or their order would be anybody's guess.
    const apart = fault === 'webhook-reversed' ? 50 : 0
    copies.forEach((event, index) => {
      this.schedule({ event, number: 0 }, AFTER_THE_ANSWER + (this.delays[0] ?? 0) + index * apart)
    })
  }

  /** Resolves when nothing is in flight, queued, or to be tried again within ten seconds. */
  settled(): Promise<void> {
    if (this.soon === 0) return Promise.resolve()
    return new Promise((resolve) => this.settling.push(resolve))
  }

  /** Gives up what is in flight; unacknowledged events are sent again after the next start. */
  close(): void {
    this.stop.abort()
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
    this.queue.length = 0
    this.soon = 0
    this.tellSettled()
  }

  private schedule(attempt: Attempt, delay: number): void {
    if (this.stop.signal.aborted) return
    const isSoon = delay <= SOON
    if (isSoon) this.soon += 1
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      if (!isSoon) this.soon += 1
      this.queue.push(attempt)
      this.pump()
    }, delay)
    timer.unref()
    this.timers.add(timer)
  }

  private pump(): void {
    while (this.running < AT_ONCE && this.queue.length > 0) {
      const attempt = this.queue.shift()!
      this.running += 1
      void this.attempt(attempt).finally(() => {
        this.running -= 1
        this.pump()
      })
    }
  }

  private async attempt({ event, number }: Attempt): Promise<void> {
    const ok = await this.post(event)
    if (this.stop.signal.aborted) return
    const delay = this.delays[number + 1]
    if (ok || delay === undefined) this.options.done(event)
    else this.schedule({ event, number: number + 1 }, delay)
    this.soon -= 1
    this.tellSettled()
  }

  private async post({ id, payload }: WebhookEvent): Promise<boolean> {
    const { url, secret, wallClock } = this.options
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...svixHeaders(id, payload, secret, wallClock()) },
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.any([this.stop.signal, AbortSignal.timeout(TIMEOUT)]),
      })
      await response.arrayBuffer()
      return response.ok
    } catch {
      // Not reachable, or too slow: the same as any answer that is not 2xx.
      return false
    }
  }

  private tellSettled(): void {
    if (this.soon > 0) return
    const settling = this.settling
    this.settling = []
    for (const resolve of settling) resolve()
  }
}
