import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import { findDelivery, findDeliveryByMessageId } from '../deliveries/queries.ts'
import { takeTicket } from '../deliveries/sending.ts'
import { releaseByReply } from '../enrollments/release-by-reply.ts'
import type { Inbound, MailEvent } from '../mail/open-mail.ts'
import { findSubscriber, findSubscriberByEmail } from '../subscribers/queries.ts'
import { type ReadMessage, readMessage, recipientsOf } from './read-message.ts'
import { sealContent } from './reply.ts'

/**
 * Takes in a received mail: the raw message is stored, sealed, before anything is read from it; then it is tied to
 * subscriber, lesson and prompt by the token it was addressed to, else by the mail it refers to, else by its sender.
 * Idempotent: Resend's id of the mail is unique. An unknown sender is kept for a person to look at and never becomes
 * a subscriber; nothing here answers anybody.
 * @param acceptWithoutRaw the raw message could not be had several times: what Resend parsed is better than nothing
 */
export async function receiveReply(
  context: Context,
  event: MailEvent,
  now: Date,
  { acceptWithoutRaw = false } = {},
): Promise<void> {
  const inboundId = event.data.email_id
  if (!inboundId) return
  const known = await context.db.kysely
    .selectFrom('replies')
    .select(['id', 'content_sealed'])
    .where('inbound_id', '=', inboundId)
    .executeTakeFirst()
  if (known?.content_sealed) return

  await takeTicket(context.db.kysely, 'reading')
  const inbound = await context.mail.fetchInbound(inboundId, { acceptWithoutRaw })
  const raw = inbound.raw ?? rebuilt(inbound)
  const id = known?.id ?? (await storeRaw(context, inboundId, raw, now))
  if (!id) return
  const message = await readMessage(raw)
  const match = await findMatch(context, inbound, message)
  await context.db.kysely.transaction().execute(async (trx) => {
    // They may have moved to another address since we wrote; who was erased has none any more.
    const today = match?.subscriberId && (await findSubscriber(trx, match.subscriberId))?.email
    const isTheirs =
      match !== undefined && message.from !== '' && [match.address, today].includes(message.from)
    await trx
      .updateTable('replies')
      .set({
        message_id: message.messageId ?? inbound.messageId,
        content_sealed: sealContent(context.secrets, message),
        matched_by: match?.by ?? null,
        delivery_id: match?.deliveryId ?? null,
        subscriber_id: match?.subscriberId ?? null,
        enrollment_id: match?.enrollmentId ?? null,
        lesson_id: match?.lessonId ?? null,
        revision_id: match?.revisionId ?? null,
        automatic: message.automatic,
        quarantined_at: isTheirs ? null : now,
      })
      .where('id', '=', id)
      .execute()
    if (isTheirs && !message.automatic && match.enrollmentId)
      await releaseByReply(trx, match.enrollmentId, now)
  })
}

async function storeRaw({ db, secrets }: Context, inboundId: string, raw: Buffer, now: Date) {
  const row = await db.kysely
    .insertInto('replies')
    .values({ id: newId(now), inbound_id: inboundId, raw_sealed: secrets.seal(raw), received_at: now })
    // Two workers may have the same event; the one that comes second finds the row and goes on with it.
    .onConflict((conflict) => conflict.column('inbound_id').doUpdateSet({ inbound_id: inboundId }))
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

interface Match {
  by: 'token' | 'message_id' | 'sender'
  /** The address we wrote to: a reply from any but this and theirs of today is quarantined beside the lesson. */
  address: string
  deliveryId: string | null
  subscriberId: string | null
  enrollmentId: string | null
  lessonId: string | null
  revisionId: string | null
}

async function findMatch(
  context: Context,
  inbound: Inbound,
  message: ReadMessage,
): Promise<Match | undefined> {
  const db = context.db.kysely
  const ids = recipientsOf(inbound.receivedFor, inbound.to).flatMap((address) => {
    const token = /^(?:.*<)?r\+([a-z2-7]{26})@/.exec(address)?.[1]
    return token ? context.secrets.idOf('reply', token) : []
  })
  const byToken = await findDelivery(db, ids)
  if (byToken) return matchOf('token', byToken)
  const byMessageId = await findDeliveryByMessageId(db, message.refersTo)
  if (byMessageId) return matchOf('message_id', byMessageId)
  const subscriber = await findSubscriberByEmail(db, message.from)
  if (!subscriber) return undefined
  const { rows } = await sql<Parameters<typeof matchOf>[1]>`
    select d.* from deliveries d join enrollments e on e.id = d.enrollment_id
    where e.subscriber_id = ${subscriber.id} and d.kind = 'lesson' order by d.queued_at desc limit 1`.execute(
    db,
  )
  return rows[0] ? matchOf('sender', rows[0]) : undefined
}

function matchOf(
  by: Match['by'],
  delivery: {
    id: string
    to_address: string
    subscriber_id: string | null
    enrollment_id: string | null
    lesson_id: string | null
    revision_id: string | null
  },
): Match {
  return {
    by,
    address: delivery.to_address.toLowerCase(),
    deliveryId: delivery.id,
    subscriberId: delivery.subscriber_id,
    enrollmentId: delivery.enrollment_id,
    lessonId: delivery.lesson_id,
    revisionId: delivery.revision_id,
  }
}

/** Resend keeps the raw message for a while only; what it parsed is better than nothing. */
function rebuilt(inbound: Inbound): Buffer {
  const head = [`From: ${inbound.from}`, `To: ${inbound.to.join(', ')}`, `Subject: ${inbound.subject}`]
  return Buffer.from(
    `${head.join('\r\n')}\r\nMessage-ID: ${inbound.messageId}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${inbound.text ?? ''}`,
  )
}
