import type { Kysely } from 'kysely'
import Left, { subject as leftSubject } from '../../emails/left.tsx'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { compileMail } from '../deliveries/compile.ts'
import { queueMail } from '../deliveries/queue-mail.ts'
import { isSuppressed } from '../subscribers/queries.ts'
import { leaveCourse } from '../subscribers/unsubscribe.ts'
import type { Command } from './command-of.ts'
import { threadHeaders } from './thread-headers.ts'

type Db = Kysely<Schema>

/**
 * A whole message that is an order, from the reader's own address. "Unsubscribe" ends the course the mail belongs to, and
 * one mail says so; the reader's page has the other courses. A pause is not guessed: the way to it is mailed.
 * Ordered again, nothing more is mailed.
 * @returns batches to hand over once the transaction is committed
 */
export async function obeyCommand(
  trx: Db,
  context: Context,
  command: Command,
  enrollmentId: string,
  messageId: string | null,
  now: Date,
): Promise<string[]> {
  const reader = await takeReader(trx, enrollmentId)
  if (!reader || reader.unsubscribed_at) return []
  if (command === 'unsubscribe') await leaveCourse(trx, enrollmentId, now)
  if (await isSuppressed(trx, reader.address_hash)) return []
  if (command !== 'unsubscribe') return []
  const { config } = context
  const props = {
    language: reader.language,
    accent: reader.accent,
    courseTitle: reader.title,
    courseUrl: `${config.publicUrl}/courses/${reader.slug}`,
    senderName: reader.sender_name,
    postalAddress: config.postalAddress,
  }
  const compiled = await compileMail({ subject: leftSubject(props), element: <Left {...props} /> })
  const { batchId } = await queueMail(
    trx,
    {
      kind: 'left',
      from_name: reader.sender_name,
      to_address: reader.email,
      subscriber_id: reader.subscriber_id,
      enrollment_id: enrollmentId,
      sequence_id: reader.sequence_id,
      revision_id: reader.revision_id,
      extra_headers: threadHeaders([messageId]),
      compiled,
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
