import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import type { Secrets } from '../secrets.ts'
import { leaveCourse } from '../subscribers/unsubscribe.ts'

/** Why somebody leaves, if they care to say. Authors see it without a name. */
export const LEAVING_REASONS = [
  'had_enough',
  'too_often',
  'no_time',
  'not_for_me',
  'too_much',
  'other',
] as const
export type LeavingReason = (typeof LEAVING_REASONS)[number]

/** Leaves one course; the reader's own words about it are sealed. */
export async function leave(
  { db, secrets }: { db: Kysely<Schema>; secrets: Secrets },
  enrollmentId: string,
  because: { reason?: LeavingReason | undefined; words?: string | undefined },
  now: Date,
): Promise<void> {
  await leaveCourse(db, enrollmentId, now)
  await db
    .updateTable('enrollments')
    .set({
      leaving_reason: because.reason ?? null,
      leaving_words_sealed: because.words ? secrets.seal(because.words) : null,
    })
    .where('id', '=', enrollmentId)
    .execute()
}
