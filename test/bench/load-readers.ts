/** Enrolled readers by the hundred thousand, made set-wise, as confirming and a first lesson would have left them. */
import type pg from 'pg'

const ZONES = [
  ...['America/New_York', 'America/Los_Angeles', 'America/Chicago', 'America/Sao_Paulo', 'America/St_Johns'],
  ...['Europe/Berlin', 'Europe/London', 'Europe/Lisbon', 'Europe/Athens', 'Africa/Cairo', 'Africa/Lagos'],
  ...['Asia/Tokyo', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Dubai', 'Asia/Singapore'],
  ...['Australia/Sydney', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Honolulu'],
]
const NAMES = [
  'Anna',
  'Zoë',
  "Siobhán O'Brien",
  'José',
  '陽子',
  'Marie-Claire',
  'Bob & Co',
  'Nguyễn',
  'Sam',
  null,
]

export interface Course {
  id: string
  revisionId: string
  lessonIds: string[]
}

/**
 * `count` readers who had lesson 1 a day before. For one in `dueEvery` of them the second is due in the ten minutes
 * before `now`, at whatever hour that is where they live; for the others in the day after it.
 */
export async function loadReaders(
  db: pg.PoolClient,
  course: Course,
  { from, count, dueEvery, now }: { from: number; count: number; dueEvery: number; now: Date },
): Promise<void> {
  // A million rows need not be checked one by one against the tables they were made from.
  await db.query('set session_replication_role = replica')
  await db.query(
    `create unlogged table loading as
     select n, id_at($3::float8 + n, 's' || n) as subscriber_id, id_at($3::float8 + n, 'e' || n) as enrollment_id,
       id_at($3::float8 + n, 'd' || n) as delivery_id, id_at($3::float8 + n / 100, 'b' || n / 100) as batch_id,
       ($5::text[])[1 + n % cardinality($5::text[])] as first_name,
       ($6::text[])[1 + n % cardinality($6::text[])] as timezone,
       date_trunc('minute', $4::timestamptz) + make_interval(mins => case when n % $7 = 0 then -(n / $7 % 10) else 120 + n % 1440 end) as due_at
     from generate_series($1::int, $1::int + $2::int - 1) n`,
    [from, count, now.getTime() - 3 * 86_400_000, now, NAMES, ZONES, dueEvery],
  )
  await db.query(
    `insert into subscribers (id, email, address_hash, first_name, timezone, created_at)
     select subscriber_id, 'reader-' || n || '@readers.lettercourse.org', sha256(('reader-' || n)::bytea), first_name, timezone, due_at - interval '2 days'
     from loading`,
  )
  await db.query(
    `insert into enrollments (id, subscriber_id, sequence_id, following_revision_id, send_time, enrolled_at, next_due_at, lesson_before_at)
     select enrollment_id, subscriber_id, $1, $2, to_char(due_at at time zone timezone, 'HH24:MI'), due_at - interval '2 days', due_at, due_at - interval '1 day'
     from loading`,
    [course.id, course.revisionId],
  )
  await db.query(
    `insert into batches (id, urgent, size, created_at, enqueue_at, attempts, first_attempt_at, payload_sha256, submitted_at)
     select batch_id, false, count(*), min(due_at) - interval '1 day', min(due_at), 1, min(due_at), sha256('x'), min(due_at) - interval '1 day'
     from loading group by batch_id`,
  )
  await db.query(
    `insert into deliveries (id, kind, batch_id, place, from_name, to_address, subscriber_id, enrollment_id, run, sequence_id,
       lesson_id, revision_id, compiled_id, slot_values, due_at, queued_at, submitted_at, resend_id)
     select delivery_id, 'lesson', batch_id, n % 100, 'Wanting to be wanted', 'reader-' || n || '@readers.lettercourse.org', subscriber_id, enrollment_id, 1, $1,
       $3, $2, 'lesson-1', jsonb_build_object('dayLabel', 'Day 1 of 7'), due_at - interval '1 day', due_at - interval '1 day', due_at - interval '1 day', gen_random_uuid()::text
     from loading`,
    [course.id, course.revisionId, course.lessonIds[0]],
  )
  await db.query('drop table loading')
  await db.query('reset session_replication_role')
  for (const table of ['subscribers', 'enrollments', 'batches', 'deliveries'])
    await db.query(`analyze ${table}`)
}

/** What the loading above leans on: ids in the order of time, as `newId` makes them, and a compiled first lesson. */
export async function prepareLoading(db: pg.Pool): Promise<void> {
  await db.query(
    `create or replace function id_at(ms double precision, seed text) returns uuid language sql immutable as $$
       select (lpad(to_hex(ms::bigint), 12, '0') || '7' || substr(md5(seed), 1, 19))::uuid $$`,
  )
  await db.query(
    `insert into compiled_mails (id, subject, html, text) values ('lesson-1', 's', 'h', 't') on conflict do nothing`,
  )
}

export async function findCourse(db: pg.Pool, slug: string): Promise<Course> {
  const { rows } = await db.query(
    `select s.id, s.published_revision_id as "revisionId", array_agg(l.lesson_id order by l.position) as "lessonIds"
     from sequences s join revision_lessons l on l.revision_id = s.published_revision_id
     where s.slug = $1 group by s.id`,
    [slug],
  )
  return rows[0] as Course
}
