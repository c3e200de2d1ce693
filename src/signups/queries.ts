/** Every statement on signups that is not part of one use case alone. */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { getRevision } from '../sequences/queries.ts'
import type { Revision } from '../sequences/sequence.ts'

type Db = Kysely<Schema>

/** @param ids candidates behind a token, one for each key it may have been made with */
export function findSignup(db: Db, ids: string[], { lock = false } = {}) {
  if (ids.length === 0) return Promise.resolve(undefined)
  const query = db.selectFrom('signups').selectAll().where('id', 'in', ids)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** The course it is for, as it is published now; it may since have been closed for others. */
export async function getCourseOf(db: Db, signup: { sequence_id: string }): Promise<Revision> {
  const { published_revision_id } = await db
    .selectFrom('sequences')
    .select('published_revision_id')
    .where('id', '=', signup.sequence_id)
    .executeTakeFirstOrThrow()
  return getRevision(db, published_revision_id!)
}

/** How often somebody asked with this address in the last hour. */
export async function countAsked(db: Db, email: string, now: Date): Promise<number> {
  const { asked } = await db
    .selectFrom('signups')
    .select((eb) => eb.fn.countAll<string>().as('asked'))
    .where('email', '=', email)
    .where('requested_at', '>', new Date(now.getTime() - 3_600_000))
    .executeTakeFirstOrThrow()
  return Number(asked)
}

/** Where whoever confirmed this signup stands in its course: what the page after the button says. */
export function findStanding(db: Db, signup: { subscriber_id: string | null; sequence_id: string }) {
  return db
    .selectFrom('enrollments as e')
    .innerJoin('subscribers as s', 's.id', 'e.subscriber_id')
    .select(['e.next_due_at', 'e.lesson_before_at', 's.timezone'])
    .where('e.subscriber_id', '=', signup.subscriber_id)
    .where('e.sequence_id', '=', signup.sequence_id)
    .executeTakeFirst()
}

export type UnderWay = NonNullable<Awaited<ReturnType<typeof takeUnderWay>>>

/** Takes the row of a reader who has confirmed and is in the middle of this course, until the transaction ends. */
export function takeUnderWay(trx: Db, email: string, sequenceId: string) {
  return trx
    .selectFrom('enrollments as e')
    .innerJoin('subscribers as s', 's.id', 'e.subscriber_id')
    .selectAll('e')
    .select(['s.timezone', 's.first_name'])
    .where('s.email', '=', email)
    .where('e.sequence_id', '=', sequenceId)
    .where('s.unsubscribed_at', 'is', null)
    .where('e.unsubscribed_at', 'is', null)
    .where('e.completed_at', 'is', null)
    .forUpdate('e')
    .executeTakeFirst()
}
