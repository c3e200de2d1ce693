/** Every statement on enrollments and passed lessons. */
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { hasOpenCare } from './open-care.ts'

type Db = Kysely<Schema>

export interface DueReader {
  id: string
  run: number
  sequence_id: string
  following_revision_id: string
  published_revision_id: string
  send_time: string
  every_days: number | null
  weekdays: number[] | null
  enrolled_at: Date
  next_due_at: Date
  lesson_before_at: Date | null
  waits_for_reply_until: Date | null
  asked_now: boolean
  paused_until: Date | null
  subscriber_id: string
  email: string
  first_name: string | null
  timezone: string
  may_mail: boolean
  in_care: boolean
}

/**
 * Takes due readers for this transaction, whoever else is claiming. The index on `next_due_at` alone finds them, so the
 * cost follows what is due and not who is enrolled. `may_mail` is consent as it stands at this moment, `in_care`
 * that a reply with signs of distress is undecided.
 */
export async function takeDue(db: Db, now: Date, limit: number): Promise<DueReader[]> {
  const { rows } = await sql<DueReader>`
    with due as materialized (
      select e.* from enrollments e
      where e.next_due_at <= ${now}
        and not exists (select from sequences q where q.id = e.sequence_id and q.paused_at is not null)
      order by e.next_due_at limit ${limit} for update of e skip locked)
    select due.id, due.run, due.sequence_id, due.following_revision_id, q.published_revision_id, due.send_time, due.every_days, due.weekdays,
      due.enrolled_at, due.next_due_at, due.lesson_before_at, due.waits_for_reply_until, due.asked_now, due.paused_until,
      s.id as subscriber_id, s.email, s.first_name, s.timezone,
      due.unsubscribed_at is null and due.paused_at is null and due.held_at is null and s.unsubscribed_at is null
        and not exists (select from suppressions x where x.address_hash = s.address_hash) as may_mail,
      ${hasOpenCare('due')} as in_care
    from due
      join subscribers s on s.id = due.subscriber_id
      join sequences q on q.id = due.sequence_id
    order by due.next_due_at`.execute(db)
  return rows
}

export interface Progress {
  had: Set<string>
  passed: Set<string>
  /** The first lesson's mail, which a conversation is a reply to, and the last one's. */
  first?: { id: string; messageId: string | null }
  last?: { id: string }
}

/** What each of these readers has had (or skipped), and what was inserted behind them, in their present run. */
export async function progressOf(
  db: Db,
  enrollments: { id: string; run: number }[],
): Promise<Map<string, Progress>> {
  const runs = new Map(enrollments.map(({ id, run }) => [id, run]))
  const progress = new Map(
    enrollments.map(({ id }): [string, Progress] => [id, { had: new Set(), passed: new Set() }]),
  )
  if (enrollments.length === 0) return progress
  interface Row {
    enrollment_id: string
    run: number
    lesson_id: string
    had: boolean
    delivery_id: string | null
    message_id: string | null
  }
  const { rows } = await sql<Row>`
    select enrollment_id, run, lesson_id, true as had, id as delivery_id, message_id from deliveries
      where kind = 'lesson' and enrollment_id = any(${[...runs.keys()]}::uuid[])
    union all
    select enrollment_id, run, lesson_id, skipped_at is not null, null, null from passed_lessons
      where enrollment_id = any(${[...runs.keys()]}::uuid[])`.execute(db)
  for (const row of rows) {
    if (row.run !== runs.get(row.enrollment_id)) continue
    const of = progress.get(row.enrollment_id)!
    if (row.had) of.had.add(row.lesson_id)
    else of.passed.add(row.lesson_id)
    // Ids grow with time.
    const id = row.delivery_id
    if (id && (!of.first || id < of.first.id)) of.first = { id, messageId: row.message_id }
    if (id && (!of.last || id > of.last.id)) of.last = { id }
  }
  return progress
}

/** Readers, of those given, from whom a person's own reply came in since the lesson before. An order ("stop") is none. */
export async function repliedSince(db: Db, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('replies as r')
    .innerJoin('enrollments as e', 'e.id', 'r.enrollment_id')
    .select('e.id')
    .where('e.id', 'in', ids)
    .where('r.automatic', '=', false)
    .where('r.quarantined_at', 'is', null)
    .where('r.command', 'is', null)
    .whereRef('r.received_at', '>=', 'e.lesson_before_at')
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Where a claim leaves a reader. */
export interface Standing {
  id: string
  following_revision_id: string
  next_due_at: Date | null
  lesson_before_at: Date | null
  waits_for_reply_until: Date | null
  completed_at: Date | null
  finish_due_at: Date | null
  held_at: Date | null
  held_reason: string | null
}

export async function moveOn(db: Db, standings: Standing[]): Promise<void> {
  if (standings.length === 0) return
  await sql`
    update enrollments e set
      following_revision_id = t.following_revision_id, next_due_at = t.next_due_at, lesson_before_at = t.lesson_before_at,
      waits_for_reply_until = t.waits_for_reply_until, completed_at = t.completed_at, finish_due_at = t.finish_due_at, asked_now = false,
      held_at = coalesce(t.held_at, e.held_at), held_reason = coalesce(t.held_reason, e.held_reason)
    from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) as t(
      id uuid, following_revision_id uuid, next_due_at timestamptz, lesson_before_at timestamptz,
      waits_for_reply_until timestamptz, completed_at timestamptz, finish_due_at timestamptz, held_at timestamptz, held_reason text)
    where e.id = t.id`.execute(db)
}

/** Replaces what counts as passed for readers who moved to another revision. Skipped lessons stay skipped. */
export async function replacePassed(
  db: Db,
  moved: { id: string; run: number; passed: string[] }[],
): Promise<void> {
  if (moved.length === 0) return
  await db
    .deleteFrom('passed_lessons')
    .where(
      'enrollment_id',
      'in',
      moved.map(({ id }) => id),
    )
    .where('skipped_at', 'is', null)
    .execute()
  const rows = moved.flatMap(({ id, run, passed }) =>
    passed.map((lesson_id) => ({ enrollment_id: id, run, lesson_id })),
  )
  if (rows.length > 0)
    await db
      .insertInto('passed_lessons')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

export function findEnrollment(db: Db, subscriberId: string, sequenceId: string) {
  return db
    .selectFrom('enrollments')
    .selectAll()
    .where('subscriber_id', '=', subscriberId)
    .where('sequence_id', '=', sequenceId)
    .executeTakeFirst()
}

/** The next instant at which somebody is due for a lesson or a letter, after `after` and not past `until`. */
export async function nextDueInstant(db: Db, after: Date, until: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ due: Date | null }>`
    select min(due) as due from (
      select next_due_at as due from enrollments
      union all select finish_due_at from enrollments
      union all select receipt_due_at from enrollments) as d
    where due > ${after} and due <= ${until}`.execute(db)
  return rows[0]?.due ?? undefined
}
