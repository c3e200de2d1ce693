import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

export interface ReadBy {
  read_by: string
  times: number
  last_at: Date
}

/** The read log of one reply: who, how often, and when last. */
export function listReads(db: Kysely<Schema>, replyId: string): Promise<ReadBy[]> {
  return db
    .selectFrom('reply_reads')
    .select(['read_by', sql<number>`count(*)::int`.as('times'), sql<Date>`max(read_at)`.as('last_at')])
    .where('reply_id', '=', replyId)
    .groupBy('read_by')
    .orderBy('last_at', 'desc')
    .execute()
}
