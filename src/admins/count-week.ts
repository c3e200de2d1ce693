import { type Kysely, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { waitsForAnswer } from '../replies/waiting.ts'

/** One course's week in numbers; what goes on (`under_way`, `waiting`) is as it stands now. */
export interface WeekRow {
  title: string
  signups: number
  confirmed: number
  under_way: number
  lessons_delivered: number
  replies_new: number
  waiting: number
  waiting_since: Date | null
  left: number
  bounced: number
}

/** Every published course in the order of making, from `from` to before `to`. Replies are counted, never opened. */
export async function countWeek(db: Kysely<Schema>, from: Date, to: Date): Promise<WeekRow[]> {
  const inWeek = (column: string) => sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}`
  const aPersons = sql`not r.automatic and r.quarantined_at is null`
  const { rows } = await sql<WeekRow>`
    select v.title,
      (select count(*)::int from signups p where p.sequence_id = q.id and ${inWeek('p.requested_at')}) as signups,
      (select count(*)::int from signups p where p.sequence_id = q.id and ${inWeek('p.confirmed_at')}) as confirmed,
      (select count(*)::int from enrollments e join subscribers s on s.id = e.subscriber_id where e.sequence_id = q.id
        and e.completed_at is null and e.unsubscribed_at is null and s.unsubscribed_at is null) as under_way,
      (select count(*)::int from deliveries d where d.sequence_id = q.id and d.kind = 'lesson'
        and ${inWeek('d.delivered_at')}) as lessons_delivered,
      (select count(*)::int from replies r join enrollments e on e.id = r.enrollment_id
        where e.sequence_id = q.id and ${aPersons} and ${inWeek('r.received_at')}) as replies_new,
      coalesce(w.waiting, 0) as waiting, w.since as waiting_since,
      (select count(*)::int from enrollments e where e.sequence_id = q.id and ${inWeek('e.unsubscribed_at')}) as left,
      (select count(*)::int from deliveries d where d.sequence_id = q.id and ${inWeek('d.bounced_at')}) as bounced
    from sequences q
      join revisions v on v.id = q.published_revision_id
      left join (
        select e.sequence_id, count(*)::int as waiting, min(r.received_at) as since
        from replies r join enrollments e on e.id = r.enrollment_id
        where ${waitsForAnswer('r')} group by e.sequence_id
      ) w on w.sequence_id = q.id
    order by q.created_at`.execute(db)
  return rows
}
