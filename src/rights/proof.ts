/**
 * A proof that somebody reads the mailbox itself: a link mailed there, good for one press within the hour. A letter may be
 * forwarded, and with it the links to the reader's page; so what that page must not be able to do alone asks for one.
 */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import type { Secrets } from '../secrets.ts'

export type ProofPurpose = Schema['mailbox_proofs']['purpose']

export const PROOF_LIVES_MS = 3_600_000
/** Such links one person gets in an hour, whatever they are for. */
export const PROOFS_AN_HOUR = 4

/** The proof behind a link with the person it is about and the mailbox it went to; undefined when it is used, expired or unknown. */
export async function findProof(db: Kysely<Schema>, secrets: Secrets, token: string, now: Date) {
  const ids = secrets.idOf('proof', token)
  if (ids.length === 0) return undefined
  return (
    db
      .selectFrom('mailbox_proofs as p')
      .innerJoin('subscribers as s', 's.id', 'p.subscriber_id')
      // The proof has the id of the mail that carried it.
      .innerJoin('deliveries as d', 'd.id', 'p.id')
      .selectAll('p')
      .select(['s.email', 'd.to_address as mailbox'])
      .where('p.id', 'in', ids)
      .where('p.used_at', 'is', null)
      .where('p.expires_at', '>', now)
      .executeTakeFirst()
  )
}
export type Proof = NonNullable<Awaited<ReturnType<typeof findProof>>>

/** Uses it up, once; false when somebody was quicker or the hour is over. */
export async function takeProof(trx: Kysely<Schema>, id: string, now: Date): Promise<boolean> {
  const row = await trx
    .updateTable('mailbox_proofs')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
