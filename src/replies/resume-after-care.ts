import type { Context } from '../context.ts'
import { HELD_FOR_CARE } from '../enrollments/held-for-care.ts'
import { liftHold } from '../enrollments/lift-hold.ts'

/**
 * A person decided that the course goes on, at the reader's next send time, or after a pause of the reader's own. A hold for
 * another reason, such as an address that must not be mailed, is not theirs to lift. Whether the reply stays marked care is
 * a decision of its own (`closeCare`). Any reply of the course will do; it is put on record with each that was marked.
 * Refused while another of their replies in care was opened by nobody yet: it may say that the course should not go on.
 * @returns when the next lesson is due, if one is; false when nothing was held for care
 */
export async function resumeAfterCare(
  { db, log }: Pick<Context, 'db' | 'log'>,
  replyId: string,
  by: string,
  now: Date,
): Promise<{ nextDueAt: Date | null } | 'unread' | false> {
  const reply = await db.kysely
    .selectFrom('replies')
    .select('enrollment_id')
    .where('id', '=', replyId)
    .executeTakeFirst()
  if (!reply?.enrollment_id) return false
  const unread = await db.kysely
    .selectFrom('replies as r')
    .leftJoin('reply_reads as d', 'd.reply_id', 'r.id')
    .select('r.id')
    .where('r.enrollment_id', '=', reply.enrollment_id)
    .where('r.id', '!=', replyId)
    .where('r.care_at', 'is not', null)
    .where('r.care_closed_at', 'is', null)
    .where('r.care_resumed_at', 'is', null)
    .where('r.erased_at', 'is', null)
    .where('d.reply_id', 'is', null)
    .executeTakeFirst()
  if (unread) return 'unread'
  const lifted = await liftHold(db.kysely, reply.enrollment_id, HELD_FOR_CARE, now)
  if (!lifted) return false
  await db.kysely
    .updateTable('replies')
    .set({ care_resumed_at: now, care_resumed_by: by })
    .where('enrollment_id', '=', reply.enrollment_id)
    .where((eb) =>
      eb.or([
        eb('id', '=', replyId),
        eb.and([eb('care_at', 'is not', null), eb('care_resumed_at', 'is', null)]),
      ]),
    )
    .execute()
  log.info({ reply: replyId }, 'a course held for care goes on')
  return lifted
}
