import { type Kysely, sql } from 'kysely'
import Digest, { type CourseWeek, subject } from '../../emails/digest.tsx'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { compileMail } from '../deliveries/compile.ts'
import { queueMail, submitLater } from '../deliveries/queue-mail.ts'
import { countWeek, type WeekRow } from './count-week.ts'
import { digestAddresses } from './digest-opt-outs.ts'

const A_DAY_MS = 86_400_000
const A_WEEK_MS = 7 * A_DAY_MS
/** Monday, 5 January 1970, 07:00 UTC: one hour for a team that may live anywhere. */
const A_MONDAY = 4 * A_DAY_MS + 7 * 3_600_000

/**
 * The week in numbers, to every admin who wants it, on Mondays at 07:00 UTC: once a week, whoever else is asking, because
 * the row that remembers the week is taken in the same transaction. A machine that slept through Monday sends it when it
 * wakes. The first week only remembers: whoever starts on a Wednesday has no week behind them.
 */
export async function sendDigest(context: Context, now: Date): Promise<void> {
  const { config, db } = context
  const monday = new Date(
    now.getTime() - ((((now.getTime() - A_MONDAY) % A_WEEK_MS) + A_WEEK_MS) % A_WEEK_MS),
  )
  const batches = await db.kysely.transaction().execute(async (trx) => {
    if (!(await takeWeek(trx, monday))) return []
    const addresses = await digestAddresses(trx)
    const from = new Date(monday.getTime() - A_WEEK_MS)
    const courses = addresses.length > 0 ? await countWeek(trx, from, monday) : []
    if (courses.length === 0) return []
    const props = {
      week: sayWeek(from, monday),
      courses: courses.map(inWords),
      repliesUrl: `${config.publicUrl}/admin/replies`,
      settingsUrl: `${config.publicUrl}/admin/digest`,
    }
    const compiled = await compileMail({ subject: subject(props), element: <Digest {...props} /> })
    const queued = []
    for (const to_address of addresses) {
      const mail = {
        kind: 'digest' as const,
        from_name: 'Lettercourse',
        to_address,
        compiled,
        slot_values: {},
      }
      queued.push({ id: (await queueMail(trx, mail, now)).batchId, urgent: true })
    }
    return queued
  })
  await submitLater(context, batches)
}

/** True for one caller a week, and for nobody in the first. */
async function takeWeek(trx: Kysely<Schema>, monday: Date): Promise<boolean> {
  const week = JSON.stringify(monday.toISOString())
  const { rows } = await sql<{ seen_before: boolean }>`
    insert into settings as s (key, value) values ('digest', ${week}::jsonb)
    on conflict (key) do update set value = excluded.value where s.value #>> '{}' < excluded.value #>> '{}'
    returning xmax <> 0 as seen_before`.execute(trx)
  return rows[0]?.seen_before ?? false
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

const sayWeek = (from: Date, to: Date) => days.formatRange(from, new Date(to.getTime() - A_DAY_MS))

const inWords = (row: WeekRow): CourseWeek => ({
  title: row.title,
  signups: row.signups,
  confirmed: row.confirmed,
  underWay: row.under_way,
  lessonsDelivered: row.lessons_delivered,
  repliesNew: row.replies_new,
  repliesWaiting: row.waiting,
  waitingSince: row.waiting_since && day.format(row.waiting_since),
  left: row.left,
  bounced: row.bounced,
})
