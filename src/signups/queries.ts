/** Every statement on signups that is not part of one use case alone. */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

/** @param ids candidates behind a token, one for each key it may have been made with */
export function findSignup(db: Kysely<Schema>, ids: string[], { lock = false } = {}) {
  if (ids.length === 0) return Promise.resolve(undefined)
  const query = db.selectFrom('signups').selectAll().where('id', 'in', ids)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}
