/**
 * The one door out. A batch is frozen: its members, their values and the compiled mails they fill. So every attempt
 * sends the same bytes under the same Idempotency-Key, and Resend (which keeps keys for 24 hours) takes it once.
 *
 *   claimed ──attempt──▶ in doubt ──accepted──▶ submitted
 *      ▲                    │ ├──refused───────▶ refused (every mail in it failed, with the reason)
 *      └──not taken (429)───┘ └──over 23 h, or Resend says "another payload"──▶ needs look (a person decides)
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { ResendError } from '../mail/error-table.ts'
import type { SubmitOutcome } from '../mail/open-mail.ts'
import { jsonText, type Payload, writePayload } from '../mail/payload.ts'
import { prepare, type PreparedMail } from './fill.ts'
import { Latest } from './latest.ts'
import { toOutgoingMail } from './outgoing-mail.ts'
import { deliveriesOf, findBatch, findCompiled } from './queries.ts'
import { backOff, isPaused, learnPace, pauseSending, takeTicket } from './sending.ts'

/** Resend keeps an idempotency key 24 hours; an hour is left for clocks that disagree. */
const KEY_LIVES_MS = 23 * 3_600_000

/** Thrown so that the queue tries again later; the batch itself is untouched. */
export class NotSubmittedYet extends Error {}

export async function submitBatch(
  context: Context,
  batchId: string,
  now: Date,
  options: { signal?: AbortSignal } = {},
): Promise<void> {
  const { db, mail } = context
  const batch = await findBatch(db.kysely, batchId)
  if (!batch || batch.submitted_at || batch.refused_at || batch.needs_look_at) return
  const purpose = batch.urgent ? 'urgent' : 'lesson'
  if (await isPaused(db.kysely, purpose)) return

  const payload = await writeBatch(context, batchId)
  const sha256 = createHash('sha256').update(payload.bytes).digest()
  if (batch.in_doubt_since) {
    if (now.getTime() - batch.first_attempt_at!.getTime() > KEY_LIVES_MS)
      return askForALook(
        context,
        batchId,
        'Its outcome was still unknown when the idempotency key ran out.',
        now,
      )
    if (!batch.payload_sha256!.equals(sha256))
      return askForALook(
        context,
        batchId,
        'Its bytes changed after an attempt whose outcome is unknown.',
        now,
      )
  }

  if ((await takeTicket(db.kysely, purpose, options.signal)) === 'paused') return
  const begun = await db.kysely
    .updateTable('batches')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      // A key that was surely not taken may begin its 24 hours anew.
      first_attempt_at: batch.in_doubt_since ? batch.first_attempt_at : now,
      in_doubt_since: eb.fn.coalesce('in_doubt_since', eb.val(now)),
      payload_sha256: sha256,
    }))
    .where('id', '=', batchId)
    // While this worker waited for its ticket, another may have finished the batch, or a person settled it.
    .where('submitted_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('needs_look_at', 'is', null)
    .returning('attempts')
    .executeTakeFirst()
  if (!begun) return

  context.checkpoint?.('before call')
  const outcome = await mail.submit(batchId, payload)
  context.checkpoint?.('after call before record')
  await record(
    context,
    { id: batchId, attempts: begun.attempts, inDoubtBefore: batch.in_doubt_since },
    outcome,
    now,
  )
  context.checkpoint?.('after record')
}

// Compiled mails prepared for `writePayload`; a few kilobytes each.
const prepared = new Latest<PreparedMail>(300)

async function writeBatch(context: Context, batchId: string): Promise<Payload> {
  const rows = await deliveriesOf(context.db.kysely, batchId)
  const ids = [...new Set(rows.flatMap((row) => row.compiled_id ?? []))]
  // Held here while the batch is written, whatever the others push out of memory meanwhile.
  const mine = new Map<string, PreparedMail>()
  for (const id of ids) {
    const known = prepared.get(id)
    if (known) mine.set(id, known)
  }
  const missing = ids.filter((id) => !mine.has(id))
  for (const compiled of missing.length > 0 ? await findCompiled(context.db.kysely, missing) : [])
    mine.set(
      compiled.id,
      prepared.getOrMake(compiled.id, () => prepare(compiled, jsonText)),
    )
  return writePayload(
    rows.map((row) => toOutgoingMail(context, row, mine.get(row.compiled_id ?? ''), jsonText)),
  )
}

