import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { HELD_FOR_CARE } from '../enrollments/held-for-care.ts'

/**
 * The next lesson waits until a person says otherwise (`resumeAfterCare`). Of somebody whose last lesson has gone, the letter
 * that says so does not go: whoever answers them finds better words. What is held for another reason stays so.
 */
export async function holdForCare(trx: Kysely<Schema>, enrollmentId: string, now: Date): Promise<void> {
  await trx
    .updateTable('enrollments')
    .set({ held_at: now, held_reason: HELD_FOR_CARE, next_due_at: null, asked_now: false })
    .where('id', '=', enrollmentId)
    .where('held_at', 'is', null)
    .where('unsubscribed_at', 'is', null)
    .where('completed_at', 'is', null)
    .execute()
  await trx
    .updateTable('enrollments')
    .set({ finish_due_at: null })
    .where('id', '=', enrollmentId)
    .where('completed_at', 'is not', null)
    .execute()
}
