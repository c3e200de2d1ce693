/** A slip taken back, as long as nothing has come of it. Each answers with the new due instant, or null. */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { nextSendTime } from '../schedule/rule.ts'
import type { Revision } from '../sequences/sequence.ts'
import { holdIfInCare } from './open-care.ts'
import { ruleOf } from './rule-of.ts'
import { type Reader, update, withReader } from './with-reader.ts'

type Db = Kysely<Schema>

/** "I pressed it by mistake" is believed for so long; after that, coming back is a consent, given by signing up. */
export const UNDO_LEAVING_MS = 3_600_000

/** Whether leaving at `leftAt` can still be taken back. */
export const canComeBack = (leftAt: Date | null, now: Date) =>
  leftAt !== null && now.getTime() - leftAt.getTime() < UNDO_LEAVING_MS

/** Into the course again at the place they left, within the hour. Who left everything is no longer unsubscribed as a person. */
export function undoLeaving(db: Db, enrollmentId: string, now: Date): Promise<Date | null> {
  return withReader(db, enrollmentId, async (trx, reader, course) => {
    if (!canComeBack(reader.unsubscribed_at, now)) return reader.next_due_at
    const due = dueAgain(reader, course, now)
    await update(trx, enrollmentId, {
      unsubscribed_at: null,
      leaving_reason: null,
      leaving_words_sealed: null,
      next_due_at: due,
    })
    await trx
      .updateTable('subscribers')
      .set({ unsubscribed_at: null })
      .where('id', '=', reader.subscriber_id)
      .execute()
    return (await holdIfInCare(trx, enrollmentId, now)) ? null : due
  })
}

/** The lesson skipped last is owed again, unless another has gone since. */
export function undoSkip(db: Db, enrollmentId: string, now: Date): Promise<Date | null> {
  return withReader(db, enrollmentId, async (trx, reader, course) => {
    const skipped = await trx
      .selectFrom('passed_lessons')
      .selectAll()
      .where('enrollment_id', '=', enrollmentId)
      .where('run', '=', reader.run)
      .where('skipped_at', 'is not', null)
      .orderBy('skipped_at', 'desc')
      .executeTakeFirst()
    if (!skipped || !isLastToHappen(skipped.skipped_at!, reader)) return reader.next_due_at
    await trx
      .deleteFrom('passed_lessons')
      .where('enrollment_id', '=', enrollmentId)
      .where('run', '=', reader.run)
      .where('lesson_id', '=', skipped.lesson_id)
      .execute()
    if (!reader.completed_at) return reader.next_due_at
    const due = dueAgain({ ...reader, completed_at: null }, course, now)
    await update(trx, enrollmentId, { completed_at: null, next_due_at: due })
    return (await holdIfInCare(trx, enrollmentId, now)) ? null : due
  })
}

/** Whether no lesson has gone since the skip. */
export const isLastToHappen = (skippedAt: Date, reader: { lesson_before_at: Date | null }) =>
  !reader.lesson_before_at || reader.lesson_before_at < skippedAt

function dueAgain(reader: Reader, course: Revision, now: Date): Date | null {
  if (reader.paused_at || reader.held_at || reader.completed_at) return null
  const from = reader.paused_until && reader.paused_until > now ? reader.paused_until : now
  return nextSendTime(ruleOf(course, reader), reader.lesson_before_at, from)
}
