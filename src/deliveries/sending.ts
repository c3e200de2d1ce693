/**
 * The pace of the one account with Resend, shared by every worker of every process through one row.
 * Resend counts requests in a sliding second, so this is a log of the last ones, not a fixed window (BullMQ's limiter
 * lets twice its limit through across a window's edge). The database's own clock is used: machines disagree.
 */
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** The second Resend counts in, plus what two requests may lose of their distance on the way. */
const WINDOW_SECONDS = 1.15

export type Ticket = 'go' | 'paused'

/**
 * What a request is for. `lesson`s leave one place in each second free for `urgent` mails, those that a person waits for, and
 * stop while they are held; both stop while sending is paused. `reading` takes a place as lessons do, and never stops.
 */
export type Purpose = 'urgent' | 'lesson' | 'reading'

/**
 * Waits for the right to make one request, or says that sending is paused.
 */
export async function takeTicket(db: Db, purpose: Purpose, signal?: AbortSignal): Promise<Ticket> {
  for (;;) {
    const answer = await tryTicket(db, purpose)
    if (answer.paused) return 'paused'
    if (answer.granted) return 'go'
    signal?.throwIfAborted()
    await new Promise((resolve) => setTimeout(resolve, Math.max(5, answer.wait * 1000)))
  }
}

/** Whether anything of this purpose may leave at all just now. Cheap: to be asked before a batch is written out. */
export async function isPaused(db: Db, purpose: Purpose): Promise<boolean> {
  if (purpose === 'reading') return false
  const { paused_at, held_at } = await db
    .selectFrom('sending')
    .select(['paused_at', 'held_at'])
    .executeTakeFirstOrThrow()
  return paused_at !== null || (purpose === 'lesson' && held_at !== null)
}

async function tryTicket(db: Db, purpose: Purpose) {
  const { rows } = await sql<{ granted: boolean; paused: boolean; wait: number }>`
    with mine as (select single, per_second, recent, 
      case ${purpose}::text when 'reading' then false when 'urgent' then paused_at is not null
        else paused_at is not null or held_at is not null end as paused
      from sending for update),
    seen as (
      select single, paused, extract(epoch from clock_timestamp())::float8 as at,
        case when ${purpose}::text = 'urgent' then per_second else greatest(per_second - 1, 1) end as places,
        (select coalesce(array_agg(t order by t), '{}') from unnest(recent) t
          where t > extract(epoch from clock_timestamp()) - ${WINDOW_SECONDS}::float8) as kept
      from mine),
    given as (
      update sending s set recent = seen.kept || seen.at from seen
      where s.single = seen.single and not seen.paused and cardinality(seen.kept) < seen.places
      returning 1)
    select exists (select from given) as granted, paused,
      coalesce(kept[cardinality(kept) - places + 1] + ${WINDOW_SECONDS}::float8 - at, 0) as wait
    from seen`.execute(db)
  return rows[0]!
}

/** Resend told its limit in a header; everybody keeps to it from now on. */
export async function learnPace(db: Db, told: number): Promise<void> {
  // More than anybody will ever send, and no more than the column holds: a stand-in without a limit tells 2^53.
  const perSecond = Math.min(Math.max(1, Math.floor(told)), 100_000)
  await db
    .updateTable('sending')
    .set({ per_second: perSecond })
    .where('per_second', '!=', perSecond)
    .execute()
}

/** Resend answered 429: nobody asks again for `seconds`, as if the window were full that long. */
export async function backOff(db: Db, seconds: number): Promise<void> {
  await sql`update sending set recent =
    array_fill(extract(epoch from clock_timestamp())::float8 + ${seconds - WINDOW_SECONDS}::float8, array[per_second])`.execute(
    db,
  )
}

/**
 * Nothing leaves until `until`, or until a person resumes it. The admin shows the reason.
 */
export async function pauseSending(db: Db, reason: string, now: Date, until?: Date): Promise<void> {
  await db
    .updateTable('sending')
    .set({ paused_at: now, paused_until: until ?? null, paused_reason: reason })
    .where('paused_at', 'is', null)
    .execute()
}

export async function resumeSending(db: Db): Promise<void> {
  await db.updateTable('sending').set({ paused_at: null, paused_until: null, paused_reason: null }).execute()
}

/** Ends a pause whose time is over, such as a quota's reset. */
export async function resumeSendingWhenOver(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('sending')
    .set({ paused_at: null, paused_until: null, paused_reason: null })
    .where('paused_until', '<=', now)
    .execute()
}

export function getSending(db: Db) {
  return db.selectFrom('sending').selectAll().executeTakeFirstOrThrow()
}
