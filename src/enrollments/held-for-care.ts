import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

/**
 * What stands in `enrollments.held_reason` while a person has to look at a reply first. It says nothing of why. Only
 * whoever may read replies ends such a hold, beside the reply (`replies/resume-after-care`).
 */
export const HELD_FOR_CARE = 'care'

/** Holds a course that is under way and not held otherwise. The query may be narrowed further; it returns the row it held. */
export const holdingForCare = (trx: Kysely<Schema>, enrollmentId: string, now: Date) =>
  trx
    .updateTable('enrollments')
    .set({ held_at: now, held_reason: HELD_FOR_CARE, next_due_at: null, asked_now: false })
    .where('id', '=', enrollmentId)
    .where('held_at', 'is', null)
    .where('unsubscribed_at', 'is', null)
    .where('completed_at', 'is', null)
    .returning('id')
