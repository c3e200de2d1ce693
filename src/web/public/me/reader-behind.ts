import type { Context } from '../../../context.ts'
import { findDelivery } from '../../../deliveries/queries.ts'
import type { TokenPurpose } from '../../../secrets.ts'
import { findSubscriber } from '../../../subscribers/queries.ts'

/** A link in an old mail is not a key for ever. */
const LINK_LIVES_MS = 180 * 86_400_000

/** Whose mail a link is from, and which; undefined when it is too old, taken back by its reader, or made up. */
export async function readerBehind(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  purpose: TokenPurpose,
  token: string,
  now: Date,
) {
  const delivery = await findDelivery(db.kysely, secrets.idOf(purpose, token))
  if (!delivery?.subscriber_id || now.getTime() - delivery.queued_at.getTime() > LINK_LIVES_MS)
    return undefined
  const subscriber = await findSubscriber(db.kysely, delivery.subscriber_id)
  // The link to the new page is mailed in the same moment, so only what is older is dead.
  if (!subscriber || (subscriber.links_valid_from && delivery.queued_at < subscriber.links_valid_from))
    return undefined
  // What was mailed to prove a mailbox opens the page only to whoever has pressed the button behind it.
  if (delivery.kind === 'proof' && !(await isUsed(db.kysely, delivery.id))) return undefined
  return { delivery, subscriber }
}
export type ReaderBehind = NonNullable<Awaited<ReturnType<typeof readerBehind>>>

async function isUsed(db: Context['db']['kysely'], proofId: string): Promise<boolean> {
  const proof = await db
    .selectFrom('mailbox_proofs')
    .select(['used_at', 'purpose'])
    .where('id', '=', proofId)
    .executeTakeFirst()
  return proof?.used_at != null && proof.purpose === 'open_page'
}
