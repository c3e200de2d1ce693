import type { Context } from '../src/context.ts'
import { reconcile } from '../src/mail-events/reconcile.ts'

const EVERY_MS = 10 * 60_000

/** Asks Resend about what its webhooks never told. */
export async function startReconcile(context: Context): Promise<void> {
  await context.jobs.startWorker('reconcile', async () => reconcile(context, context.clock.now()))
  await context.jobs.every('reconcile', EVERY_MS)
}
