import type { Context } from '../context.ts'
import type { MailEvent } from '../mail/open-mail.ts'

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
  await context.db.kysely
    .insertInto('mail_events')
    .values({ svix_id: svixId, type: event.type, payload: JSON.stringify(event), received_at: now })
    .onConflict((conflict) => conflict.column('svix_id').doNothing())
    .execute()
  await processLater(context, [svixId])
}

export async function processLater({ jobs, log }: Context, ids: string[], suffix = ''): Promise<void> {
  if (ids.length === 0) return
  await jobs
    .enqueueMany(
      'process-mail-event',
      ids.map((id) => ({ payload: { mailEventId: id }, jobId: `event-${id}${suffix}` })),
    )
    .catch((error) => log.warn({ err: error }, 'could not enqueue; the next tick will'))
}

const LEFT_BEHIND_AFTER_MS = 60_000

/** Events whose job was lost, oldest first. Those that failed ten times wait for a person. */
export async function processLeftBehind(context: Context, now: Date, { all = false } = {}): Promise<void> {
  const after = all ? 0 : LEFT_BEHIND_AFTER_MS
  const rows = await context.db.kysely
    .selectFrom('mail_events')
    .select('svix_id')
    .where('processed_at', 'is', null)
    .where('received_at', '<=', new Date(now.getTime() - after))
    .where('attempts', '<', 10)
    .orderBy('received_at')
    .limit(1000)
    .execute()
  await processLater(
    context,
    rows.map((row) => row.svix_id),
    // The job of a killed worker still holds the first id for a while.
    `-again-${now.getTime()}`,
  )
}
