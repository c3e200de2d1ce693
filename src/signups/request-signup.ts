import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import { submitLater } from '../deliveries/queue-mail.ts'
import type { Revision } from '../sequences/sequence.ts'
import { mayAsk } from '../subscribers/suppress.ts'
import { consentFor, FORM_VERSION } from './consent.ts'
import { compileConfirmation, queueConfirmation } from './confirmation-mail.ts'
import { countAsked } from './queries.ts'
import type { SignupInput } from './signup-input.ts'
import { compileWelcomeBack, welcomeBack } from './welcome-back.ts'

/** Where and how somebody agreed. */
export interface Proof {
  ip: string | null
  userAgent: string | null
  /** The page the form stood on. */
  sourceUrl?: string | null
  /** What their browser asks for, such as "de-AT". */
  locale?: string | null
  /** Whether it cost them a proof of work. */
  proven?: boolean
}

const SIGNUP_LIVES_MS = 7 * 86_400_000
const MAILS_AN_HOUR = 3

/**
 * Notes that somebody asked to join, with what they agreed to, and mails the question whether it was them; or, when they
 * are in the course already, where they are in it. Says nothing about whether the address is known: the answer is the
 * same for everybody, both mails are made each time, and an address gets at most three an hour, a suppressed one none.
 */
export async function requestSignup(
  context: Context,
  course: Revision,
  input: SignupInput,
  proof: Proof,
  now: Date,
): Promise<void> {
  const { db, config, secrets } = context
  const named = input.first_name !== null
  const confirmation = await compileConfirmation(course, config.postalAddress, named)
  const mails = await compileWelcomeBack(course, config.postalAddress)
  const hash = secrets.hashOf(input.email)
  const batch = await db.kysely.transaction().execute(async (trx) => {
    // One at a time per address, or a burst of posts would pass the count together.
    await sql`select pg_advisory_xact_lock(hashtextextended(${input.email}, 1))`.execute(trx)
    if (!(await mayAsk(trx, hash))) return undefined
    if ((await countAsked(trx, input.email, now)) >= MAILS_AN_HOUR) return undefined
    const signup = await insertSignup(trx, course, input, proof, now)
    return (
      (await welcomeBack(trx, { course, email: input.email, mails }, now)) ??
      (await queueConfirmation(trx, { course, signup, compiled: confirmation }, now))
    )
  })
  if (batch) await submitLater(context, [{ id: batch.batchId, urgent: true }])
}

function insertSignup(trx: Kysely<Schema>, course: Revision, input: SignupInput, proof: Proof, now: Date) {
  return trx
    .insertInto('signups')
    .values({
      id: newId(now),
      sequence_id: course.sequenceId,
      email: input.email,
      first_name: input.first_name,
      timezone: input.timezone,
      send_time: input.send_time ?? course.sendTime,
      every_days: input.every_days,
      weekdays: input.weekdays,
      language: proof.locale ?? course.language,
      consent_wording: consentFor(course),
      form_version: FORM_VERSION,
      source_url: proof.sourceUrl ?? null,
      requested_at: now,
      requested_ip: proof.ip,
      requested_user_agent: proof.userAgent,
      proven: proof.proven ?? false,
      expires_at: new Date(now.getTime() + SIGNUP_LIVES_MS),
    })
    .returning(['id', 'email', 'first_name', 'timezone', 'send_time'])
    .executeTakeFirstOrThrow()
}
