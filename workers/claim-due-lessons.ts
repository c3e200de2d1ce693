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
    await sendCareNotices(context, now)
    await claimAllDue(context, now)
    await sendDigest(context, now)
    await resumeSendingWhenOver(context.db.kysely, now)
    await context.db.kysely.transaction().execute((trx) => forgetErased(trx, now))
    await submitLeftBehind(context, now)
    await processLeftBehind(context, now)
    await forgetReplies(context, now)
  })
  await context.jobs.every('claim-due-lessons', TICK_MS)
}
