import AddressChange, { subject } from '../../emails/address-change.tsx'
import type { Context } from '../context.ts'
import { queueMail, submitLater } from '../deliveries/queue-mail.ts'
import { renderMail } from '../mail/render.ts'
import { ACCENT } from '../sequences/sequence.ts'
import { findSubscriberByEmail } from '../subscribers/queries.ts'
import { askForProof } from './ask-for-proof.ts'
import { courseThatSpeaks } from './course-that-speaks.ts'
import { type Proof, takeProof } from './proof.ts'

export type AddressChanged = 'changed' | 'new mailbox asked' | 'taken' | 'used up'

/**
 * One of the two presses that move a person to another address. The first comes from the mailbox they have, so that nobody with a
 * forwarded letter can take their place; the second from the new one, so that it is theirs. Then the old one is told.
 */
export async function changeAddress(context: Context, proof: Proof, now: Date): Promise<AddressChanged> {
  const { db, secrets, config } = context
  const newEmail = proof.new_email
  if (proof.purpose !== 'change_address' || !newEmail) return 'used up'
  if (proof.mailbox !== newEmail) {
    if (!(await takeProof(db.kysely, proof.id, now))) return 'used up'
    const wish = { subscriberId: proof.subscriber_id, purpose: 'change_address' as const, newEmail }
    await askForProof(context, { ...wish, toNewMailbox: true }, now)
    return 'new mailbox asked'
  }
  const course = await courseThatSpeaks(db.kysely, proof.subscriber_id)
  const props = {
    language: course?.language ?? 'en',
    accent: course?.accent ?? ACCENT,
    senderName: course?.senderName ?? config.mailFrom.name,
    postalAddress: config.postalAddress,
    newAddress: newEmail,
    done: true,
  }
  const told = { subject: subject(props), ...(await renderMail(AddressChange(props))) }
  const result = await db.kysely.transaction().execute(async (trx) => {
    if (await findSubscriberByEmail(trx, newEmail)) return 'taken' as const
    if (!(await takeProof(trx, proof.id, now))) return 'used up' as const
    await trx
      .updateTable('subscribers')
      .set({ email: newEmail, address_hash: secrets.hashOf(newEmail) })
      .where('id', '=', proof.subscriber_id)
      .execute()
    return queueMail(
      trx,
      {
        kind: 'receipt',
        from_name: props.senderName,
        to_address: proof.email,
        subscriber_id: proof.subscriber_id,
        sealed_mail: secrets.seal(JSON.stringify(told)),
      },
      now,
    )
  })
  if (typeof result === 'string') return result
  await submitLater(context, [{ id: result.batchId, urgent: true }])
  return 'changed'
}
