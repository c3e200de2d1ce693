import type { Context } from '../../../context.ts'

export interface Leavings {
  /** How many left for which reason; null is no reason given. */
  reasons: { reason: string | null; readers: number }[]
  /** What some said, in no order, with nothing that says who. */
  words: string[]
}

/** Why readers of a course left it. */
export async function listLeavings(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  sequenceId: string,
): Promise<Leavings> {
  const rows = await db.kysely
    .selectFrom('enrollments')
    .select(['leaving_reason', 'leaving_words_sealed'])
    .where('sequence_id', '=', sequenceId)
    .where('unsubscribed_at', 'is not', null)
    .execute()
  const counts = new Map<string | null, number>()
  for (const { leaving_reason: reason } of rows) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return {
    reasons: [...counts]
      .map(([reason, readers]) => ({ reason, readers }))
      .sort((a, b) => b.readers - a.readers),
    words: rows
      .flatMap((row) =>
        row.leaving_words_sealed ? [secrets.unseal(row.leaving_words_sealed).toString()] : [],
      )
      .sort(),
  }
}
