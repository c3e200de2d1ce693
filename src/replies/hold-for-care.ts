import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { HELD_FOR_CARE, holdingForCare } from '../enrollments/held-for-care.ts'

/**
 * The next lesson waits until a person says otherwise (`resumeAfterCare`). Of somebody whose last lesson has gone, the letter
 * that says so does not go: whoever answers them finds better words. What is held for another reason stays so.
 */
export async function holdForCare(trx: Kysely<Schema>, enrollmentId: string, now: Date): Promise<void> {
  await holdingForCare(trx, enrollmentId, now).execute()
  await trx
    .updateTable('enrollments')
    .set({ finish_due_at: null })
    .where('id', '=', enrollmentId)
    .where('completed_at', 'is not', null)
    .execute()
}

/**
 * Whether a reply, as the table `replies` or its alias, is the one of a course held for care beside which a person decides:
 * the latest that is open in care, else the latest that was marked, else the latest. So a held course has one for as long as
 * anything its reader wrote is kept.
 */
export function decidesHold(replies = 'replies'): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${replies}.${name}`)
  return sql<boolean>`(
    ${column('enrollment_id')} in (
      select id from enrollments
      where held_at is not null and held_reason = ${HELD_FOR_CARE} and unsubscribed_at is null)
    and ${column('id')} = (
      select h.id from replies h where h.enrollment_id = ${column('enrollment_id')}
      order by h.care_at is not null and h.care_closed_at is null desc, h.care_at is not null desc,
        h.received_at desc, h.id desc
      limit 1))`
}
