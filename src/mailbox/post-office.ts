import type { Faults } from './faults.ts'
import type { IdempotencyKeys } from './idempotency.ts'
import type { Ledger } from './ledger.ts'
import type { MailboxOptions } from './mailbox.ts'
import type { RateWindow } from './rate-window.ts'
import type { Webhooks } from './webhooks.ts'

/** What the routes share. */
export interface PostOffice {
  options: MailboxOptions
  wallClock: () => Date
  ledger: Ledger
  webhooks: Webhooks
  faults: Faults
  rate: RateWindow
  keys: IdempotencyKeys
}

/** Writes an entry down and sends the webhooks it gives rise to. */
export async function recordAndTell(
  office: PostOffice,
  entry: Parameters<Ledger['record']>[0],
): Promise<void> {
  const events = await office.ledger.record(entry)
  if (events.length > 0) office.webhooks.issue(events, office.faults.drawForWebhooks())
}

/** Without a webhook address nothing is to be told, now or after a restart with one. */
export const quietly = (office: PostOffice): { quiet?: true } =>
  office.options.webhookUrl ? {} : { quiet: true }
