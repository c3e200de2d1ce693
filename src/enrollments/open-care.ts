import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { holdingForCare } from './held-for-care.ts'

/**
 * Whether a reply with signs of distress in this course, as the table `enrollments` or its alias, is still undecided: nobody
 * closed it, nor let the course go on. While it is, no lesson and no letter goes, whatever else is said of the enrollment.
 * The index `replies_in_care` answers it.
 */
export const hasOpenCare = (enrollments = 'enrollments'): RawBuilder<boolean> => sql<boolean>`exists (
  select from replies care where care.enrollment_id = ${sql.ref(`${enrollments}.id`)}
    and care.care_at is not null and care.care_closed_at is null and care.care_resumed_at is null
    and care.erased_at is null)`

/**
 * A course that would go on, while care is open that could not hold it when it came (it was held otherwise, over or left),
 * is held now.
 * @returns whether it was
 */
export async function holdIfInCare(trx: Kysely<Schema>, enrollmentId: string, now: Date): Promise<boolean> {
  const held = await holdingForCare(trx, enrollmentId, now).where(hasOpenCare()).executeTakeFirst()
  return held !== undefined
}

export async function isInCare(db: Kysely<Schema>, enrollmentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('enrollments')
    .select(hasOpenCare().as('in_care'))
    .where('id', '=', enrollmentId)
    .executeTakeFirst()
  return row?.in_care ?? false
}
