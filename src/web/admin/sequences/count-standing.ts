import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { nextLesson } from '../../../sequences/next-lesson.ts'
import { getRevision } from '../../../sequences/queries.ts'
import type { Revision } from '../../../sequences/sequence.ts'

export interface Standing {
  /** Readers under way for whom it comes next, by lesson id. */
  waiting: Map<string, number>
  /** Readers whom it was mailed to in their present run, by lesson id. */
  had: Map<string, number>
}

/**
 * Where the readers of a course stand. Readers of one state (what they follow, had and passed) are counted by the
 * database and decided once, so this grows with the number of states, not of readers.
 */
export async function countStanding(db: Kysely<Schema>, published: Revision): Promise<Standing> {
  const standing: Standing = { waiting: new Map(), had: new Map() }
  for (const state of await statesOf(db, published.sequenceId)) {
    const following = await getRevision(db, state.following)
    const { next } = nextLesson(
      published.lessons,
      following.lessons.map((lesson) => lesson.lessonId),
      new Set(state.had),
      { passed: new Set(state.passed) },
    )
    if (next) standing.waiting.set(next.lessonId, (standing.waiting.get(next.lessonId) ?? 0) + state.readers)
  }
  const { rows } = await sql<{ lesson_id: string; readers: number }>`
    select d.lesson_id, count(*)::int as readers
    from deliveries d join enrollments e on e.id = d.enrollment_id and e.run = d.run
    where d.kind = 'lesson' and e.sequence_id = ${published.sequenceId}
    group by d.lesson_id`.execute(db)
  for (const row of rows) standing.had.set(row.lesson_id, row.readers)
  return standing
}

interface State {
  following: string
  had: string[]
  passed: string[]
  readers: number
}

async function statesOf(db: Kysely<Schema>, sequenceId: string): Promise<State[]> {
  const { rows } = await sql<State>`
    select e.following_revision_id as following, h.ids as had, p.ids as passed, count(*)::int as readers
    from enrollments e
      join subscribers s on s.id = e.subscriber_id
      cross join lateral (
        select coalesce(array_agg(x.id order by x.id), '{}') as ids from (
          select lesson_id::text as id from deliveries
            where enrollment_id = e.id and run = e.run and kind = 'lesson'
          union
          select lesson_id::text from passed_lessons
            where enrollment_id = e.id and run = e.run and skipped_at is not null) x) h
      cross join lateral (
        select coalesce(array_agg(lesson_id::text order by lesson_id), '{}') as ids from passed_lessons
          where enrollment_id = e.id and run = e.run and skipped_at is null) p
    where e.sequence_id = ${sequenceId} and e.completed_at is null and e.held_at is null
      and e.unsubscribed_at is null and s.unsubscribed_at is null
    group by 1, 2, 3`.execute(db)
  return rows
}
