import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { decidesHold } from '../../../replies/hold-for-care.ts'
import { findSubscriber } from '../../../subscribers/queries.ts'
import { type ListedReader, listCoursesOf } from './list-readers.ts'

export interface ReaderPageData {
  subscriber: NonNullable<Awaited<ReturnType<typeof findSubscriber>>>
  courses: ListedReader[]
  consents: Awaited<ReturnType<typeof listConsents>>
  deliveries: Awaited<ReturnType<typeof listDeliveries>>
  replies: Awaited<ReturnType<typeof listReplies>>
}

/** All that the studio shows of one person; what they wrote is not among it. */
export async function findReader(
  db: Kysely<Schema>,
  id: string,
  now: Date,
): Promise<ReaderPageData | undefined> {
  const subscriber = await findSubscriber(db, id)
  if (!subscriber) return undefined
  return {
    subscriber,
    courses: await listCoursesOf(db, id, now),
    consents: await listConsents(db, id),
    deliveries: await listDeliveries(db, id),
    replies: await listReplies(db, id),
  }
}

function listConsents(db: Kysely<Schema>, subscriberId: string) {
  return db
    .selectFrom('signups as g')
    .innerJoin('sequences as q', 'q.id', 'g.sequence_id')
    .leftJoin('revisions as r', 'r.id', 'q.published_revision_id')
    .selectAll('g')
    .select(['q.slug', 'r.title'])
    .where('g.subscriber_id', '=', subscriberId)
    .orderBy('g.requested_at', 'desc')
    .execute()
}

/** Mails to them, the latest first. Both sides of the `or` have an index. */
function listDeliveries(db: Kysely<Schema>, subscriberId: string) {
  return db
    .selectFrom('deliveries as d')
    .leftJoin('revision_lessons as l', (join) =>
      join.onRef('l.lesson_id', '=', 'd.lesson_id').onRef('l.revision_id', '=', 'd.revision_id'),
    )
    .select([
      'd.id',
      'd.kind',
      'd.queued_at',
      'd.submitted_at',
      'd.delivered_at',
      'd.delayed_at',
      'd.bounced_at',
      'd.complained_at',
      'd.failed_at',
      'd.failure',
      'l.subject',
    ])
    .where((eb) =>
      eb.or([
        eb(
          'd.enrollment_id',
          'in',
          eb.selectFrom('enrollments').select('id').where('subscriber_id', '=', subscriberId),
        ),
        eb.and([eb('d.subscriber_id', '=', subscriberId), eb('d.kind', '<>', 'lesson')]),
      ]),
    )
    .orderBy('d.queued_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(300)
    .execute()
}

function listReplies(db: Kysely<Schema>, subscriberId: string) {
  return db
    .selectFrom('replies as p')
    .leftJoin('revision_lessons as l', (join) =>
      join.onRef('l.lesson_id', '=', 'p.lesson_id').onRef('l.revision_id', '=', 'p.revision_id'),
    )
    .select(['p.id', 'p.received_at', 'p.automatic', 'p.quarantined_at', 'p.answered_at', 'l.subject'])
    .select(['p.enrollment_id', decidesHold('p').as('decides_hold')])
    .select(sql<boolean>`p.archived_at is not null`.as('archived'))
    .where('p.subscriber_id', '=', subscriberId)
    .orderBy('p.received_at', 'desc')
    .limit(200)
    .execute()
}
