import { type Kysely, sql } from 'kysely'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/**
 * Takes address, words and values out of mails that were marked as erased; the rows stay, for counts. A mail in a batch that no
 * call can have carried leaves it first: the others go on in a batch of their own, with the bytes they had, and this one is
 * never sent. A mail whose batch is in doubt keeps its bytes until that is settled (same key, same bytes), so this runs
 * again with every tick. Run it in a transaction.
 */
export async function forgetErased(trx: Db, now: Date): Promise<void> {
  const open = await trx
    .selectFrom('batches')
    .select(['id', 'urgent'])
    .where('submitted_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('needs_look_at', 'is', null)
    .where('in_doubt_since', 'is', null)
    .where('id', 'in', toForget(trx).select('batch_id'))
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const batch of open) await partFromBatch(trx, batch, now)
  await sql`
      update deliveries d set to_address = '', slot_values = null, extra_headers = null, from_name = '',
        sealed_mail = case when d.sealed_mail is not null then ''::bytea end,
        failed_at = case when d.submitted_at is null then coalesce(d.failed_at, ${now}) else d.failed_at end,
        failure = case when d.submitted_at is null then 'Erased before it was sent.' end
      from batches b
      where b.id = d.batch_id and d.erased_at is not null and d.to_address <> ''
        and (b.submitted_at is not null or b.refused_at is not null or b.needs_look_at is not null)`.execute(
    trx,
  )
}

const toForget = (db: Db) =>
  db.selectFrom('deliveries').where('erased_at', 'is not', null).where('to_address', '<>', '')

/**
 * The old batch is closed as refused, with the erased mails in it; a worker that has read it meanwhile finds it closed and makes no
 * call. The others move to a new one in the same order.
 */
async function partFromBatch(trx: Db, batch: { id: string; urgent: boolean }, now: Date): Promise<void> {
  const others = await trx
    .selectFrom('deliveries')
    .select('id')
    .where('batch_id', '=', batch.id)
    .where('erased_at', 'is', null)
    .orderBy('place')
    .execute()
  if (others.length > 0) {
    const id = newId(now)
    await trx
      .insertInto('batches')
      .values({ id, urgent: batch.urgent, size: others.length, created_at: now, enqueue_at: now })
      .execute()
    await sql`
      update deliveries d set batch_id = ${id}, place = t.place - 1
      from unnest(${others.map((row) => row.id)}::uuid[]) with ordinality as t(id, place) where d.id = t.id`.execute(
      trx,
    )
  }
  await trx.updateTable('batches').set({ refused_at: now }).where('id', '=', batch.id).execute()
}
