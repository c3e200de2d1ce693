import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { afterChange } from '../schedule/reschedule.ts'
import { getRevision } from '../sequences/queries.ts'
import { ruleOf } from './rule-of.ts'

/**
 * The zone is a person's, not a course's: when it changes, the next lesson of every course of theirs moves to their hour
 * in it. Run it in the transaction that changed the zone.
 */
export async function moveWithZone(trx: Kysely<Schema>, subscriberId: string, now: Date): Promise<void> {
  const readers = await trx
    .selectFrom('enrollments as e')
    .innerJoin('subscribers as s', 's.id', 'e.subscriber_id')
    .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
    .selectAll('e')
    .select(['s.timezone', 'q.published_revision_id'])
    .where('e.subscriber_id', '=', subscriberId)
    .where('e.next_due_at', 'is not', null)
    .orderBy('e.id')
    .forUpdate('e')
    .execute()
  for (const reader of readers) {
    const rule = ruleOf(await getRevision(trx, reader.published_revision_id!), reader)
    const from = reader.paused_until && reader.paused_until > now ? reader.paused_until : now
    const due = afterChange(rule, reader.lesson_before_at, reader.next_due_at!, from)
    await trx.updateTable('enrollments').set({ next_due_at: due }).where('id', '=', reader.id).execute()
  }
}
