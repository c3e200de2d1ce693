import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { conditionOf, type InboxFilter, inCare, type Show, stillHeld } from './inbox-filter.ts'

type Db = Kysely<Schema>

export const PAGE = 50

/** Views of what somebody still has to do begin with what waits longest; the others with the latest. */
const OLDEST_FIRST: Show[] = ['waiting', 'care', 'mine']

const everyReply = (db: Db) =>
  db.selectFrom('replies as r').leftJoin('revisions as v', 'v.id', 'r.revision_id')

function inbox(db: Db, { show, about }: InboxFilter, admin: string, now: Date) {
  let rows = everyReply(db).where(conditionOf(show, admin, now))
  if (about)
    rows = rows.where((eb) => eb.or([eb('v.sequence_id', '=', about), eb('r.lesson_id', '=', about)]))
  rows = rows.orderBy(inCare, 'desc').orderBy(sql`${inCare} and r.answered_at is not null`)
  if (show === 'snoozed') return rows.orderBy('r.snoozed_until').orderBy('r.id')
  const direction = OLDEST_FIRST.includes(show) ? 'asc' : 'desc'
  return rows.orderBy('r.received_at', direction).orderBy('r.id', direction)
}

/** One page of a view, care first, of that what nobody has answered, and whether another follows. No words of theirs are among it. */
export async function listInbox(db: Db, filter: InboxFilter, admin: string, now: Date) {
  const rows = await listed(inbox(db, filter, admin, now))
    .limit(PAGE + 1)
    .offset((filter.page - 1) * PAGE)
    .execute()
  return { replies: rows.slice(0, PAGE), more: rows.length > PAGE }
}
export type InboxRow = Awaited<ReturnType<typeof listInbox>>['replies'][number]

/** The same of these replies, in no order. */
export async function findListed(db: Db, ids: string[]): Promise<InboxRow[]> {
  if (ids.length === 0) return []
  return listed(everyReply(db).where('r.id', 'in', ids)).execute()
}

const listed = (rows: ReturnType<typeof everyReply>) =>
  rows
    .leftJoin('subscribers as s', 's.id', 'r.subscriber_id')
    .leftJoin('revision_lessons as l', (join) =>
      join.onRef('l.lesson_id', '=', 'r.lesson_id').onRef('l.revision_id', '=', 'r.revision_id'),
    )
    .select([
      'r.id',
      'r.received_at',
      'r.automatic',
      'r.quarantined_at',
      'r.answered_at',
      'r.archived_at',
      'r.erased_at',
      'r.command',
      'r.snoozed_until',
      'r.assigned_to',
      's.email',
      's.first_name',
      'l.subject as lesson_subject',
      'l.prompt',
      'v.title as course_title',
    ])
    .select([inCare.as('in_care'), stillHeld.as('still_held')])

/** The replies before and after this one in the same view, as far as it can be paged through in a sitting. */
export async function neighboursOf(db: Db, id: string, filter: InboxFilter, admin: string, now: Date) {
  const rows = await inbox(db, filter, admin, now).select('r.id').limit(2_000).execute()
  const at = rows.findIndex((row) => row.id === id)
  // One that has just left the view is followed by what is first in it now.
  return at < 0 ? { next: rows[0]?.id } : { previous: rows[at - 1]?.id, next: rows[at + 1]?.id }
}

/** How many each view that asks for something holds. */
export async function countInbox(db: Db, admin: string, now: Date) {
  const count = (show: Show) => sql<number>`count(*) filter (where ${conditionOf(show, admin, now)})::int`
  return db
    .selectFrom('replies as r')
    .select([
      count('waiting').as('waiting'),
      count('care').as('care'),
      count('mine').as('mine'),
      count('snoozed').as('snoozed'),
      count('apart').as('apart'),
    ])
    .executeTakeFirstOrThrow()
}

/** What a view can be narrowed to: courses with the lessons that anybody replied to, in their order. */
export async function listSubjects(db: Db) {
  const { rows } = await sql<{
    sequence_id: string
    title: string
    lesson_id: string
    subject: string
  }>`
    select q.id as sequence_id, v.title, l.lesson_id, l.subject
    from sequences q
      join revisions v on v.id = q.published_revision_id
      join revision_lessons l on l.revision_id = v.id
    where exists (select from replies r where r.lesson_id = l.lesson_id)
    order by q.created_at, l.position`.execute(db)
  return rows
}
