import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import Confirmation, { subject } from '../../emails/confirmation.tsx'
import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import { compileMail, slot } from '../deliveries/compile.ts'
import { normaliseValue } from '../deliveries/normalise-value.ts'
import { queueMail, submitLater } from '../deliveries/queue-mail.ts'
import { sayTime } from '../schedule/describe.ts'
import { isTimezone } from '../schedule/local-time.ts'
import { sendTime, slug } from '../sequences/sequence.ts'
import type { Revision } from '../sequences/sequence.ts'
import { isSuppressed } from '../subscribers/queries.ts'
import { localeFor } from '../words/locale-for.ts'
import { CONSENT_WORDING, FORM_VERSION } from './consent.ts'

/** What the form posts; the messages are what the reader sees beside the field. */
export const signupInput = z.object({
  course: slug,
  email: z
    .string('Please give your e-mail address.')
    .trim()
    .toLowerCase()
    .max(254, 'That address is too long.')
    .pipe(z.email('That does not look like an e-mail address. Is there a typing mistake?')),
  // The name is printed in a mail to an address nobody has confirmed yet, so it cannot carry a message or a link.
  first_name: z
    .string()
    .trim()
    .max(40, 'Please keep the name under 40 characters.')
    .regex(/^(?!.*\.\p{L})[\p{L}\p{M}' .’-]*$/u, 'Please give just a name.')
    .optional()
    .transform((name) => (name && normaliseValue(name)) || null),
  timezone: z
    .string('Please choose a time zone.')
    .refine(isTimezone, 'That time zone is not known. Please choose one.'),
  send_time: z.preprocess((value) => value || undefined, sendTime.optional()),
})
export type SignupInput = z.output<typeof signupInput>

/** Where and how somebody agreed. */
export interface Proof {
  ip: string | null
  userAgent: string | null
  sourceUrl?: string | null
}

/** More than this many signups an hour from one address of the network: somebody is filling other people's inboxes. */
const SIGNUPS_AN_HOUR_FROM_ONE_IP = 30

export async function isFlooding(db: Kysely<Schema>, ip: string | null, now: Date): Promise<boolean> {
  if (!ip) return false
  const { count } = await db
    .selectFrom('signups')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('requested_ip', '=', ip)
    .where('requested_at', '>', new Date(now.getTime() - 3_600_000))
    .executeTakeFirstOrThrow()
  return Number(count) >= SIGNUPS_AN_HOUR_FROM_ONE_IP
}

const SIGNUP_LIVES_MS = 7 * 86_400_000
const MAILS_AN_HOUR = 3

/**
 * Notes that somebody asked to join, with what they agreed to, and mails the question whether it was them.
 * Says nothing about whether the address is known: the answer is the same for everybody, and an address gets at most
 * three such mails an hour, a suppressed one none.
 */
export async function requestSignup(
  context: Context,
  course: Revision,
  input: SignupInput,
  proof: Proof,
  now: Date,
): Promise<void> {
  const { db, config, secrets } = context
  const compiled = await compileConfirmation(course, config.postalAddress, input.first_name !== null)
  const hash = secrets.hashOf(input.email)
  const batch = await db.kysely.transaction().execute(async (trx) => {
    // One at a time per address, or a burst of posts would pass the count together.
    await sql`select pg_advisory_xact_lock(hashtextextended(${input.email}, 1))`.execute(trx)
    if (await isSuppressed(trx, hash)) return undefined
    const { asked } = await trx
      .selectFrom('signups')
      .select((eb) => eb.fn.countAll<string>().as('asked'))
      .where('email', '=', input.email)
      .where('requested_at', '>', new Date(now.getTime() - 3_600_000))
      .executeTakeFirstOrThrow()
    if (Number(asked) >= MAILS_AN_HOUR) return undefined

    const id = newId(now)
    const chosenTime = input.send_time ?? course.sendTime
    await trx
      .insertInto('signups')
      .values({
        id,
        sequence_id: course.sequenceId,
        email: input.email,
        first_name: input.first_name,
        timezone: input.timezone,
        send_time: chosenTime,
        consent_wording: CONSENT_WORDING,
        form_version: FORM_VERSION,
        source_url: proof.sourceUrl ?? null,
        requested_at: now,
        requested_ip: proof.ip,
        requested_user_agent: proof.userAgent,
        expires_at: new Date(now.getTime() + SIGNUP_LIVES_MS),
      })
      .execute()
    return queueMail(
      trx,
      {
        kind: 'confirmation',
        from_name: course.senderName,
        to_address: input.email,
        sequence_id: course.sequenceId,
        revision_id: course.id,
        signup_id: id,
        compiled,
        slot_values: {
          sendTime: sayTime(chosenTime, localeFor(course.language, input.timezone)),
          timezone: input.timezone.replaceAll('_', ' '),
          ...(input.first_name && { firstName: input.first_name }),
        },
      },
      now,
    )
  })
  if (batch) await submitLater(context, [{ id: batch.batchId, urgent: true }])
}

function compileConfirmation(course: Revision, postalAddress: string, named: boolean) {
  return compileMail({
    subject: subject({ courseTitle: course.title, language: course.language }),
    element: Confirmation({
      language: course.language,
      accent: course.accent,
      courseTitle: course.title,
      firstName: named ? slot('firstName') : null,
      confirmUrl: slot('confirmUrl'),
      senderName: course.senderName,
      postalAddress,
      sendTime: slot('sendTime'),
      timezone: slot('timezone'),
    }),
  })
}
