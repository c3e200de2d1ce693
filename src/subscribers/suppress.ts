import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'

/** Whoever was erased and asks anew may be asked whether it was them; a bounce or a complaint stays a no. */
export async function mayAsk(db: Kysely<Schema>, addressHash: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('suppressions')
    .select('reason')
    .where('address_hash', '=', addressHash)
    .executeTakeFirst()
  return row === undefined || row.reason === 'erased'
}

/** The person behind an erased address has confirmed anew, and may be written to. */
export async function liftErasure(trx: Kysely<Schema>, addressHash: Buffer): Promise<void> {
  await trx
    .deleteFrom('suppressions')
    .where('address_hash', '=', addressHash)
    .where('reason', '=', 'erased')
    .execute()
}

/**
 * From now on nothing may be mailed to this address, in no course: a permanent bounce, a complaint, or Resend's own list.
 * Kept as a keyed hash, so it outlives the erasure of the person. What was already claimed may still arrive. What is held
 * already keeps its reason, lest a hold for care be lost in it.
 */
export async function suppress(
  db: Kysely<Schema>,
  addressHash: Buffer,
  reason: Schema['suppressions']['reason'],
  now: Date,
): Promise<void> {
  await db
    .insertInto('suppressions')
    .values({ address_hash: addressHash, reason, suppressed_at: now })
    .onConflict((conflict) => conflict.column('address_hash').doNothing())
    .execute()
  await db
    .updateTable('enrollments')
    .set({
      next_due_at: null,
      held_at: sql`coalesce(held_at, ${now})`,
      held_reason: sql`case when held_at is null then ${suppressedFor(reason)} else held_reason end`,
    })
    .where('completed_at', 'is', null)
    .where(
      'subscriber_id',
      'in',
      db.selectFrom('subscribers').select('id').where('address_hash', '=', addressHash),
    )
    .execute()
}

/** What stands in `enrollments.held_reason` for it. */
export const suppressedFor = (reason: Schema['suppressions']['reason']) => `suppressed: ${reason}`

/** Why nothing may be mailed to this person, if so. */
export async function whySuppressed(
  db: Kysely<Schema>,
  subscriberId: string,
): Promise<Schema['suppressions']['reason'] | undefined> {
  const row = await db
    .selectFrom('suppressions as x')
    .innerJoin('subscribers as s', 's.address_hash', 'x.address_hash')
    .select('x.reason')
    .where('s.id', '=', subscriberId)
    .executeTakeFirst()
  return row?.reason
}
