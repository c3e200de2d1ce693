import type { Context } from '../context.ts'
import { HELD_FOR_CARE } from '../enrollments/held-for-care.ts'
import { liftHold } from '../enrollments/lift-hold.ts'

/**
 * A person decided that the course goes on, at the reader's next send time, or after a pause of the reader's own. A hold for
 * another reason, such as an address that must not be mailed, is not theirs to lift. Whether the reply stays marked care is
 * a decision of its own (`closeCare`). Any reply of the course will do; it is put on record with each that was marked.
 * @returns when the next lesson is due, if one is; false when nothing was held for care
 */
export async function resumeAfterCare(
  { db, log }: Pick<Context, 'db' | 'log'>,
  replyId: string,
  by: string,
  now: Date,
): Promise<{ nextDueAt: Date | null } | false> {
  const reply = await db.kysely
    .selectFrom('replies')
    .select('enrollment_id')
    .where('id', '=', replyId)
    .executeTakeFirst()
  if (!reply?.enrollment_id) return false
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
