import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

export interface Status {
  paused: { reason: string; until: Date | null } | undefined
  /** Batches whose outcome only a person can settle. */
  needsLook: number
  /** The restore guard holds lessons until somebody chooses. */
  held: boolean
}

/** What an admin should know on whatever page they are. */
export async function findStatus(db: Kysely<Schema>): Promise<Status> {
  const row = await db
    .selectFrom('sending')
    .select(['paused_at', 'paused_reason', 'paused_until', 'held_at'])
    .select(sql<number>`(select count(*)::int from batches where needs_look_at is not null)`.as('needs_look'))
    .executeTakeFirstOrThrow()
  return {
    paused: row.paused_at ? { reason: row.paused_reason ?? '', until: row.paused_until } : undefined,
    needsLook: row.needs_look,
    held: row.held_at !== null,
  }
}
