import type { Context } from '../src/context.ts'
import { submitBatch } from '../src/deliveries/submit-batch.ts'

/** Lessons, four calls in flight; and, on a queue of their own, the mails that a person waits for. */
export async function startSubmitBatch(context: Context): Promise<void> {
  const handle = async ({ batchId }: { batchId: string }, signal?: AbortSignal) => {
    await context.clock.refresh()
    await submitBatch(context, batchId, context.clock.now(), { signal })
  }
  await context.jobs.startWorker('submit-batch', handle, { concurrency: 4 })
  await context.jobs.startWorker('submit-urgent', handle, { concurrency: 2 })
}
