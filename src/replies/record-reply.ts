import type { Kysely } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { submitLater } from '../deliveries/queue-mail.ts'
import { releaseByReply } from '../enrollments/release-by-reply.ts'
import { findSubscriber } from '../subscribers/queries.ts'
import { commandOf } from './command-of.ts'
import type { Match } from './find-match.ts'
import { findSameMessage } from './find-same-message.ts'
import { isForged } from './forged-sender.ts'
import { holdForCare } from './hold-for-care.ts'
import { obeyCommand } from './obey-command.tsx'
import type { ReadMessage } from './read-message.ts'
import { sealContent } from './reply.ts'
import { languageOf, signsOfCare } from './signs-of-care.ts'
import { type Attached, storeAttachments } from './store-attachments.ts'

type Db = Kysely<Schema>

export interface Received {
  message: ReadMessage
  match: Match | undefined
  /** The subject of the mail it answers. */
  answered: string | undefined
  attached: Attached[]
  raw: Buffer
}

/**
 * Writes down, at once, what was read from a message whose raw text is stored, and what follows from it: a course held for
 * care, a waiting lesson released, an order carried out. A message that came before, under another id, adds nothing.
 */
export async function recordReply(
  context: Context,
  id: string,
  received: Received,
  now: Date,
): Promise<void> {
  const { message, match, raw } = received
  const messageId = cleanId(message.messageId)
  const language = await languageOf(context.db.kysely, match?.revisionId ?? null)
  // Before anything is locked: of a long text it takes its time.
  const signs = await signsOfCare(message, language, received.answered)
  const batches = await context.db.kysely.transaction().execute(async (trx) => {
    const mine = await trx
      .selectFrom('replies')
      .select(['content_sealed', 'erased_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    // Somebody else had the same event and was quicker, or it was erased meanwhile.
    if (!mine || mine.content_sealed || mine.erased_at) return []
    const before = await findSameMessage(trx, context.secrets, { id, messageId, raw })
    if (before) {
      await trx.deleteFrom('replies').where('id', '=', id).execute()
      if (before.settled || !match) return []
      return write(trx, context, before.id, { ...received, messageId, signs }, now)
    }
    return write(trx, context, id, { ...received, messageId, signs }, now)
  })
  await submitLater(
    context,
    batches.map((batch) => ({ id: batch, urgent: true })),
  )
}

/** @returns batches of mails to hand over once all is committed */
async function write(
  trx: Db,
  context: Context,
  id: string,
  received: Received & { messageId: string | null; signs: string[] },
  now: Date,
): Promise<string[]> {
  const { secrets } = context
  const { message, messageId, match, attached, raw } = received
  // They may have moved to another address since we wrote; who was erased has none any more.
  const today = match?.subscriberId ? await findSubscriber(trx, match.subscriberId) : undefined
  // Without a token or a Message-ID that only they had, the sender's name is all there is, and anybody may write that.
  const isTheirs =
    match !== undefined &&
    message.from !== '' &&
    [match.address, today?.email].includes(message.from) &&
    !(match.by === 'sender' && isForged(raw))
  const known = isTheirs && match.by === 'token'
  const because = (await whyAutomatic(trx, messageId, message)).filter((why) => !known || why !== BY_ADDRESS)
  const automatic = because.length > 0
  // A machine at another address than theirs, such as one that returns our own letter, says nothing about them.
  const signs = automatic && !isTheirs ? [] : received.signs
  const ordered = isTheirs && !automatic ? commandOf(message.reply) : undefined
  // Somebody in distress is answered by a person; so is whoever may have written more than the order.
  const mayObey = signs.length === 0 && !message.uncertain
  const enrollment = match?.enrollmentId
  const obeyed =
    ordered && mayObey && enrollment
      ? await obeyCommand(trx, context, ordered, enrollment, messageId, now)
      : undefined
  await trx
    .updateTable('replies')
    .set({
      message_id: messageId,
      content_sealed: sealContent(secrets, message.uncertain ? message : { ...message, whole: undefined }),
      matched_by: match?.by ?? null,
      delivery_id: match?.deliveryId ?? null,
      subscriber_id: match?.subscriberId ?? null,
      enrollment_id: match?.enrollmentId ?? null,
      lesson_id: match?.lessonId ?? null,
      revision_id: match?.revisionId ?? null,
      automatic,
      automatic_because: because,
      quarantined_at: isTheirs ? null : now,
      command: (obeyed && ordered) ?? null,
      care_at: signs.length > 0 ? now : null,
      care_because_sealed: signs.length > 0 ? secrets.seal(JSON.stringify(signs)) : null,
    })
    .where('id', '=', id)
    .execute()
  await storeAttachments(trx, secrets, id, attached, now)
  if (isTheirs && !automatic && !ordered && enrollment) await releaseByReply(trx, enrollment, now)
  // After the release, so that nothing is due again: also from an address that is not theirs, which nobody else can know of.
  if (signs.length > 0 && enrollment) await holdForCare(trx, enrollment, now)
  return obeyed ?? []
}

/** Why a message is taken for a machine's whose address is a machine's name. Readers have such addresses too. */
const BY_ADDRESS = 'sent by a machine'

/** Names of headers and rules. A message we sent ourselves and that came back is one, whoever it says it is from. */
async function whyAutomatic(trx: Db, messageId: string | null, { because }: ReadMessage): Promise<string[]> {
  if (!messageId) return because
  const ours = await trx
    .selectFrom('deliveries')
    .select('id')
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return ours ? [...because, 'our own message'] : because
}

/** A stranger wrote it, and it goes into a column with an index: neither NUL nor more bytes than a line of RFC 5322 has. */
function cleanId(messageId: string | null): string | null {
  const id = messageId?.replaceAll(/[\0\s]+/g, '') ?? ''
  return id !== '' && Buffer.byteLength(id) <= 998 ? id : null
}
