import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { getRevision } from '../sequences/queries.ts'
import type { Revision } from '../sequences/sequence.ts'

type Db = Kysely<Schema>
export type Reader = Awaited<ReturnType<typeof takeReader>>

/** Runs a change on one enrollment whose row is taken first; the course is the revision published now. */
export function withReader<T>(
  db: Db,
  enrollmentId: string,
  change: (trx: Db, reader: Reader, course: Revision) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const reader = await takeReader(trx, enrollmentId)
    return change(trx, reader, await getRevision(trx, reader.published_revision_id!))
  })
}

function takeReader(trx: Db, enrollmentId: string) {
  return trx
    .selectFrom('enrollments as e')
    .innerJoin('subscribers as s', 's.id', 'e.subscriber_id')
    .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
    .selectAll('e')
    .select(['s.timezone', 'q.published_revision_id'])
    .where('e.id', '=', enrollmentId)
    .forUpdate('e')
    .executeTakeFirstOrThrow()
}

export async function update(
  trx: Db,
  id: string,
  values: Partial<{
    send_time: string
    every_days: number | null
    weekdays: number[] | null
    run: number
    following_revision_id: string
    next_due_at: Date | null
    completed_at: Date | null
    paused_at: Date | null
    paused_until: Date | null
    held_at: Date | null
    held_reason: string | null
    waits_for_reply_until: Date | null
    asked_now: boolean
    finish_due_at: Date | null
    receipt_due_at: Date | null
    unsubscribed_at: Date | null
    leaving_reason: string | null
    leaving_words_sealed: Buffer | null
  }>,
): Promise<void> {
  await trx.updateTable('enrollments').set(values).where('id', '=', id).execute()
}
