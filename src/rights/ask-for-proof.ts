import { type Kysely, sql } from 'kysely'
import AddressChange, { subject as addressChangeSubject } from '../../emails/address-change.tsx'
import ProofMail, { subject } from '../../emails/proof.tsx'
import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import { queueMail, submitLater } from '../deliveries/queue-mail.ts'
import { renderMail } from '../mail/render.ts'
import { ACCENT } from '../sequences/sequence.ts'
import { findSubscriber, isSuppressed } from '../subscribers/queries.ts'
import { courseThatSpeaks } from './course-that-speaks.ts'
import { PROOF_LIVES_MS, PROOFS_AN_HOUR, type ProofPurpose } from './proof.ts'

export interface Wish {
  subscriberId: string
  purpose: ProofPurpose
  /** For `change_address`: where their mail is to go. */
  newEmail?: string
  /** Mails the link to the new mailbox, once the present one has agreed. */
  toNewMailbox?: boolean
}

/**
 * Mails a link that proves a mailbox: the present one, or for the second step of a change of address the new one. Sealed, since
 * the link in it opens a door. Says nothing about what became of it: too many in an hour, or an address that must not be mailed,
 * looks the same as success.
 */
export async function askForProof(context: Context, wish: Wish, now: Date): Promise<void> {
  const { db, secrets, config } = context
  const reader = await findSubscriber(db.kysely, wish.subscriberId)
  if (!reader) return
  const course = await courseThatSpeaks(db.kysely, reader.id)
  const newEmail = wish.newEmail ?? null
  const mailbox = wish.toNewMailbox && newEmail ? newEmail : reader.email
  const id = newId(now)
  const look = {
    language: course?.language ?? 'en',
    accent: course?.accent ?? ACCENT,
    senderName: course?.senderName ?? config.mailFrom.name,
    postalAddress: config.postalAddress,
    proofUrl: `${config.publicUrl}/me/proof/${secrets.token('proof', id)}`,
  }
  const about = { language: look.language, purpose: wish.purpose }
  const asksPresentMailbox = wish.purpose === 'change_address' && !wish.toNewMailbox
  const written = asksPresentMailbox
    ? {
        subject: addressChangeSubject({ language: look.language, done: false }),
        ...(await renderMail(AddressChange({ ...look, newAddress: newEmail ?? '', done: false }))),
      }
    : { subject: subject(about), ...(await renderMail(ProofMail({ ...look, purpose: wish.purpose }))) }

  const batch = await db.kysely.transaction().execute(async (trx) => {
    // One at a time per person, or a burst of posts would pass the count together.
    await sql`select from subscribers where id = ${reader.id} for update`.execute(trx)
    if ((await askedThisHour(trx, reader.id, now)) >= PROOFS_AN_HOUR) return undefined
    if (await isSuppressed(trx, secrets.hashOf(mailbox))) return undefined
    await trx
      .insertInto('mailbox_proofs')
      .values({
        id,
        subscriber_id: reader.id,
        purpose: wish.purpose,
        new_email: newEmail,
        asked_at: now,
        expires_at: new Date(now.getTime() + PROOF_LIVES_MS),
      })
      .execute()
    return queueMail(
      trx,
      {
        id,
        kind: 'proof',
        from_name: look.senderName,
        to_address: mailbox,
        subscriber_id: reader.id,
        sealed_mail: secrets.seal(JSON.stringify(written)),
      },
      now,
    )
  })
  if (batch) await submitLater(context, [{ id: batch.batchId, urgent: true }])
}

async function askedThisHour(db: Kysely<Schema>, subscriberId: string, now: Date): Promise<number> {
  const { asked } = await db
    .selectFrom('mailbox_proofs')
    .select((eb) => eb.fn.countAll<string>().as('asked'))
    .where('subscriber_id', '=', subscriberId)
    .where('asked_at', '>', new Date(now.getTime() - PROOF_LIVES_MS))
    .executeTakeFirstOrThrow()
  return Number(asked)
}
