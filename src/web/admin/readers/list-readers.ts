import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { findWaits } from '../../../enrollments/find-waits.ts'
import { progressOf } from '../../../enrollments/queries.ts'
import { nextLesson } from '../../../sequences/next-lesson.ts'
import { getRevision } from '../../../sequences/queries.ts'
import type { StandingRow } from './state-of.ts'

export const PAGE = 50

interface EnrollmentRow extends StandingRow {
  id: string
  run: number
  sequence_id: string
  following_revision_id: string
  published_revision_id: string
  slug: string
  send_time: string
  enrolled_at: Date
  next_due_at: Date | null
  held_reason: string | null
  subscriber_id: string
  email: string
  first_name: string | null
  timezone: string
}

export interface ListedReader extends EnrollmentRow {
  courseTitle: string
  /** Their next lesson waits for a reply, at most until `next_due_at`. */
  waitsForReply: boolean
  /** Lessons they have had, of how many in all. */
  had: number
  of: number
  nextSubject: string | undefined
}

/** One page of enrollments, the latest first, and whether another page follows. */
export async function listReaders(
  db: Kysely<Schema>,
  { search, page }: { search: string; page: number },
  now: Date,
): Promise<{ readers: ListedReader[]; more: boolean }> {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await enrollments(
    sql`s.email ilike ${like} or s.first_name ilike ${like}`,
    sql`limit ${PAGE + 1} offset ${(page - 1) * PAGE}`,
  ).execute(db)
  return { readers: await withPlaces(db, rows.slice(0, PAGE), now), more: rows.length > PAGE }
}

/** Every course of one person. */
export async function listCoursesOf(
  db: Kysely<Schema>,
  subscriberId: string,
  now: Date,
): Promise<ListedReader[]> {
  const { rows } = await enrollments(sql`s.id = ${subscriberId}`, sql``).execute(db)
  return withPlaces(db, rows, now)
}

const enrollments = (where: ReturnType<typeof sql>, limit: ReturnType<typeof sql>) => sql<EnrollmentRow>`
  select e.id, e.run, e.sequence_id, e.following_revision_id, q.published_revision_id, q.slug, e.send_time, e.enrolled_at,
    e.next_due_at, e.completed_at, e.held_at, e.held_reason, e.paused_at, e.paused_until,
    e.unsubscribed_at, s.unsubscribed_at as reader_left_at, x.reason as suppressed,
    s.id as subscriber_id, s.email, s.first_name, s.timezone
  from enrollments e
    join subscribers s on s.id = e.subscriber_id
    join sequences q on q.id = e.sequence_id
    left join suppressions x on x.address_hash = s.address_hash
  where ${where}
  order by e.enrolled_at desc, e.id desc ${limit}`

async function withPlaces(db: Kysely<Schema>, rows: EnrollmentRow[], now: Date): Promise<ListedReader[]> {
  const progress = await progressOf(db, rows)
  const waits = await findWaits(
    db,
    rows.map((row) => row.id),
    now,
  )
  const readers: ListedReader[] = []
  for (const row of rows) {
    const published = await getRevision(db, row.published_revision_id)
    const following = await getRevision(db, row.following_revision_id)
    const { had, passed } = progress.get(row.id)!
    const place = nextLesson(
      published.lessons,
      following.lessons.map((lesson) => lesson.lessonId),
      had,
      { passed, finished: row.completed_at !== null },
    )
    const until = waits.get(row.id)
    readers.push({
      ...row,
      next_due_at: until ?? row.next_due_at,
      waitsForReply: until !== undefined,
      courseTitle: published.title,
      had: had.size,
      of: place.of,
      nextSubject: row.next_due_at ? place.next?.subject : undefined,
    })
  }
  return readers
}
