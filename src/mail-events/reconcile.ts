import type { Context } from '../context.ts'
import { storeMailEvent } from './store-mail-event.ts'

/** A mail about which nothing was heard for this long is asked about. */
const SILENT_MS = 30 * 60_000
const GIVE_UP_MS = 3 * 86_400_000
/** Calls at most in one round: they spend the same requests a second as sending does. */
const AT_MOST = 20

/**
 * Finds what webhooks never told: replies that Resend received, and outcomes of mails that stayed silent. What is found
 * comes in by the one door, as an event whose id is made from what it says, so finding it twice is finding it once.
 */
export async function reconcile(context: Context, now: Date): Promise<void> {
  await findLostReplies(context, now)
  await findLostOutcomes(context, now)
}

async function findLostReplies(context: Context, now: Date): Promise<void> {
  const received = await context.mail.listInbound(100)
  if (received.length === 0) return
  const known = await context.db.kysely
    .selectFrom('replies')
    .select('inbound_id')
    .where(
      'inbound_id',
      'in',
      received.map((mail) => mail.id),
    )
    .execute()
  const ids = new Set(known.map((row) => row.inbound_id))
  for (const mail of received) {
    if (ids.has(mail.id)) continue
    const event = { type: 'email.received', created_at: mail.createdAt, data: { email_id: mail.id } }
    await storeMailEvent(context, `reconciled-received-${mail.id}`, event, now)
  }
}

async function findLostOutcomes(context: Context, now: Date): Promise<void> {
  const silent = await context.db.kysely
    .selectFrom('deliveries')
    .select(['id', 'resend_id'])
    .where('resend_id', 'is not', null)
    .where('submitted_at', '<', new Date(now.getTime() - SILENT_MS))
    .where('submitted_at', '>', new Date(now.getTime() - GIVE_UP_MS))
    .where('delivered_at', 'is', null)
    .where('bounced_at', 'is', null)
    .where('failed_at', 'is', null)
    .orderBy('submitted_at')
    .limit(AT_MOST)
    .execute()
  for (const { id, resend_id } of silent) {
    const last = await context.mail.lastEventOf(resend_id!)
    if (!last || last === 'sent' || last === 'queued') continue
    // The list of received mail does not say how a bounce came about; a permanent one is suppressed by Resend itself.
    const event = {
      type: `email.${last}`,
      created_at: now.toISOString(),
      data: { email_id: resend_id!, tags: { delivery: id } },
    }
    await storeMailEvent(context, `reconciled-${last}-${id}`, event, now)
  }
}
