/**
 * The ramp for a new sending domain: so many lessons on its first day, more on each of the next, then all of them
 * (Resend's own advice, "domain warm-up"). Off unless an admin begins it. Days are UTC, as Resend's quotas are.
 */
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

export const WARM_UP_PER_DAY = [150, 250, 400, 700, 1000, 1500, 2000] as const

export async function beginWarmUp(db: Db, now: Date): Promise<void> {
  await sql`update sending set warm_up_from = ${dayOf(now)}::date, counted_day = null, counted = 0`.execute(
    db,
  )
}

export async function endWarmUp(db: Db): Promise<void> {
  await db.updateTable('sending').set({ warm_up_from: null }).execute()
}

/**
 * How many lessons may still be claimed today; Infinity when nothing is being warmed up. Holds the row until the
 * transaction ends, so two claims do not both take the last places.
 */
export async function placesToday(trx: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ day: number; counted: number }>`
    select ${dayOf(now)}::date - warm_up_from as day, case when counted_day = ${dayOf(now)}::date then counted else 0 end as counted
    from sending where warm_up_from is not null for update`.execute(trx)
  const ramp = rows[0]
  if (!ramp) return Number.POSITIVE_INFINITY
  const allowed = WARM_UP_PER_DAY[ramp.day]
  return allowed === undefined ? Number.POSITIVE_INFINITY : Math.max(0, allowed - ramp.counted)
}

export async function countToday(trx: Db, lessons: number, now: Date): Promise<void> {
  await sql`update sending set
      counted = ${lessons}::int + case when counted_day = ${dayOf(now)}::date then counted else 0 end,
      counted_day = ${dayOf(now)}::date
    where warm_up_from is not null`.execute(trx)
}

const dayOf = (now: Date) => now.toISOString().slice(0, 10)
