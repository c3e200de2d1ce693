import type { Context } from '../src/context.ts'
import { submitLeftBehind } from '../src/deliveries/queue-mail.ts'
import { processLeftBehind } from '../src/mail-events/store-mail-event.ts'
import { startClaimDueLessons } from './claim-due-lessons.ts'
import { startProcessMailEvent } from './process-mail-event.ts'
import { startReconcile } from './reconcile.ts'
import { startSubmitBatch } from './submit-batch.ts'

/** Starts a worker for each queue, and takes up what an earlier process left unfinished. `jobs.close()` ends them. */
export async function startWorkers(context: Context): Promise<void> {
  await startSubmitBatch(context)
  await startProcessMailEvent(context)
  await startReconcile(context)
  await startClaimDueLessons(context)
  const now = context.clock.now()
  await submitLeftBehind(context, now, { all: true })
  await processLeftBehind(context, now, { all: true })
}
