import { type AcceptedEmail, recipientCount } from './email.ts'
import { eventFor, eventsFor, type WebhookEvent } from './event.ts'
import { type KeyedAnswer, forgetExpired } from './idempotency.ts'
import { Journal } from './journal.ts'
import type { ReceivedMail } from './received-mail.ts'
import { Tally } from './tally.ts'
import { Usage } from './usage.ts'

/** What may be written down; a line of the journal each. */
export type Entry =
  | { kind: 'accepted'; emails: AcceptedEmail[]; keyed?: KeyedAnswer; quiet?: true }
  | { kind: 'rescheduled'; id: string; scheduled_at: string }
  | { kind: 'canceled'; id: string }
  | { kind: 'released'; id: string; at: string; quiet?: true }
  | { kind: 'received'; mail: ReceivedMail; quiet?: true }
  | { kind: 'acknowledged'; event: string }
  | { kind: 'seen'; id: string }

/**
 * All that the stand-in knows, in memory, with a journal underneath: an entry is on disk before it is true.
 * `pending` holds the webhook events nobody has acknowledged; after a restart they go out again under the
 * same svix-id, because event ids and bodies follow from the mail alone.
 */
export class Ledger {
  readonly emails = new Map<string, AcceptedEmail>()
  readonly sent: AcceptedEmail[] = []
  readonly received = new Map<string, ReceivedMail>()
  readonly keyed = new Map<string, KeyedAnswer>()
  readonly pending = new Map<string, WebhookEvent>()
  readonly scheduled = new Map<string, AcceptedEmail>()
  readonly seen = new Set<string>()
  readonly usage = new Usage()
  readonly tally = new Tally()
  private journal: Journal<Entry> | undefined

  constructor(
    private readonly now: () => Date,
    private readonly keepBodies: boolean,
  ) {}

  async open(path: string | undefined): Promise<void> {
    if (path) this.journal = await Journal.open<Entry>(path, (entry) => this.apply(entry))
  }

  /** Resolves once the entry is on disk and in memory, with the webhook events it gives rise to. */
  async record(entry: Entry): Promise<WebhookEvent[]> {
    const kept = entry.kind === 'accepted' && !this.keepBodies ? withoutBodies(entry) : entry
    await this.journal?.append(kept)
    return this.apply(kept)
  }

  async close(): Promise<void> {
    await this.journal?.close()
  }

  private apply(entry: Entry): WebhookEvent[] {
    switch (entry.kind) {
      case 'accepted':
        if (entry.keyed) this.keyed.set(entry.keyed.key, entry.keyed)
        forgetExpired(this.keyed, this.now())
        return entry.emails.flatMap((email) => this.accept(email, entry.quiet))
      case 'rescheduled':
        this.emails.get(entry.id)!.scheduled_at = entry.scheduled_at
        return []
      case 'canceled':
        this.emails.get(entry.id)!.last_event = 'canceled'
        this.scheduled.delete(entry.id)
        return []
      case 'released': {
        const email = this.emails.get(entry.id)!
        this.scheduled.delete(entry.id)
        email.last_event = email.outcome
        return entry.quiet ? [] : this.expect(eventsFor(email, entry.at))
      }
      case 'received':
        this.received.set(entry.mail.id, entry.mail)
        this.usage.add(entry.mail.created_at, 1)
        return entry.quiet ? [] : this.expect([eventFor(entry.mail)])
      case 'acknowledged':
        this.pending.delete(entry.event)
        return []
      case 'seen':
        this.seen.add(entry.id)
        return []
    }
  }

  private accept(email: AcceptedEmail, quiet: true | undefined): WebhookEvent[] {
    this.emails.set(email.id, email)
    this.sent.push(email)
    this.usage.add(email.created_at, recipientCount(email))
    this.tally.count(email)
    if (email.scheduled_at) this.scheduled.set(email.id, email)
    email.last_event = email.scheduled_at ? 'scheduled' : email.outcome
    return quiet ? [] : this.expect(eventsFor(email, email.created_at))
  }

  private expect(events: WebhookEvent[]): WebhookEvent[] {
    for (const event of events) this.pending.set(event.id, event)
    return events
  }
}

function withoutBodies(entry: Extract<Entry, { kind: 'accepted' }>): Entry {
  return { ...entry, emails: entry.emails.map((email) => ({ ...email, html: null, text: null })) }
}
