import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { MailEvent } from '../mail/open-mail.ts'
import { withReason, withoutWords } from './without-words.ts'

/**
 * The one door in: what Resend tells us is a row before anything is done about it, and only then is Resend told 200.
 * Delivered twice, it is one row. The job is a courtesy; the tick finds what was never processed.
 */
export async function storeMailEvent(
  context: Context,
  svixId: string,
  event: MailEvent,
  now: Date,
): Promise<void> {
  // A subject, of a reply or of our answer to it, and the names of files say as much as the message does: none is kept, not
  // for a moment. A received message is fetched whole, and sealed, by id.
  const kept = event.type === 'email.received' ? withoutWords(event) : withReason(event)
  await context.db.kysely
    .insertInto('mail_events')
    .values({ svix_id: svixId, type: event.type, payload: asJson(kept), received_at: now })
    .onConflict((conflict) => conflict.column('svix_id').doNothing())
    .execute()
  await processLater(context, [svixId])
}

/** A subject may hold what Postgres takes in no text: NUL and halves of characters. For them nothing may be turned away. */
const asJson = (event: MailEvent): string =>
  JSON.stringify(event, (_, value) =>
    typeof value === 'string' ? value.replace(/\0|\p{Surrogate}/gu, '\ufffd') : value,
  )

export async function processLater({ jobs, log }: Context, ids: string[], suffix = ''): Promise<void> {
  if (ids.length === 0) return
  await jobs
    .enqueueMany(
      'process-mail-event',
      ids.map((id) => ({ payload: { mailEventId: id }, jobId: `event-${id}${suffix}` })),
    )
    .catch((error) => log.warn({ err: error }, 'could not enqueue; the next tick will'))
}

/** Attempts, over some two weeks, after which an event waits for a person. */
export const GIVEN_UP_AFTER = 40

/**
 * Events whose job was lost or failed, oldest first: after a minute, then after twice as long each time, up to half a day
 * apart. Those given up are left alone. `all` takes what no job is known to have.
 */
export async function processLeftBehind(context: Context, now: Date, { all = false } = {}): Promise<void> {
  const { rows } = await sql<{ svix_id: string }>`
    select svix_id from mail_events
    where processed_at is null and attempts < ${GIVEN_UP_AFTER}
      and (${all} or received_at <= ${now}::timestamptz - least(power(2, attempts), 720) * interval '1 minute')
    order by received_at limit 1000`.execute(context.db.kysely)
  // Another job id than before: the job of a killed worker holds that one for up to a minute.
  await processLater(
    context,
    rows.map((row) => row.svix_id),
    `-${now.getTime()}`,
  )
}
