import { Hono } from 'hono'
import type { AcceptedEmail } from './email.ts'
import { faultRoutes } from './fault-routes.ts'
import { Faults } from './faults.ts'
import { IdempotencyKeys } from './idempotency.ts'
import { Ledger } from './ledger.ts'
import { pageRoutes } from './page/routes.tsx'
import type { PostOffice } from './post-office.ts'
import { RateWindow } from './rate-window.ts'
import { receive } from './receive.ts'
import type { Envelope } from './received-mail.ts'
import { resendApi } from './resend-api.ts'
import { releaseDue } from './scheduled.ts'
import { Webhooks } from './webhooks.ts'

export type { AcceptedEmail, Envelope, Faults }

export interface MailboxOptions {
  /** Where signed events are POSTed; '' = none are. */
  webhookUrl: string
  /** `whsec_` + base64 */
  webhookSecret: string
  /** The application's clock: dates of mails, retention of idempotency keys, quotas, scheduled mails. */
  now: () => Date
  /** Real time, only for svix timestamps, rate windows and download links. */
  wallClock?: () => Date
  /** Path of an append-only JSONL file; absent = memory only. */
  journal?: string
  /** Addresses at this domain are inbound to the application. */
  replyDomain?: string
  /** Per sliding second; default 10. */
  requestsPerSecond?: number
  dailyQuota?: number
  monthlyQuota?: number
  /** Moves the application's clock on by a day; the button is shown only when this is given. */
  nextDay?: () => Promise<void>
  /** Shown as links on an empty mailbox. */
  courseUrl?: string
  adminUrl?: string
  /** Base URL under which the app is mounted, e.g. `http://localhost:3000/mailbox`. */
  publicUrl: () => string
  /** Default true; false = a counting sink for benchmarks: bodies are dropped after acceptance. */
  keepBodies?: boolean
  onAccepted?: (email: AcceptedEmail) => void
  /** Opens `POST /resend-faults` and `GET /resend-accepted`. For tests only. */
  allowFaults?: boolean
  /** Milliseconds before each attempt at a webhook; for tests. */
  retryDelays?: number[]
}

export interface Mailbox {
  /** `/resend/*` is the API, `/` the page. Mount it with `app.route('/mailbox', mailbox.app)`. */
  app: Hono
  faults: Faults
  /** Mail arriving from outside, as raw MIME. Resolves with its id once it is stored; then `email.received` goes out. */
  receive(rawMime: string | Buffer, envelope: Envelope): Promise<string>
  /** Resolves when no webhook is in flight or due (a retry more than ten seconds away is not). */
  settled(): Promise<void>
  /** Stops deliveries and closes the journal. What was not acknowledged is sent again after the next open. */
  close(): Promise<void>
}

/** Opens the local stand-in of Resend, replaying its journal. */
export async function openMailbox(options: MailboxOptions): Promise<Mailbox> {
  const wallClock = options.wallClock ?? (() => new Date())
  const ledger = new Ledger(options.now, options.keepBodies ?? true)
  await ledger.open(options.journal)
  const webhooks = new Webhooks({
    url: options.webhookUrl,
    secret: options.webhookSecret,
    wallClock,
    retryDelays: options.retryDelays,
    // Not waited for: an acknowledgement lost with the process costs one more delivery, which is allowed.
    done: (event) => void ledger.record({ kind: 'acknowledged', event: event.id }).catch(() => undefined),
  })
  const office: PostOffice = {
    options,
    wallClock,
    ledger,
    webhooks,
    faults: new Faults(),
    rate: new RateWindow(options.requestsPerSecond ?? 10),
    keys: new IdempotencyKeys(ledger.keyed, options.now),
  }
  if (options.webhookUrl) webhooks.issue([...ledger.pending.values()])
  const sweep = setInterval(() => void releaseDue(office), 1000)
  sweep.unref()

  const app = new Hono()
  app.route('/resend', resendApi(office))
  if (options.allowFaults) app.route('/', faultRoutes(office))
  app.route('/', pageRoutes(office))
  return {
    app,
    faults: office.faults,
    receive: (raw, envelope) => receive(office, Buffer.from(raw), envelope),
    settled: () => webhooks.settled(),
    close: async () => {
      clearInterval(sweep)
      webhooks.close()
      await ledger.close()
    },
  }
}
