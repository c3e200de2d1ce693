import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { waitsForAnswer } from './waiting.ts'

/** What one prompt brought, over all readers who had its lesson. */
export interface PromptFigures {
  sequence_id: string
  course_title: string
  lesson_id: string
  subject: string
  prompt: string | null
  /** Readers to whom the lesson was delivered. */
  delivered: number
  /** Of those, how many wrote back. */
  wrote_back: number
  /** Replies in all: one reader may write more than once. */
  replies: number
  /** Half of those who wrote back did so within this many seconds of the delivery; null where nobody did. */
  median_seconds: number | null
  waiting: number
}

/**
 * Every lesson of every published course, in their order, as they are published now. Counted are replies of the reader's
 * own, by a person: nothing automatic, nothing set apart, no message that is an order. Nothing is opened.
 */
export async function countByPrompt(db: Kysely<Schema>): Promise<PromptFigures[]> {
  const { rows } = await sql<PromptFigures>`
    with theirs as (
      select r.lesson_id, r.enrollment_id, r.received_at, ${waitsForAnswer('r')} as waits
      from replies r
      where not r.automatic and r.quarantined_at is null and r.command is null
        and r.lesson_id is not null and r.enrollment_id is not null
    ), counted as (
      select lesson_id, count(*)::int as replies, count(*) filter (where waits)::int as waiting
      from theirs group by lesson_id
    ), had as (
      -- once a reader, also of those who began again
      select d.lesson_id, d.enrollment_id, min(d.delivered_at) as delivered_at
      from deliveries d where d.kind = 'lesson' and d.delivered_at is not null
      group by d.lesson_id, d.enrollment_id
    ), answered as (
      select had.lesson_id, had.enrollment_id, had.delivered_at, min(t.received_at) as first_at
      from had left join theirs t on t.lesson_id = had.lesson_id and t.enrollment_id = had.enrollment_id
        and t.received_at >= had.delivered_at
      group by had.lesson_id, had.enrollment_id, had.delivered_at
    ), measured as (
      select lesson_id, count(*)::int as delivered, count(first_at)::int as wrote_back,
        percentile_cont(0.5) within group (order by extract(epoch from first_at - delivered_at)) as median_seconds
      from answered group by lesson_id
    )
    select q.id as sequence_id, v.title as course_title, l.lesson_id, l.subject, l.prompt,
      coalesce(m.delivered, 0) as delivered, coalesce(m.wrote_back, 0) as wrote_back, m.median_seconds,
      coalesce(c.replies, 0) as replies, coalesce(c.waiting, 0) as waiting
    from sequences q
      join revisions v on v.id = q.published_revision_id
      join revision_lessons l on l.revision_id = v.id
      left join measured m on m.lesson_id = l.lesson_id
      left join counted c on c.lesson_id = l.lesson_id
    order by q.created_at, q.id, l.position`.execute(db)
  return rows
}
