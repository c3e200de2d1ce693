import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { getRevision } from '../sequences/queries.ts'
import type { Revision } from '../sequences/sequence.ts'

/**
 * The course that speaks to a reader where no single one is meant: the one they were last written to about, whose language and look
 * their page and these mails take. Undefined for somebody who never joined any.
 */
export async function courseThatSpeaks(
  db: Kysely<Schema>,
  subscriberId: string,
): Promise<Revision | undefined> {
  const row = await db
    .selectFrom('enrollments as e')
    .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
    .select('q.published_revision_id as id')
    .where('e.subscriber_id', '=', subscriberId)
    .orderBy((eb) => eb.fn.coalesce('e.lesson_before_at', 'e.enrolled_at'), 'desc')
    .executeTakeFirst()
  return row?.id ? getRevision(db, row.id) : undefined
}
