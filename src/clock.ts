import type { Kysely } from 'kysely'
import type { Schema } from './db/schema.ts'

/**
 * The application's clock. Only entry points read it; everything else is handed `now`.
 * Beside the mailbox it can be moved ahead ("Next day"); how far is kept in the database, so a restart does not lose a week.
 */
export interface Clock {
  now(): Date
  /** Moves to `instant`, never back. */
  moveTo(instant: Date): Promise<void>
  /** Takes over what another process moved. */
  refresh(): Promise<void>
}

const SETTING = 'clock_ahead_ms'

export async function openClock(
  db: Kysely<Schema>,
  movable: boolean,
  wall: () => number = Date.now,
): Promise<Clock> {
  let ahead = 0
  const clock: Clock = {
    now: () => new Date(wall() + ahead),
    async moveTo(instant) {
      if (!movable) throw new Error('the clock moves only beside the mailbox')
      ahead = Math.max(ahead, instant.getTime() - wall())
      await db
        .insertInto('settings')
        .values({ key: SETTING, value: JSON.stringify(ahead) })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(ahead) }))
        .execute()
    },
    async refresh() {
      if (!movable) return
      const row = await db
        .selectFrom('settings')
        .select('value')
        .where('key', '=', SETTING)
        .executeTakeFirst()
      ahead = Math.max(ahead, Number(row?.value ?? 0))
    },
  }
  await clock.refresh()
  return clock
}
