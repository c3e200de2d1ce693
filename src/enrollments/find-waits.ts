import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { nextLesson } from '../sequences/next-lesson.ts'
import { getRevision } from '../sequences/queries.ts'
import { waitsUntil } from './decide.ts'
import { progressOf, repliedSince } from './queries.ts'
import { ruleOf } from './rule-of.ts'

/**
 * Until when the next lesson of each of these enrollments waits for a reply, as a claim would decide it now. The row itself
 * knows only once the lesson has come due. Whose next lesson waits for nothing, or no longer than a pause, is not in it.
 */
export async function findWaits(db: Kysely<Schema>, ids: string[], now: Date): Promise<Map<string, Date>> {
  const waits = new Map<string, Date>()
  if (ids.length === 0) return waits
  const rows = await db
    .selectFrom('enrollments as e')
    .innerJoin('subscribers as s', 's.id', 'e.subscriber_id')
    .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
    .selectAll('e')
    .select(['s.timezone', 'q.published_revision_id'])
    .where('e.id', 'in', ids)
    .where('e.next_due_at', 'is not', null)
    .where('e.asked_now', '=', false)
    .where(
      sql<boolean>`exists (select from revision_lessons l
        where l.revision_id = q.published_revision_id and l.wait_at_most_days is not null)`,
    )
    .execute()
  const progress = await progressOf(db, rows)
  const replied = await repliedSince(
    db,
    rows.map((row) => row.id),
  )
  for (const row of rows) {
    if (replied.has(row.id)) continue
    const published = await getRevision(db, row.published_revision_id!)
    const following = await getRevision(db, row.following_revision_id)
    const { had, passed } = progress.get(row.id)!
    const followed = following.lessons.map((lesson) => lesson.lessonId)
    const { next } = nextLesson(published.lessons, followed, had, { passed })
    const until = next && waitsUntil(ruleOf(published, row), next, row.lesson_before_at)
    const otherwise = Math.max(now.getTime(), row.next_due_at!.getTime(), row.paused_until?.getTime() ?? 0)
    if (until && until.getTime() >= otherwise) waits.set(row.id, until)
  }
  return waits
}
