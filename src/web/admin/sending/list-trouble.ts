import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

/** Batches that only a person can settle, the oldest first. */
export function listBatchesToLookAt(db: Kysely<Schema>) {
  return db
    .selectFrom('batches')
    .select(['id', 'size', 'attempts', 'first_attempt_at', 'needs_look_at', 'last_error'])
    .where('needs_look_at', 'is not', null)
    .orderBy('needs_look_at')
    .limit(100)
    .execute()
}

/** Mails that never left or came to nothing, the latest first. */
export function listFailed(db: Kysely<Schema>) {
  return db
    .selectFrom('deliveries as d')
    .leftJoin('revision_lessons as l', (join) =>
      join.onRef('l.lesson_id', '=', 'd.lesson_id').onRef('l.revision_id', '=', 'd.revision_id'),
    )
    .select(['d.id', 'd.kind', 'd.to_address', 'd.subscriber_id', 'd.failed_at', 'd.failure', 'l.subject'])
    .where('d.failed_at', 'is not', null)
    .where('d.erased_at', 'is', null)
    .orderBy('d.failed_at', 'desc')
    .limit(100)
    .execute()
}
