/**
 * Retention: once a reply is as old as its reader was told it would be kept, its words go. That is the shorter of two
 * promises, the one made when it was written (its revision's `repliesKeptDays`) and the one the course makes today. What
 * is tied to no course could belong to any, and goes with the longest. The row stays, so that counts stay right.
 */
import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

const A_DAY_MS = 86_400_000
const DONE = 'replies_forgotten'

/**
 * Once a day (UTC), whoever asks first; more than one at a time does no harm. Erased are raw message, words, quotation,
 * what led to care, attachments, notes, and the answers, here and in the mails that carried them.
 * @param atOnce replies erased in one transaction
 * @returns how many were erased
 */
export async function forgetReplies(
  { db, log }: Pick<Context, 'db' | 'log'>,
  now: Date,
  { atOnce = 200 } = {},
): Promise<number> {
  const today = now.toISOString().slice(0, 10)
  if (await isDone(db.kysely, today)) return 0
  const ofNoCourse = await keptOfNoCourse(db.kysely)
  let erased = 0
  // What is kept for longer is not looked through again for each page.
  let from = new Date(0)
  for (let taken = atOnce; taken === atOnce; ) {
    const forgotten = await db.kysely
      .transaction()
      .execute((trx) => forgetSome(trx, { from, ofNoCourse, atOnce }, now))
    taken = forgotten.length
    erased += taken
    from = forgotten.at(-1)?.received_at ?? from
  }
  await forgetStragglers(db.kysely)
  await forgetAnswerMails(db.kysely)
  await db.kysely
    .insertInto('settings')
    .values({ key: DONE, value: JSON.stringify(today) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(today) }))
    .execute()
  if (erased > 0) log.info({ erased }, 'the words of replies older than promised were erased')
  return erased
}

async function isDone(db: Db, today: string): Promise<boolean> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', DONE).executeTakeFirst()
  return row !== undefined && String(row.value) >= today
}

/** Days; null, for ever, when one of the courses keeps for ever or there is none. */
async function keptOfNoCourse(db: Db): Promise<number | null> {
  const { rows } = await sql<{ days: number | null }>`
    select case when bool_and(v.replies_kept_days is not null) then max(v.replies_kept_days) end as days
    from sequences q join revisions v on v.id = q.published_revision_id`.execute(db)
  return rows[0]?.days ?? null
}

/** The oldest that came at `from` or later and whose time is over. */
async function forgetSome(
  trx: Db,
  { from, ofNoCourse, atOnce }: { from: Date; ofNoCourse: number | null; atOnce: number },
  now: Date,
): Promise<{ id: string; received_at: Date }[]> {
  // Days of 24 hours from the moment it came, whatever the server's zone.
  const { rows } = await sql<{ id: string; received_at: Date }>`
    select r.id, r.received_at from replies r
      left join revisions came on came.id = r.revision_id
      left join sequences q on q.id = came.sequence_id
      left join revisions today on today.id = q.published_revision_id
    where r.erased_at is null and r.received_at between ${from} and ${new Date(now.getTime() - A_DAY_MS)}
      and r.received_at <= ${now}::timestamptz - make_interval(hours => 24 * case
        when r.revision_id is null then ${ofNoCourse}::int
        else least(came.replies_kept_days, today.replies_kept_days) end)
    order by r.received_at limit ${atOnce} for update of r`.execute(trx)
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  await trx
    .updateTable('replies')
    .set({ raw_sealed: null, content_sealed: null, care_because_sealed: null, erased_at: now })
    .where('id', 'in', ids)
    .execute()
  for (const table of HANG_ON_IT) await trx.deleteFrom(table).where('reply_id', 'in', ids).execute()
  await trx.updateTable('answers').set({ body_sealed: null }).where('reply_id', 'in', ids).execute()
  return rows
}

const HANG_ON_IT = ['reply_attachments', 'reply_notes', 'reply_presence'] as const

/** A note or an answer that somebody was writing while the words went, or wrote since. */
async function forgetStragglers(db: Db): Promise<void> {
  const erased = db.selectFrom('replies').select('id').where('erased_at', 'is not', null)
  for (const table of HANG_ON_IT) await db.deleteFrom(table).where('reply_id', 'in', erased).execute()
  await db
    .updateTable('answers')
    .set({ body_sealed: null })
    .where('body_sealed', 'is not', null)
    .where('reply_id', 'in', erased)
    .execute()
}

/** A mail that is still to go, in doubt, or waiting for a person keeps its bytes (same key, same bytes); its turn comes. */
async function forgetAnswerMails(db: Db): Promise<void> {
  await sql`
    update deliveries d set sealed_mail = ''::bytea
    from answers a, batches b
    where d.answer_id = a.id and a.body_sealed is null and octet_length(d.sealed_mail) > 0
      and b.id = d.batch_id and (b.submitted_at is not null or b.refused_at is not null)`.execute(db)
}
