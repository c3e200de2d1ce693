import type { Context } from '../context.ts'
import { resume } from '../enrollments/change-standing.ts'
import { HELD_FOR_CARE } from './hold-for-care.ts'

/**
 * A person decided that the course goes on, at the reader's next send time. A hold for another reason, such as an address
 * that must not be mailed, is not theirs to lift. Whether the reply stays marked care is a decision of its own (`closeCare`).
 * @returns when the next lesson is due; false when nothing was held for care
 */
export async function resumeAfterCare(
  { db, log }: Pick<Context, 'db' | 'log'>,
  replyId: string,
  by: string,
  now: Date,
): Promise<{ nextDueAt: Date | null } | false> {
  const held = await db.kysely
    .selectFrom('replies as r')
    .innerJoin('enrollments as e', 'e.id', 'r.enrollment_id')
    .select('e.id')
    .where('r.id', '=', replyId)
    .where('e.held_reason', '=', HELD_FOR_CARE)
    .where('e.held_at', 'is not', null)
    .executeTakeFirst()
  if (!held) return false
  const nextDueAt = await resume(db.kysely, held.id, now)
  await db.kysely
    .updateTable('replies')
    .set({ care_resumed_at: now, care_resumed_by: by })
    .where('id', '=', replyId)
    .execute()
  log.info({ reply: replyId }, 'a course held for care goes on')
  return { nextDueAt }
}
