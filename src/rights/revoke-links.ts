import type { Context } from '../context.ts'
import { askForProof } from './ask-for-proof.ts'

/** The links in everything mailed so far open nothing any more, and one that does is mailed to the reader. */
export async function revokeLinks(context: Context, subscriberId: string, now: Date): Promise<void> {
  await context.db.kysely
    .updateTable('subscribers')
    .set({ links_valid_from: now })
    .where('id', '=', subscriberId)
    .execute()
  await askForProof(context, { subscriberId, purpose: 'open_page' }, now)
}
