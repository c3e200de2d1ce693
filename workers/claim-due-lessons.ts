import { sendCareNotices } from '../src/admins/send-care-notices.tsx'
import { sendDigest } from '../src/admins/send-digest.tsx'
import type { Context } from '../src/context.ts'
import { forgetErased } from '../src/deliveries/forget.ts'
import { submitLeftBehind } from '../src/deliveries/queue-mail.ts'
import { resumeSendingWhenOver } from '../src/deliveries/sending.ts'
import { claimAllDue } from '../src/enrollments/claim-due-lessons.ts'
import { tick } from '../src/enrollments/restore-guard.ts'
import { processLeftBehind } from '../src/mail-events/store-mail-event.ts'
import { forgetReplies } from '../src/replies/forget-replies.ts'

const TICK_MS = 20_000

/** The tick: claims what is due, and puts back into the queues whatever was lost from them. */
export async function startClaimDueLessons(context: Context): Promise<void> {
  await context.jobs.startWorker('claim-due-lessons', async () => {
    await context.clock.refresh()
    const now = context.clock.now()
    await tick(context.db.kysely, now)
    await eachOfThem([
      () => sendCareNotices(context, now),
      () => claimAllDue(context, now),
      () => sendDigest(context, now),
      () => resumeSendingWhenOver(context.db.kysely, now),
      () => context.db.kysely.transaction().execute((trx) => forgetErased(trx, now)),
      () => submitLeftBehind(context, now),
      () => processLeftBehind(context, now),
      () => forgetReplies(context, now),
    ])
  })
  await context.jobs.every('claim-due-lessons', TICK_MS)
}

/** One after the other. What one of them cannot do keeps none of the others from its work, and is told in the end. */
async function eachOfThem(parts: (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const part of parts) await part().catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
