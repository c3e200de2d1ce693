import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { forgetErased } from '../deliveries/forget.ts'
import { openContent } from '../replies/reply.ts'
import type { Secrets } from '../secrets.ts'
import { type Proof, takeProof } from './proof.ts'

type Db = Kysely<Schema>

/**
 * Erases a person: everything that names them or holds their words goes in one transaction. What stays is the keyed hash of their
 * address, so that nobody writes to them by mistake, and rows without a person, so that counts stay right
 * (docs/decisions/0012-erasure.md).
 * @returns false when the proof was used already
 */
export async function erase(context: Context, proof: Proof, now: Date): Promise<boolean> {
  const { db, secrets } = context
  if (proof.purpose !== 'erase') return false
  const erased = await db.kysely.transaction().execute(async (trx) => {
    if (!(await takeProof(trx, proof.id, now))) return false
    const person = await trx
      .selectFrom('subscribers')
      .selectAll()
      .where('id', '=', proof.subscriber_id)
      .forUpdate()
      .executeTakeFirst()
    if (!person) return false
    const addresses = await addressesOf(trx, person)
    await eraseReplies(trx, context, person.id, addresses)
    await scrubEvents(trx, addresses, now)
    await scrubSignups(trx, person.id, addresses, now)
    await trx
      .updateTable('deliveries')
      .set({ erased_at: now })
      .where((eb) => eb.or([eb('subscriber_id', '=', person.id), eb('to_address', 'in', addresses)]))
      .where('kind', 'not in', ['sign_in', 'test', 'care_notice', 'digest'])
      .execute()
    await trx.deleteFrom('subscribers').where('id', '=', person.id).execute()
    await trx
      .insertInto('suppressions')
      .values({ address_hash: secrets.hashOf(person.email), reason: 'erased', suppressed_at: now })
      .onConflict((conflict) => conflict.column('address_hash').doNothing())
      .execute()
    await forgetErased(trx, now)
    return true
  })
  return erased
}

/** Theirs now, and those they had before that are nobody else's today. */
async function addressesOf(trx: Db, person: { id: string; email: string }): Promise<string[]> {
  const before = await trx
    .selectFrom('deliveries')
    .select('to_address')
    .distinct()
    .where('subscriber_id', '=', person.id)
    .where('to_address', '<>', '')
    .where('to_address', 'not in', (eb) =>
      eb.selectFrom('subscribers').select('email').where('subscribers.id', '<>', person.id),
    )
    // A link to prove a mailbox may have gone to one that turned out not to be theirs.
    .where('kind', '<>', 'proof')
    .execute()
  return [...new Set([person.email, ...before.map((row) => row.to_address.toLowerCase())])]
}

/**
 * What they wrote, with its files, what was answered, noted and marked about it, and who read it; also what came from their
 * address and was tied to nobody, or set apart beside somebody else's lesson.
 */
async function eraseReplies(
  trx: Db,
  { secrets, log }: Context,
  id: string,
  addresses: string[],
): Promise<void> {
  const apart = await trx
    .selectFrom('replies')
    .select(['id', 'content_sealed'])
    .where((eb) => eb.or([eb('subscriber_id', 'is', null), eb('quarantined_at', 'is not', null)]))
    .where('erased_at', 'is', null)
    .execute()
  const theirs: string[] = []
  let unreadable = 0
  for (const row of apart) {
    try {
      const content = openContent(secrets, row.content_sealed)
      if (content ? addresses.includes(content.from) : await rawNames(trx, secrets, row.id, addresses))
        theirs.push(row.id)
    } catch {
      // Whose it is nobody can tell any more, and it must not keep the others from being erased.
      unreadable++
    }
  }
  if (unreadable > 0) log.warn({ unreadable }, 'replies set apart could not be opened; they were not erased')
  await trx
    .deleteFrom('replies')
    .where((eb) =>
      eb.or([
        eb('subscriber_id', '=', id),
        eb(
          'delivery_id',
          'in',
          eb.selectFrom('deliveries').select('deliveries.id').where('subscriber_id', '=', id),
        ),
        ...(theirs.length > 0 ? [eb('id', 'in', theirs)] : []),
      ]),
    )
    .execute()
}

/** A message that could not be read yet names its sender in its raw text only. */
async function rawNames(trx: Db, secrets: Secrets, id: string, addresses: string[]): Promise<boolean> {
  const row = await trx
    .selectFrom('replies')
    .select('raw_sealed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const raw = row.raw_sealed ? secrets.unseal(row.raw_sealed).toString('latin1').toLowerCase() : ''
  return addresses.some((address) => raw.includes(address))
}

/** Resend's events are kept without words once they are processed; those still open are not processed any more. */
async function scrubEvents(trx: Db, addresses: string[], now: Date): Promise<void> {
  for (const address of addresses) {
    await sql`
      update mail_events set processed_at = coalesce(processed_at, ${now}), last_error = null,
        payload = jsonb_build_object('type', payload->'type', 'created_at', payload->'created_at', 'data',
          jsonb_build_object('email_id', payload->'data'->'email_id', 'message_id', payload->'data'->'message_id',
            'tags', payload->'data'->'tags'))
      where strpos(lower(payload::text), ${address}) > 0`.execute(trx)
    await sql`update batches set last_error = null where strpos(lower(last_error), ${address}) > 0`.execute(
      trx,
    )
    await sql`update deliveries set failure = 'Refused.' where strpos(lower(failure), ${address}) > 0`.execute(
      trx,
    )
  }
}

/** That somebody agreed to which wording stays; who it was does not. One not confirmed yet can be confirmed no more. */
async function scrubSignups(trx: Db, id: string, addresses: string[], now: Date): Promise<void> {
  await trx
    .updateTable('signups')
    .set({
      email: '',
      first_name: null,
      language: null,
      timezone: 'UTC',
      source_url: null,
      requested_ip: null,
      requested_user_agent: null,
      confirmed_ip: null,
      confirmed_user_agent: null,
      subscriber_id: null,
    })
    .set((eb) => ({ expires_at: eb.fn('least', ['expires_at', eb.val(now)]) }))
    .where((eb) => eb.or([eb('subscriber_id', '=', id), eb('email', 'in', addresses)]))
    .execute()
}
