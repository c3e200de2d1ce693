import type { Kysely } from 'kysely'
import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import { enroll } from '../enrollments/enroll.ts'
import { moveWithZone } from '../enrollments/move-with-zone.ts'
import type { Revision } from '../sequences/sequence.ts'
import { liftErasure } from '../subscribers/suppress.ts'
import { findSignup, getCourseOf } from './queries.ts'
import type { Proof } from './request-signup.ts'

export type Confirmed =
  | { confirmed: true; course: Revision; already: boolean }
  | { confirmed: false; reason: 'unknown' | 'expired' }

/**
 * The button was pressed: consumes the signup, makes or finds the subscriber, and enrolls them, all at once or not at
 * all. Pressing twice is the same as pressing once. The first lesson follows with the next claim.
 */
export async function confirmSignup(
  context: Context,
  token: string,
  proof: Proof,
  now: Date,
): Promise<Confirmed> {
  const { db, secrets } = context
  return db.kysely.transaction().execute(async (trx): Promise<Confirmed> => {
    const signup = await findSignup(trx, secrets.idOf('confirmation', token), { lock: true })
    if (!signup) return { confirmed: false, reason: 'unknown' }
    const course = await getCourseOf(trx, signup)
    if (signup.confirmed_at) return { confirmed: true, course, already: true }
    if (signup.expires_at <= now) return { confirmed: false, reason: 'expired' }

    await liftErasure(trx, secrets.hashOf(signup.email))
    const subscriber = await upsertSubscriber(trx, signup, secrets.hashOf(signup.email), now)
    await trx
      .updateTable('signups')
      .set({
        confirmed_at: now,
        confirmed_ip: proof.ip,
        confirmed_user_agent: proof.userAgent,
        subscriber_id: subscriber.id,
      })
      .where('id', '=', signup.id)
      .execute()
    const chosen = {
      sendTime: signup.send_time,
      everyDays: signup.every_days,
      weekdays: signup.weekdays,
    }
    await enroll(trx, subscriber, course, chosen, now)
    await moveWithZone(trx, subscriber.id, now)
    return { confirmed: true, course, already: false }
  })
}

/** A fresh consent lifts an unsubscription, and what they chose now counts for the person. */
async function upsertSubscriber(
  trx: Kysely<Schema>,
  signup: { email: string; first_name: string | null; timezone: string },
  address_hash: Buffer,
  now: Date,
) {
  return trx
    .insertInto('subscribers')
    .values({
      id: newId(now),
      email: signup.email,
      address_hash,
      first_name: signup.first_name,
      timezone: signup.timezone,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet((eb) => ({
        timezone: signup.timezone,
        first_name: eb.fn.coalesce('excluded.first_name', 'subscribers.first_name'),
        unsubscribed_at: null,
      })),
    )
    .returning(['id', 'timezone'])
    .executeTakeFirstOrThrow()
}
