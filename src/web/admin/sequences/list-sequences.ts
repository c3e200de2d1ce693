import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

export interface ListedSequence {
  slug: string
  title: string
  number: number
  lessons: number
  under_way: number
  finished: number
  draft_by: string | null
  opened_at: Date | null
}

/** Every published course with who is in it. */
export async function listSequences(db: Kysely<Schema>): Promise<ListedSequence[]> {
  const { rows } = await sql<ListedSequence>`
    select q.slug, q.opened_at, r.title, r.number,
      (select count(*)::int from revision_lessons l where l.revision_id = r.id) as lessons,
      coalesce(e.under_way, 0) as under_way, coalesce(e.finished, 0) as finished, d.updated_by as draft_by
    from sequences q
      join revisions r on r.id = q.published_revision_id
      left join drafts d on d.sequence_id = q.id
      left join (
        select e.sequence_id,
          (count(*) filter (where e.completed_at is null and e.held_at is null
            and e.unsubscribed_at is null and s.unsubscribed_at is null))::int as under_way,
          (count(*) filter (where e.completed_at is not null))::int as finished
        from enrollments e join subscribers s on s.id = e.subscriber_id
        group by e.sequence_id) e on e.sequence_id = q.id
    order by r.title`.execute(db)
  return rows
}
