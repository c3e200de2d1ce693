import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { MailEvent } from '../mail/open-mail.ts'
import { suppress } from '../subscribers/suppress.ts'

const COLUMN = {
  'email.sent': 'sent_at',
  'email.delivered': 'delivered_at',
  'email.delivery_delayed': 'delayed_at',
  'email.bounced': 'bounced_at',
  'email.complained': 'complained_at',
  'email.failed': 'failed_at',
  'email.suppressed': 'failed_at',
} as const
type Outcome = keyof typeof COLUMN

export const isOutcome = (type: string): type is Outcome => Object.hasOwn(COLUMN, type)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Notes what became of a mail. Events come late, twice and in any order: each fills its own column, once, and none
 * undoes another. An event about a mail whose submission was in doubt also proves that Resend has it.
 */
export async function recordOutcome(context: Context, event: MailEvent): Promise<void> {
  const id = event.data.tags?.delivery
  if (!isOutcome(event.type) || !id || !UUID.test(id)) return
  const at = new Date(event.created_at)
  const column = sql.ref(COLUMN[event.type])
  const failure = failureOf(event)
  await context.db.kysely.transaction().execute(async (trx) => {
    const { rows } = await sql<{ to_address: string; batch_id: string; subscriber_id: string | null }>`
      update deliveries set
        ${column} = coalesce(${column}, ${at}),
        submitted_at = coalesce(submitted_at, ${at}),
        resend_id = coalesce(resend_id, ${event.data.email_id ?? null}),
        message_id = coalesce(message_id, ${event.data.message_id ?? null}),
        failure = coalesce(failure, ${failure})
      where id = ${id} returning to_address, batch_id, subscriber_id`.execute(trx)
    const delivery = rows[0]
    if (!delivery) return
    // One call carried the whole batch, so one mail's event answers what nobody knew about it. A batch still being
    // retried is left to its retry, whose answer also says which of its mails were refused.
    await trx
      .updateTable('batches')
      .set({ submitted_at: at, in_doubt_since: null, needs_look_at: null })
      .where('id', '=', delivery.batch_id)
      .where('needs_look_at', 'is not', null)
      .execute()
    const reason = await suppressionBy(event, trx, delivery.subscriber_id)
    if (reason) await suppress(trx, context.secrets.hashOf(delivery.to_address), reason, at)
  })
}

type Trx = Parameters<typeof suppress>[0]

/** A permanent bounce or a complaint ends it; of soft bounces three among the last five mails do. */
async function suppressionBy(event: MailEvent, trx: Trx, subscriberId: string | null) {
  if (event.type === 'email.complained') return 'complained'
  if (event.type === 'email.suppressed') return 'suppressed'
  if (event.type !== 'email.bounced') return undefined
  const bounce = event.data.bounce as { type?: string } | undefined
  if (bounce?.type === 'Permanent') return 'bounced'
  const lastFive = await trx
    .selectFrom('deliveries')
    .select('bounced_at')
    .where('subscriber_id', '=', subscriberId)
    .where('submitted_at', 'is not', null)
    .orderBy('queued_at', 'desc')
    .limit(5)
    .execute()
  return lastFive.filter((row) => row.bounced_at).length >= 3 ? 'bounced' : undefined
}

function failureOf(event: MailEvent): string | null {
  const { bounce, failed, suppressed } = event.data as Record<
    string,
    { message?: string; reason?: string } | undefined
  >
  const words = bounce?.message ?? failed?.reason ?? suppressed?.message
  return words ? words.slice(0, 500) : null
}
