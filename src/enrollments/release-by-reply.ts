import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { nextSendTime } from '../schedule/rule.ts'
import { getRevision } from '../sequences/queries.ts'
import { ruleOf } from './rule-of.ts'

/**
 * A lesson that waits for the reply to the one before goes at the reader's next send time. Otherwise nothing moves, nor when
 * the wait is over and only the tick has not come yet: the reply must not make it later.
 * @returns when it goes, if it waited
 */
export async function releaseByReply(
  trx: Kysely<Schema>,
  enrollmentId: string,
  now: Date,
): Promise<Date | undefined> {
  const reader = await trx
    .selectFrom('enrollments as e')
    .innerJoin('subscribers as s', 's.id', 'e.subscriber_id')
    .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
    .selectAll('e')
    .select(['s.timezone', 'q.published_revision_id'])
    .where('e.id', '=', enrollmentId)
    .where('e.waits_for_reply_until', 'is not', null)
    .where('e.next_due_at', '>', now)
    .forUpdate('e')
    .executeTakeFirst()
  if (!reader) return undefined
  const rule = ruleOf(await getRevision(trx, reader.published_revision_id!), reader)
  const from = reader.paused_until && reader.paused_until > now ? reader.paused_until : now
  const due = nextSendTime(rule, reader.lesson_before_at, from)
  await trx
    .updateTable('enrollments')
    .set({ waits_for_reply_until: null, next_due_at: due })
    .where('id', '=', enrollmentId)
    .execute()
  return due
}
