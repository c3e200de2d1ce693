import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { nextSendTime } from '../schedule/rule.ts'
import { getRevision } from '../sequences/queries.ts'
import { ruleOf } from './rule-of.ts'

/** A lesson that waits for the reply to the one before goes at the reader's next send time. Otherwise nothing moves. */
export async function releaseByReply(trx: Kysely<Schema>, enrollmentId: string, now: Date): Promise<void> {
  const reader = await trx
    .selectFrom('enrollments as e')
    .innerJoin('subscribers as s', 's.id', 'e.subscriber_id')
    .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
    .selectAll('e')
    .select(['s.timezone', 'q.published_revision_id'])
    .where('e.id', '=', enrollmentId)
    .where('e.waits_for_reply_until', 'is not', null)
    .where('e.next_due_at', 'is not', null)
    .forUpdate('e')
    .executeTakeFirst()
  if (!reader) return
  const rule = ruleOf(await getRevision(trx, reader.published_revision_id!), reader)
  const from = reader.paused_until && reader.paused_until > now ? reader.paused_until : now
  await trx
    .updateTable('enrollments')
    .set({ waits_for_reply_until: null, next_due_at: nextSendTime(rule, reader.lesson_before_at, from) })
    .where('id', '=', enrollmentId)
    .execute()
}