interface Attempt {
  id: string
  /** Which attempt this was. */
  attempts: number
  /** Since when an earlier one was in doubt: what a refusal of this one says nothing about. */
  inDoubtBefore: Date | null
}

async function record(context: Context, attempt: Attempt, outcome: SubmitOutcome, now: Date): Promise<void> {
  const db = context.db.kysely
  const batchId = attempt.id
  if (outcome.perSecond) await learnPace(db, outcome.perSecond)
  if (outcome.accepted) return recordAccepted(context, batchId, outcome, now)

  const { verdict, error } = outcome
  const last_error = `${error.statusCode ?? 'no status'} ${error.name}: ${error.message}`.slice(0, 500)
  switch (verdict.do) {
    case 'retry':
      await db.updateTable('batches').set({ last_error }).where('id', '=', batchId).execute()
      if (!verdict.inDoubt) await notTaken(context, attempt)
      if (verdict.slowDownSeconds) await backOff(db, verdict.slowDownSeconds)
      throw new NotSubmittedYet(briefly(error))
    case 'pause':
      await db.updateTable('batches').set({ last_error }).where('id', '=', batchId).execute()
      await notTaken(context, attempt)
      await pauseSending(db, verdict.reason, now, verdict.untilReset && resetOf(verdict.untilReset, now))
      context.log.error({ error: briefly(error) }, 'sending is paused')
      return
    case 'refuse':
      // Refused now, but perhaps taken before: only a person can tell these mails' readers what they have.
      if (attempt.inDoubtBefore) return askForALook(context, batchId, last_error, now)
      await db
        .updateTable('batches')
        .set({ last_error, refused_at: now })
        .where('id', '=', batchId)
        .where('submitted_at', 'is', null)
        .execute()
      await db
        .updateTable('deliveries')
        .set({ failed_at: now, failure: verdict.reason.slice(0, 500) })
        .where('batch_id', '=', batchId)
        .where('submitted_at', 'is', null)
        .where('failed_at', 'is', null)
        .execute()
      context.log.error({ batchId, error: briefly(error) }, 'a batch was refused')
      return
    case 'look':
      return askForALook(context, batchId, last_error, now)
  }
}

/** This attempt was surely not taken. An earlier one may have been, and so may one that began meanwhile. */
async function notTaken({ db }: Context, attempt: Attempt): Promise<void> {
  await db.kysely
    .updateTable('batches')
    .set({ in_doubt_since: attempt.inDoubtBefore })
    .where('id', '=', attempt.id)
    .where('attempts', '=', attempt.attempts)
    .execute()
}

async function recordAccepted(
  { db }: Context,
  batchId: string,
  { ids, refusals }: Extract<SubmitOutcome, { accepted: true }>,
  now: Date,
): Promise<void> {
  const failures = ids.map((_, place) => refusals.get(place)?.slice(0, 500) ?? null)
  await sql`
    with answer as (
      select resend_id, failure, place - 1 as place
      from unnest(${ids}::text[], ${failures}::text[]) with ordinality as t(resend_id, failure, place)),
    marked as (
      update deliveries d set
        submitted_at = case when a.failure is null then ${now}::timestamptz end,
        resend_id = a.resend_id,
        failed_at = case when a.failure is not null then ${now}::timestamptz end,
        failure = a.failure
      from answer a where d.batch_id = ${batchId} and d.place = a.place and d.submitted_at is null)
    update batches set submitted_at = ${now}, in_doubt_since = null, last_error = null
    where id = ${batchId} and submitted_at is null`.execute(db.kysely)
}

async function askForALook({ db, log }: Context, batchId: string, reason: string, now: Date): Promise<void> {
  await db.kysely
    .updateTable('batches')
    .set({ needs_look_at: now, last_error: reason.slice(0, 500) })
    .where('id', '=', batchId)
    .where('submitted_at', 'is', null)
    .where('refused_at', 'is', null)
    .execute()
  log.error({ batchId }, 'a batch needs a look')
}

/** For logs: Resend's own sentence may quote an address. */
const briefly = (error: ResendError) => `${error.statusCode ?? 'no status'} ${error.name}`

/** Quotas begin anew at midnight UTC, of the day or of the month's first. */
function resetOf(period: 'day' | 'month', now: Date): Date {
  return period === 'day'
    ? new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1))
    : new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
}
