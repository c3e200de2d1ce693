import type { Context } from '../src/context.ts'
import { processMailEvent } from '../src/mail-events/process-mail-event.ts'

export async function startProcessMailEvent(context: Context): Promise<void> {
  await context.jobs.startWorker(
    'process-mail-event',
    async ({ mailEventId }) => {
      await context.clock.refresh()
      await processMailEvent(context, mailEventId, context.clock.now())
    },
    { concurrency: 4 },
  )
}
