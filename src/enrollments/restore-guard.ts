/**
 * A database restored from a backup has forgotten what was sent since, and would send it again. So each start looks
 * for two signs, and while there is one lessons are held until a person chooses how to go on:
 * - Resend remembers mails of ours, sent after the database's last tick, that the database does not know;
 * - something has been due for longer than any ordinary outage.
 * Mails that a person waits for are not held. What is decided here is shown in the admin under Sending.
 */
import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { nextDue } from '../schedule/rule.ts'
import { nextLesson } from '../sequences/next-lesson.ts'
import { getRevision } from '../sequences/queries.ts'
import { progressOf } from './queries.ts'
import { ruleOf } from './rule-of.ts'

type Db = Kysely<Schema>
const DAY_MS = 86_400_000

/** Due this long and not sent: held, whatever the cause. */
export const HOLD_WHEN_DUE_FOR_MS = 10 * DAY_MS
/** Standing still for less than this is a restart, and nothing is asked of Resend. */
const RESTART_MS = 60_000

/** Looks for the signs. Called once at each start, before anything is claimed. Returns the reason when it holds. */
export async function guardAgainstRestore(context: Context, now: Date): Promise<string | undefined> {
  const db = context.db.kysely
  const { held_at, held_reason, ticked_at } = await db
    .selectFrom('sending')
    .selectAll()
    .executeTakeFirstOrThrow()
  if (held_at) return held_reason ?? ''
  const reason = (await forgottenMails(context, ticked_at, now)) ?? (await longDue(db, now))
  if (!reason) return undefined
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('sending').set({ held_at: now, held_reason: reason }).execute()
    await lookAtOldBatches(trx, now)
  })
  context.log.error({ reason }, 'lessons are held')
  return reason
}

/** Notes that everything was alive at `now`. */
export async function tick(db: Db, now: Date): Promise<void> {
  await db.updateTable('sending').set({ ticked_at: now }).execute()
}

/**
 * Whether lessons may be claimed now. While they are held or sending is paused they stay due instead, so that what was
 * missed is caught up by the rules of time, one a day, and not all at once when the pause ends.
 */
export async function mayClaim(db: Db): Promise<boolean> {
  const { held_at, paused_at } = await db
    .selectFrom('sending')
    .select(['held_at', 'paused_at'])
    .executeTakeFirstOrThrow()
  return held_at === null && paused_at === null
}

async function forgottenMails(
  context: Context,
  tickedAt: Date | null,
  now: Date,
): Promise<string | undefined> {
  if (!tickedAt || now.getTime() - tickedAt.getTime() < RESTART_MS) return undefined
  const sent = await askThrice(() => context.mail.listSent(100))
  if (!sent) {
    // The stand-in holds no mail that could be sent twice; a real one must be asked before anything leaves.
    if (!context.config.resend) return undefined
    return `Resend could not be asked what it has sent since ${tickedAt.toISOString()}, so a restored backup cannot be ruled out.`
  }
  const ours = sent.filter(
    (mail) =>
      new Date(mail.createdAt) > tickedAt && mail.from.includes(`<${context.config.mailFrom.address}>`),
  )
  if (ours.length === 0) return undefined
  const { rows } = await sql<{ known: string }>`
    select resend_id as known from deliveries where resend_id = any(${ours.map((mail) => mail.id)}::text[])
    union all
    -- accepted, and killed before it was recorded: its batch is still open here, so it is not forgotten
    select d.to_address from deliveries d join batches b on b.id = d.batch_id
      where b.submitted_at is null and b.in_doubt_since is not null and d.to_address = any(${ours.flatMap((mail) => mail.to)}::text[])`.execute(
    context.db.kysely,
  )
  const known = new Set(rows.map((row) => row.known))
  const forgotten = ours.filter(
    (mail) => !known.has(mail.id) && !mail.to.some((address) => known.has(address)),
  )
  if (forgotten.length === 0) return undefined
  return `Resend has sent ${forgotten.length === 100 ? 'at least 100' : forgotten.length} of our mails since ${tickedAt.toISOString()} that this database does not know: it looks like a restored backup.`
}

