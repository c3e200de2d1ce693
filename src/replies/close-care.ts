import type { Context } from '../context.ts'

/**
 * A person has seen to it: the reply is marked care no longer. The course stays held until somebody resumes it.
 * @returns false when it was closed before, or never was in care
 */
export async function closeCare(
  { db }: Pick<Context, 'db'>,
  replyId: string,
  by: string,
  now: Date,
): Promise<boolean> {
  const row = await db.kysely
    .updateTable('replies')
    .set({ care_closed_at: now, care_closed_by: by })
    .where('id', '=', replyId)
    .where('care_at', 'is not', null)
    .where('care_closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
