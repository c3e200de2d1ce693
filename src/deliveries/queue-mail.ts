import type { Kysely } from 'kysely'
import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import type { CompiledMail } from './compile.ts'
import { isPaused } from './sending.ts'
import { insertBatches, insertCompiled, type NewDelivery, takeLeftBehind } from './queries.ts'

/** A mail that a person waits for: a compiled one with its values, or a private one as a whole. */
export type UrgentMail = Omit<NewDelivery, 'id' | 'compiled_id' | 'sealed_mail'> & { id?: string } & (
    | { compiled: CompiledMail }
    | { sealed_mail: Buffer }
  )

/**
 * Writes one mail that overtakes the lessons, inside the transaction of what it is about.
 * @returns the batch to hand to `submitLater` once that transaction is committed, and the delivery
 */
export async function queueMail(
  trx: Kysely<Schema>,
  mail: UrgentMail,
  now: Date,
): Promise<{ batchId: string; deliveryId: string }> {
  const batchId = newId(now)
  const deliveryId = mail.id ?? newId(now)
  const { compiled, ...row } = 'compiled' in mail ? mail : { ...mail, compiled: undefined }
  if (compiled) await insertCompiled(trx, [compiled])
  await insertBatches(
    trx,
    [{ id: batchId, urgent: true, deliveries: [{ ...row, id: deliveryId, compiled_id: compiled?.id }] }],
    now,
  )
  return { batchId, deliveryId }
}

/** Resend takes 100 mails in one call. */
const BATCH = 100

/**
 * Writes mails that nobody waits for, in batches, inside the transaction of what they are about.
 * @returns the batches to hand to `submitLater`
 */
export async function queueMails(
  trx: Kysely<Schema>,
  compiled: CompiledMail[],
  deliveries: NewDelivery[],
  now: Date,
): Promise<{ id: string; urgent: boolean }[]> {
  if (deliveries.length === 0) return []
  await insertCompiled(trx, compiled)
  const batches = []
  for (let start = 0; start < deliveries.length; start += BATCH)
    batches.push({ id: newId(now), urgent: false, deliveries: deliveries.slice(start, start + BATCH) })
  await insertBatches(trx, batches, now)
  return batches.map(({ id, urgent }) => ({ id, urgent }))
}

/** Puts batches in their queues. A courtesy: what fails here is found by the next tick, since Postgres holds the truth. */
export async function submitLater(
  { jobs, log }: Context,
  batches: { id: string; urgent: boolean }[],
  jobIdOf = (id: string) => id,
): Promise<void> {
  for (const urgent of [true, false]) {
    const ids = batches.filter((batch) => batch.urgent === urgent)
    if (ids.length === 0) continue
    await jobs
      .enqueueMany(
        urgent ? 'submit-urgent' : 'submit-batch',
        ids.map(({ id }) => ({ payload: { batchId: id }, jobId: jobIdOf(id) })),
      )
      .catch((error) => log.warn({ err: error }, 'could not enqueue; the next tick will'))
  }
}

/**
 * What a crash, an emptied Redis or a pause left behind goes back into the queues; `all` does not wait for its minute.
 * Under a job id of its own, since the job of a killed worker holds the one before for up to a minute. A copy too many
 * finds its batch submitted and ends at once.
 */
export async function submitLeftBehind(context: Context, now: Date, { all = false } = {}): Promise<void> {
  if (await isPaused(context.db.kysely, 'urgent')) return
  const batches = await takeLeftBehind(context.db.kysely, now, all)
  await submitLater(context, batches, (id) => `${id}-${now.getTime()}`)
}
