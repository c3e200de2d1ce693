import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { afterChange } from '../schedule/reschedule.ts'
import { publishDraft, type Seen } from '../sequences/draft.ts'
import { getRevision, lockSequence } from '../sequences/queries.ts'
import type { Revision } from '../sequences/sequence.ts'
import { ruleOf } from './rule-of.ts'

type Db = Kysely<Schema>

/**
 * Publishes a draft to readers under way. Which lesson comes next is decided when it is claimed; but when the cadence
 * changed, the next instant of everybody who follows it is computed again ("Rules of time"), in the same transaction. Whoever
 * waits for a reply is looked at again at their next send time: the lesson may no longer be next, or no longer wait.
 * @returns the new revision's id, or undefined when somebody saved or published since `seen`
 */
export function publishSequence(
  db: Db,
  sequenceId: string,
  seen: Seen,
  by: { name: string; note?: string },
  now: Date,
): Promise<string | undefined> {
  return db.transaction().execute(async (trx) => {
    const { published_revision_id } = await lockSequence(trx, sequenceId)
    const id = await publishDraft(trx, sequenceId, seen, by, now)
    if (!id) return undefined
    const before = await getRevision(trx, published_revision_id!)
    const after = await getRevision(trx, id)
    await recomputeDue(trx, after, now, cadenceOf(before) === cadenceOf(after) ? 'who wait' : 'all')
    return id
  })
}

const cadenceOf = ({ everyDays, weekdays }: Revision) => JSON.stringify([everyDays, [...weekdays].sort()])

async function recomputeDue(trx: Db, course: Revision, now: Date, whose: 'all' | 'who wait'): Promise<void> {
  const readers = await trx
    .selectFrom('enrollments as e')
    .innerJoin('subscribers as s', 's.id', 'e.subscriber_id')
    .select([
      'e.id',
      'e.send_time',
      'e.every_days',
      'e.weekdays',
      'e.lesson_before_at',
      'e.next_due_at',
      'e.paused_until',
      's.timezone',
    ])
    .where('e.sequence_id', '=', course.sequenceId)
    .where('e.next_due_at', 'is not', null)
    .$if(whose === 'who wait', (query) => query.where('e.waits_for_reply_until', 'is not', null))
    // One that a person asked for keeps its now.
    .where('e.asked_now', '=', false)
    .forUpdate('e')
    .execute()
  const moved = readers.flatMap((reader) => {
    const from = reader.paused_until && reader.paused_until > now ? reader.paused_until : now
    const due = afterChange(ruleOf(course, reader), reader.lesson_before_at, reader.next_due_at!, from)
    return due.getTime() === reader.next_due_at!.getTime() ? [] : [{ id: reader.id, due }]
  })
  await sql`
    update enrollments e set next_due_at = t.due, waits_for_reply_until = null
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as t(id uuid, due timestamptz) where e.id = t.id`.execute(
    trx,
  )
}
