/** Every statement on subscribers and suppressions. */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

export function findSubscriber(db: Db, id: string) {
  return db.selectFrom('subscribers').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findSubscriberByEmail(db: Db, email: string) {
  return db
    .selectFrom('subscribers')
    .selectAll()
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
}

export async function isSuppressed(db: Db, addressHash: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('suppressions')
    .select('reason')
    .where('address_hash', '=', addressHash)
    .executeTakeFirst()
  return row !== undefined
}

export async function setFirstName(db: Db, id: string, firstName: string | null): Promise<void> {
  await db.updateTable('subscribers').set({ first_name: firstName }).where('id', '=', id).execute()
}
