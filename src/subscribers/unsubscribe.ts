import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

/** Stops one course. Idempotent; returns false when there is no such enrollment. */
export async function leaveCourse(db: Kysely<Schema>, enrollmentId: string, now: Date): Promise<boolean> {
  const row = await db
    .updateTable('enrollments')
    .set((eb) => ({ unsubscribed_at: eb.fn.coalesce('unsubscribed_at', eb.val(now)), next_due_at: null }))
    .where('id', '=', enrollmentId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Stops every course of a person at once. Idempotent. */
export async function unsubscribe(db: Kysely<Schema>, subscriberId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('subscribers')
      .set((eb) => ({ unsubscribed_at: eb.fn.coalesce('unsubscribed_at', eb.val(now)) }))
      .where('id', '=', subscriberId)
      .execute()
    await trx
      .updateTable('enrollments')
      .set((eb) => ({ unsubscribed_at: eb.fn.coalesce('unsubscribed_at', eb.val(now)), next_due_at: null }))
      .where('subscriber_id', '=', subscriberId)
      .execute()
  })
}
