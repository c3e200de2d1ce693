import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

/** A reader's courses as their own page shows them; a pause that is over is none. */
export async function listCoursesOf(db: Kysely<Schema>, subscriberId: string, now: Date) {
  const rows = await db
    .selectFrom('enrollments as e')
    .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
    .innerJoin('revisions as r', 'r.id', 'q.published_revision_id')
    .select([
      'e.id',
      'e.send_time',
      'e.next_due_at',
      'e.completed_at',
      'e.paused_at',
      'e.paused_until',
      'e.held_at',
      'e.unsubscribed_at',
      'r.title',
    ])
    .where('e.subscriber_id', '=', subscriberId)
    .orderBy('e.enrolled_at')
    .execute()
  return rows.map((row) => ({
    ...row,
    paused_until: row.paused_until && row.paused_until > now ? row.paused_until : null,
  }))
}
