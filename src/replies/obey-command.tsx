import type { Kysely } from 'kysely'
import Left, { subject as leftSubject } from '../../emails/left.tsx'
import PauseOffer, { subject as pauseOfferSubject } from '../../emails/pause-offer.tsx'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { compileMail, slot } from '../deliveries/compile.ts'
import { queueMail } from '../deliveries/queue-mail.ts'
import { isSuppressed } from '../subscribers/queries.ts'
import { leaveCourse } from '../subscribers/unsubscribe.ts'
import type { Command } from './command-of.ts'
import { threadHeaders } from './thread-headers.ts'

type Db = Kysely<Schema>
type Reader = NonNullable<Awaited<ReturnType<typeof takeReader>>>

/** Whoever asks again within this time has the offer already. */
const OFFER_HOLDS_MS = 86_400_000

/**
 * A whole message that is an order, from the reader's own address. "Unsubscribe" ends the course that the mail belongs to, as
 * its link would, and one mail says so. A pause is not guessed: the way to it is mailed.
 * @returns batches to hand over once the transaction is committed; undefined where nothing could be carried out or offered
 */
export async function obeyCommand(
  trx: Db,
  context: Context,
  command: Command,
  enrollmentId: string,
  messageId: string | null,
  now: Date,
): Promise<string[] | undefined> {
  const reader = await takeReader(trx, enrollmentId)
  if (!reader) return undefined
  if (reader.unsubscribed_at) return []
  if (command === 'unsubscribe') await leaveCourse(trx, enrollmentId, now)
  else if (await isOffered(trx, enrollmentId, now)) return []
  if (await isSuppressed(trx, reader.address_hash)) return []
  const { batchId } = await queueMail(
    trx,
    {
      kind: command === 'unsubscribe' ? 'left' : 'pause_offer',
      from_name: reader.sender_name,
      to_address: reader.email,
      subscriber_id: reader.subscriber_id,
      enrollment_id: enrollmentId,
      sequence_id: reader.sequence_id,
      revision_id: reader.revision_id,
      extra_headers: threadHeaders([messageId]),
      compiled: await (command === 'unsubscribe' ? compileLeft : compileOffer)(context, reader),
      slot_values: {},
    },
    now,
  )
  return [batchId]
}

/** Taken for this transaction, so that an order that comes twice at once is answered once. */
function takeReader(trx: Db, enrollmentId: string) {
  return trx
    .selectFrom('enrollments as e')
    .innerJoin('subscribers as s', 's.id', 'e.subscriber_id')
    .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
    .innerJoin('revisions as v', 'v.id', 'q.published_revision_id')
    .select(['e.subscriber_id', 'e.sequence_id', 'e.unsubscribed_at', 's.email', 's.address_hash', 'q.slug'])
    .select(['v.id as revision_id', 'v.title', 'v.language', 'v.accent', 'v.sender_name'])
    .where('e.id', '=', enrollmentId)
    .forUpdate('e')
    .executeTakeFirst()
}

async function isOffered(trx: Db, enrollmentId: string, now: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('deliveries')
    .select('id')
    .where('enrollment_id', '=', enrollmentId)
    .where('kind', '=', 'pause_offer')
    .where('queued_at', '>', new Date(now.getTime() - OFFER_HOLDS_MS))
    .executeTakeFirst()
  return row !== undefined
}

const lookOf = ({ config }: Context, reader: Reader) => ({
  language: reader.language,
  accent: reader.accent,
  courseTitle: reader.title,
  senderName: reader.sender_name,
  postalAddress: config.postalAddress,
})

function compileLeft(context: Context, reader: Reader) {
  const props = {
    ...lookOf(context, reader),
    courseUrl: `${context.config.publicUrl}/courses/${reader.slug}`,
  }
  return compileMail({ subject: leftSubject(props), element: <Left {...props} /> })
}

function compileOffer(context: Context, reader: Reader) {
  const props = { ...lookOf(context, reader), preferencesUrl: slot('preferencesUrl') }
  return compileMail({ subject: pauseOfferSubject(props), element: <PauseOffer {...props} /> })
}
