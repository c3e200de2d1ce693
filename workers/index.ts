import type { Context } from '../src/context.ts'
import { submitLeftBehind } from '../src/deliveries/queue-mail.ts'
import { guardAgainstRestore } from '../src/enrollments/restore-guard.ts'
import { processLeftBehind } from '../src/mail-events/store-mail-event.ts'
import { startClaimDueLessons } from './claim-due-lessons.ts'
import { startProcessMailEvent } from './process-mail-event.ts'
import { startReconcile } from './reconcile.ts'
import { startSubmitBatch } from './submit-batch.ts'

/** Starts a worker for each queue after looking for signs of a restored backup, and takes up what an earlier process left unfinished. `jobs.close()` ends them. */
export async function startWorkers(context: Context): Promise<void> {
  await guardAgainstRestore(context, context.clock.now())
  await startSubmitBatch(context)
  await startProcessMailEvent(context)
  await startReconcile(context)
  await startClaimDueLessons(context)
  // Not in up to a tick's time but at once: whoever restarts after a crash is waiting.
  await context.jobs.enqueue('claim-due-lessons', {}).catch(() => undefined)
  const now = context.clock.now()
  await submitLeftBehind(context, now, { all: true })
  await processLeftBehind(context, now, { all: true })
}
