import type { Kysely } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { GIVEN_UP_AFTER, processLeftBehind } from './store-mail-event.ts'

/** Events that failed so often that they wait for a person, and why the latest of them did. */
export async function findGivenUp(db: Kysely<Schema>): Promise<{ count: number; lastError: string | null }> {
  const rows = db
    .selectFrom('mail_events')
    .where('processed_at', 'is', null)
    .where('attempts', '>=', GIVEN_UP_AFTER)
  const { count } = await rows.select((eb) => eb.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  const last = await rows.select('last_error').orderBy('received_at', 'desc').limit(1).executeTakeFirst()
  return { count: Number(count), lastError: last?.last_error ?? null }
}

/** Gives them five more attempts, the first at once. Not from zero: a raw message that cannot be had is done without. */
export async function tryGivenUpAgain(context: Context, now: Date): Promise<void> {
  await context.db.kysely
    .updateTable('mail_events')
    .set({ attempts: GIVEN_UP_AFTER - 5 })
    .where('processed_at', 'is', null)
    .where('attempts', '>=', GIVEN_UP_AFTER)
    .execute()
  await processLeftBehind(context, now)
}
