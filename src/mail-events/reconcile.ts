import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { takeTicket } from '../deliveries/sending.ts'
import { storeMailEvent } from './store-mail-event.ts'

/** A mail about which nothing was heard for this long is asked about. */
const SILENT_MS = 30 * 60_000
const GIVE_UP_MS = 3 * 86_400_000
/** Calls at most in one round: they spend the same requests a second as sending does. */
const AT_MOST = 20
/** Received mails Resend lists at once, and how many such lists one round asks for. */
const PAGE = 100
const PAGES = 30
/** One webhook of many may be lost, so lists without a gap are looked through too, back to here. */
const LOOK_BACK_MS = 3 * 86_400_000

/**
 * Finds what webhooks never told: replies that Resend received, and outcomes of mails that stayed silent. What is found
 * comes in by the one door, as an event whose id is made from what it says, so finding it twice is finding it once.
 */
export async function reconcile(context: Context, now: Date): Promise<void> {
  // What one of the two cannot do must not keep the other from its work.
  const results = await Promise.allSettled([findLostReplies(context, now), findLostOutcomes(context, now)])
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

/**
 * Three days back, and then to the newest page that holds nothing new, so that neither a single webhook nor a long silence
 * of them loses a reply. What came before there was a course answers no letter of ours.
 */
async function findLostReplies(context: Context, now: Date): Promise<void> {
  const since = await firstCourseMadeAt(context.db.kysely)
  if (!since) return
  const lookedThroughTo = new Date(Math.max(now.getTime() - LOOK_BACK_MS, since.getTime()))
  let after: string | undefined
  for (let page = 0; page < PAGES; page++) {
    await takeTicket(context.db.kysely, 'reading')
    const listed = await context.mail.listInbound(PAGE, after)
    const received = listed.filter((mail) => new Date(mail.createdAt) >= since)
    const known = await knownMails(
      context.db.kysely,
      received.map((mail) => mail.id),
    )
    const lost = received.filter((mail) => !known.has(mail.id))
    for (const { id, createdAt } of lost) {
      const event = { type: 'email.received', created_at: createdAt, data: { email_id: id } }
      await storeMailEvent(context, `reconciled-received-${id}`, event, now)
    }
    const last = listed.at(-1)
    if (!last || listed.length < PAGE) return
    if (lost.length === 0 && new Date(last.createdAt) < lookedThroughTo) return
    after = last.id
  }
}

async function firstCourseMadeAt(db: Kysely<Schema>): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(created_at) as at from sequences`.execute(db)
  return rows[0]?.at ?? null
}

/** Those that are replies, and those that were told of before: their writer may have had them erased since. */
async function knownMails(db: Kysely<Schema>, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select inbound_id as id from replies where inbound_id = any(${ids})
    union select payload -> 'data' ->> 'email_id' from mail_events
      where type = 'email.received' and payload -> 'data' ->> 'email_id' = any(${ids})`.execute(db)
  return new Set(rows.map((row) => row.id))
}

async function findLostOutcomes(context: Context, now: Date): Promise<void> {
  // By their batches, which are a hundred times fewer; at random, so that mails nothing can be learnt about block no others.
  const { rows: silent } = await sql<{ id: string; resend_id: string }>`
    select d.id, d.resend_id from batches b join deliveries d on d.batch_id = b.id
    where b.submitted_at between ${new Date(now.getTime() - GIVE_UP_MS)} and ${new Date(now.getTime() - SILENT_MS)}
      and d.resend_id is not null and d.delivered_at is null and d.bounced_at is null and d.failed_at is null
    order by random() limit ${AT_MOST}`.execute(context.db.kysely)
  for (const { id, resend_id } of silent) {
    await takeTicket(context.db.kysely, 'reading')
    const said = await context.mail.lastEventOf(resend_id)
    if (!said || said === 'sent' || said === 'queued') continue
    // Who opened or clicked has it.
    const last = said === 'opened' || said === 'clicked' ? 'delivered' : said
    // The list of received mail does not say how a bounce came about; a permanent one is suppressed by Resend itself.
    const event = {
      type: `email.${last}`,
      created_at: now.toISOString(),
      data: { email_id: resend_id, tags: { delivery: id } },
    }
    await storeMailEvent(context, `reconciled-${last}-${id}`, event, now)
  }
}
