/** The letters about a course, which are not lessons: that it is over, and how it stands after a pause or a resume. */
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import type { NewDelivery } from '../deliveries/queries.ts'
import { sayReason } from '../deliveries/write-lesson.ts'
import type { Revision } from '../sequences/sequence.ts'
import { hasOpenCare } from './open-care.ts'

export interface LetterReader {
  id: string
  run: number
  sequence_id: string
  published_revision_id: string
  send_time: string
  every_days: number | null
  weekdays: number[] | null
  enrolled_at: Date
  next_due_at: Date | null
  lesson_before_at: Date | null
  completed_at: Date | null
  paused_at: Date | null
  paused_until: Date | null
  /** the instant of `column` */
  letter_due_at: Date
  subscriber_id: string
  email: string
  first_name: string | null
  timezone: string
  /** consent as it stands at this moment, and no care open; a pause does not count here */
  may_mail: boolean
}

/** Takes readers to whom a letter is due for this transaction, whoever else is claiming. */
export async function takeLetters(
  db: Kysely<Schema>,
  column: 'finish_due_at' | 'receipt_due_at',
  now: Date,
  limit: number,
): Promise<LetterReader[]> {
  const due = sql.ref(`e.${column}`)
  const { rows } = await sql<LetterReader>`
    with due as materialized (
      select e.*, ${due} as letter_due_at from enrollments e
      where ${due} <= ${now} order by ${due} limit ${limit} for update of e skip locked)
    select due.id, due.run, due.sequence_id, q.published_revision_id, due.send_time, due.every_days, due.weekdays,
      due.enrolled_at, due.next_due_at, due.lesson_before_at, due.completed_at, due.paused_at, due.paused_until,
      due.letter_due_at, s.id as subscriber_id, s.email, s.first_name, s.timezone,
      due.unsubscribed_at is null and due.held_at is null and s.unsubscribed_at is null and not ${hasOpenCare('due')}
        and not exists (select from suppressions x where x.address_hash = s.address_hash) as may_mail
    from due
      join subscribers s on s.id = due.subscriber_id
      join sequences q on q.id = due.sequence_id
    order by due.letter_due_at`.execute(db)
  return rows
}

/** The newest letter of a kind in a reader's present run; undefined when there was none. */
export async function lastLetter(
  db: Kysely<Schema>,
  reader: Pick<LetterReader, 'id' | 'run'>,
  kind: 'finished' | 'receipt',
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('deliveries')
    .select('queued_at')
    .where('enrollment_id', '=', reader.id)
    .where('run', '=', reader.run)
    .where('kind', '=', kind)
    .orderBy('queued_at', 'desc')
    .executeTakeFirst()
  return row?.queued_at
}

export const setLetterDue = (
  db: Kysely<Schema>,
  id: string,
  due: { finish_due_at: Date | null } | { receipt_due_at: Date | null },
) => db.updateTable('enrollments').set(due).where('id', '=', id).execute()

/** What the delivery of every such letter says about whom it goes to. */
export function addressed(reader: LetterReader, course: Revision): Omit<NewDelivery, 'id' | 'kind'> {
  return {
    from_name: course.senderName,
    to_address: reader.email,
    subscriber_id: reader.subscriber_id,
    enrollment_id: reader.id,
    run: reader.run,
    sequence_id: reader.sequence_id,
    revision_id: course.id,
    due_at: reader.letter_due_at,
  }
}

export const reasonOf = (reader: LetterReader, course: Revision): string =>
  sayReason(course.language, { enrolledAt: reader.enrolled_at, timezone: reader.timezone })
