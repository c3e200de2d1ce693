import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { newId } from '../db/new-id.ts'

/**
 * A person looked a batch up in Resend's log, because nobody else could know what became of it.
 * `sent`: it left, and is over. `again`: it never left, and may go under a new key; members whose own events came in
 * meanwhile stay behind, since those did leave. Does nothing for a batch that no longer needs a look.
 * @returns the batch to submit now, if there is one
 */
export function settleBatch(
  db: Kysely<Schema>,
  batchId: string,
  outcome: 'sent' | 'again',
  now: Date,
): Promise<{ id: string; urgent: boolean } | undefined> {
  return db.transaction().execute(async (trx) => {
    const batch = await trx
      .selectFrom('batches')
      .selectAll()
      .where('id', '=', batchId)
      .where('needs_look_at', 'is not', null)
      .forUpdate()
      .executeTakeFirst()
    if (!batch) return undefined
    await trx
      .updateTable('batches')
      .set({ submitted_at: now, needs_look_at: null, in_doubt_since: null })
      .where('id', '=', batchId)
      .execute()
    const unknown = trx
      .updateTable('deliveries')
      .where('batch_id', '=', batchId)
      .where('submitted_at', 'is', null)
    if (outcome === 'sent') {
      await unknown.set({ submitted_at: now }).execute()
      return undefined
    }
    // It would be a fresh mail, so consent counts as it stands today.
    await sql`
      update deliveries d set failed_at = ${now}, failure = 'They left before it could be sent again.'
      where d.batch_id = ${batchId} and d.submitted_at is null and d.failed_at is null and (
        exists (select from enrollments e where e.id = d.enrollment_id and e.unsubscribed_at is not null)
        or exists (select from subscribers s where s.id = d.subscriber_id and (s.unsubscribed_at is not null
          or exists (select from suppressions x where x.address_hash = s.address_hash))))`.execute(trx)
    const id = newId(now)
    const left = await trx
      .selectFrom('deliveries')
      .select('id')
      .where('batch_id', '=', batchId)
      .where('submitted_at', 'is', null)
      .where('failed_at', 'is', null)
      .orderBy('place')
      .execute()
    if (left.length === 0) return undefined
    const { urgent } = batch
    await trx
      .insertInto('batches')
      .values({ id, urgent, size: left.length, created_at: now, enqueue_at: now })
      .execute()
    await sql`
      update deliveries d set batch_id = ${id}, place = t.place - 1
      from unnest(${left.map((row) => row.id)}::uuid[]) with ordinality as t(id, place) where d.id = t.id`.execute(
      trx,
    )
    return { id, urgent }
  })
}
