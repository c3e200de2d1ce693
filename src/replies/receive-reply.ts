import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import { takeTicket } from '../deliveries/sending.ts'
import type { Inbound, MailEvent } from '../mail/open-mail.ts'
import { type Match, matchByMessageId, matchBySender, matchByToken } from './find-match.ts'
import { type ReadMessage, readMessage } from './read-message.ts'
import { asFetched, bodyOf, rebuilt } from './rebuilt.ts'
import { recordReply } from './record-reply.ts'
import { findSentMail } from './sent-mail.ts'

/**
 * Takes in a received mail: the raw message is stored, sealed, before anything is read from it; then it is tied to
 * subscriber, lesson and prompt, and looked through for signs of distress. Idempotent: Resend's id of the mail is unique,
 * and the same message under two of them is one reply. An unknown sender is kept for a person to look at and never becomes
 * a subscriber; no machine answers a reply.
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
  const db = context.db.kysely
  const known = await db
    .selectFrom('replies')
    .select(['id', 'raw_sealed', 'content_sealed', 'erased_at'])
    .where('inbound_id', '=', inboundId)
    .executeTakeFirst()
  if (known?.content_sealed || known?.erased_at) return

  const stored = known?.raw_sealed && context.secrets.unseal(known.raw_sealed)
  await takeTicket(db, 'reading')
  const inbound = await context.mail.fetchInbound(inboundId, { acceptWithoutRaw }).catch((error: Error) => {
    if (!stored) throw error
    // It is ours already; only whom the envelope named is known from nowhere else, which made it worth asking.
    return asFetched(stored)
  })
  const isWhole = inbound.raw !== null && !inbound.raw.tooLarge
  const raw = isWhole ? inbound.raw!.bytes : rebuilt(inbound)
  const receivedAt = whenReceived(event, now)
  const id = known?.id ?? (await storeRaw(context, inboundId, raw, inbound, receivedAt))
  const { message, match, answered } = await read(context, inbound, raw)
  if (await wasErasedSince(context, message.from, match, receivedAt)) {
    await db.deleteFrom('replies').where('id', '=', id).where('content_sealed', 'is', null).execute()
    return
  }
  const attached = isWhole ? message.attachments : inbound.attachments
  await recordReply(context, id, { message, match, answered, attached, raw }, now)
}

/** When Resend had it, which may be long before we heard of it. Never in the future, whatever two clocks say. */
function whenReceived(event: MailEvent, now: Date): Date {
  const told = new Date(event.created_at)
  return told < now ? told : now
}

/** Erasure takes what came before it, also what was not fetched until after. What they send later is for a person. */
async function wasErasedSince(
  { db, secrets }: Context,
  from: string,
  match: Match | undefined,
  receivedAt: Date,
): Promise<boolean> {
  if (match?.erasedAt && receivedAt < match.erasedAt) return true
  const erased = await db.kysely
    .selectFrom('suppressions')
    .select('reason')
    .where('address_hash', '=', secrets.hashOf(from))
    .where('reason', '=', 'erased')
    .where('suppressed_at', '>', receivedAt)
    .executeTakeFirst()
  return erased !== undefined
}

async function storeRaw(
  { db, secrets }: Context,
  inboundId: string,
  raw: Buffer,
  inbound: Inbound,
  receivedAt: Date,
) {
  const { id } = await db.kysely
    .insertInto('replies')
    .values({
      id: newId(receivedAt),
      inbound_id: inboundId,
      raw_sealed: secrets.seal(raw),
      size_bytes: Math.min(inbound.raw?.size ?? raw.length, 2_147_483_647),
      too_large: inbound.raw?.tooLarge ?? false,
      received_at: receivedAt,
    })
    // Two workers may have the same event; the one that comes second finds the row and goes on with it.
    .onConflict((conflict) => conflict.column('inbound_id').doUpdateSet({ inbound_id: inboundId }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Reads a message beside the mail it answers, whose text it quotes. Which one that is may stand only in the message. */
async function read(context: Context, inbound: Inbound, raw: Buffer) {
  const recipients = [...inbound.receivedFor, ...inbound.to]
  const byToken = await matchByToken(context, recipients, addressIn(inbound.from))
  const first = await readBeside(context, inbound, raw, byToken)
  if (byToken) return { ...first, match: byToken }
  const match = await matchOf(context, first.message)
  return match ? { ...(await readBeside(context, inbound, raw, match)), match } : { ...first, match }
}

const matchOf = async (context: Context, message: ReadMessage): Promise<Match | undefined> =>
  (await matchByMessageId(context, message.refersTo)) ??
  (await matchBySender(context.db.kysely, message.from))

async function readBeside(context: Context, inbound: Inbound, raw: Buffer, match: Match | undefined) {
  const { config, log } = context
  const sent = match && (await findSentMail(context, match.deliveryId))
  const ours = { addresses: [config.mailFrom.address], domains: [new URL(config.publicUrl).hostname] }
  const options = { sent: sent?.text, ours }
  const message = await readMessage(raw, options).catch((error: Error) => {
    log.warn(
      { err: { name: error.name } },
      'a received message could not be parsed; it is taken as plain text',
    )
    return readMessage(rebuilt({ ...inbound, text: inbound.text || unread(raw) }), options)
  })
  const from = message.from || addressIn(inbound.from)
  return { message: { ...message, from }, answered: sent?.subject }
}

/** Characters of a message nobody could parse that are shown; the raw one has all of them. */
const LONGEST_UNREAD = 200_000

const unread = (raw: Buffer): string => bodyOf(raw).toString('utf8').slice(0, LONGEST_UNREAD).trim()

/** The address in `Name <address>`, lower case. */
const addressIn = (text: string): string => (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase()