async function askThrice<T>(ask: () => Promise<T>): Promise<T | undefined> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const answer = await ask().catch(() => undefined)
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  return undefined
}

/** Open batches whose idempotency key may have run out: the lost database may have sent them long ago. */
async function lookAtOldBatches(trx: Db, now: Date): Promise<void> {
  await trx
    .updateTable('batches')
    .set({ needs_look_at: now, last_error: 'It may have been sent before the backup was restored.' })
    .where('urgent', '=', false)
    .where('submitted_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('needs_look_at', 'is', null)
    .where('created_at', '<', new Date(now.getTime() - 23 * 3_600_000))
    .execute()
}

async function longDue(db: Db, now: Date): Promise<string | undefined> {
  const { count } = await db
    .selectFrom('enrollments')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('next_due_at', '<', new Date(now.getTime() - HOLD_WHEN_DUE_FOR_MS))
    .executeTakeFirstOrThrow()
  if (count === '0') return undefined
  return `${count} readers have a lesson that was due more than ${HOLD_WHEN_DUE_FOR_MS / DAY_MS} days ago.`
}

/** The person's choice "send what is due": each overdue reader gets one lesson, and the course goes on from there. */
export async function sendWhatIsDue(db: Db): Promise<void> {
  await db.updateTable('sending').set({ held_at: null, held_reason: null }).execute()
}

/**
 * The person's choice "continue from today": what would have gone since is taken as sent, so nobody gets it twice, and
 * every reader goes on with the lesson that would come next.
 * @returns how many readers were moved on
 */
export async function continueFromToday(db: Db, now: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const overdue = await trx
      .selectFrom('enrollments as e')
      .innerJoin('subscribers as s', 's.id', 'e.subscriber_id')
      .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
      .selectAll('e')
      .select(['s.timezone', 'q.published_revision_id'])
      .where('e.next_due_at', '<=', now)
      .forUpdate('e')
      .execute()
    const progress = await progressOf(trx, overdue)
    for (const reader of overdue) await passOver(trx, reader, progress.get(reader.id)!, now)
    await sendWhatIsDue(trx)
    return overdue.length
  })
}

interface Overdue {
  id: string
  run: number
  timezone: string
  send_time: string
  every_days: number | null
  weekdays: number[] | null
  following_revision_id: string
  published_revision_id: string | null
  next_due_at: Date | null
  lesson_before_at: Date | null
}

async function passOver(
  trx: Db,
  reader: Overdue,
  { had, passed }: { had: Set<string>; passed: Set<string> },
  now: Date,
): Promise<void> {
  const course = await getRevision(trx, reader.published_revision_id!)
  const following = (await getRevision(trx, reader.following_revision_id)).lessons.map(
    (lesson) => lesson.lessonId,
  )
  const rule = ruleOf(course, reader)
  const seen = new Set(had)
  let due: Date | null = reader.next_due_at
  let before = reader.lesson_before_at
  while (due && due <= now) {
    const { next, isLast } = nextLesson(course.lessons, following, seen, { passed })
    if (next) seen.add(next.lessonId)
    before = due
    due = next && !isLast ? nextDue(rule, due) : null
  }
  const skipped = [...seen].filter((id) => !had.has(id))
  if (skipped.length > 0)
    await trx
      .insertInto('passed_lessons')
      .values(
        skipped.map((lesson_id) => ({
          enrollment_id: reader.id,
          run: reader.run,
          lesson_id,
          skipped_at: now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['enrollment_id', 'run', 'lesson_id']).doUpdateSet({ skipped_at: now }),
      )
      .execute()
  await trx
    .updateTable('enrollments')
    .set({ next_due_at: due, lesson_before_at: before, completed_at: due ? null : now })
    .where('id', '=', reader.id)
    .execute()
}
