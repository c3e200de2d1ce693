import { type Kysely, sql } from 'kysely'
import CareNotice, { type CareNoticeProps, subject } from '../../emails/care-notice.tsx'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { compileMail } from '../deliveries/compile.ts'
import { queueMail, submitLater } from '../deliveries/queue-mail.ts'
import { listReplyReaders } from './reply-readers.ts'

/** In one round; the next tick has the others. */
const AT_MOST = 50

/**
 * Tells everybody who may read replies that one waits for a person: once a reply, whoever else is asking, and with no word
 * of it. While nobody has the permission it stays to be told.
 */
export async function sendCareNotices(context: Context, now: Date): Promise<void> {
  const batches = await context.db.kysely.transaction().execute(async (trx) => {
    const waiting = await takeUnnoticed(trx)
    if (waiting.length === 0) return []
    const readers = (await listReplyReaders(trx)).filter((admin) => admin.granted_at !== null)
    if (readers.length === 0) return []
    const queued = []
    for (const reply of waiting) {
      const compiled = await compileNotice({
        courseTitle: reply.title,
        held: reply.held,
        replyUrl: `${context.config.publicUrl}/admin/replies/${reply.id}`,
      })
      for (const { email } of readers) {
        const mail = { kind: 'care_notice' as const, from_name: 'Lettercourse', to_address: email, compiled }
        queued.push({ id: (await queueMail(trx, { ...mail, slot_values: {} }, now)).batchId, urgent: true })
      }
    }
    const ids = waiting.map((reply) => reply.id)
    await trx.updateTable('replies').set({ care_noticed_at: now }).where('id', 'in', ids).execute()
    return queued
  })
  await submitLater(context, batches)
}

interface Unnoticed {
  id: string
  title: string | null
  held: boolean
}

async function takeUnnoticed(trx: Kysely<Schema>): Promise<Unnoticed[]> {
  const { rows } = await sql<Unnoticed>`
    with taken as materialized (
      select r.id, r.revision_id, r.enrollment_id, r.care_at from replies r
      where r.care_at is not null and r.care_closed_at is null and r.care_noticed_at is null
      order by r.care_at limit ${AT_MOST} for update of r skip locked)
    select taken.id, v.title, e.held_at is not null as held
    from taken
      left join revisions v on v.id = taken.revision_id
      left join enrollments e on e.id = taken.enrollment_id
    order by taken.care_at`.execute(trx)
  return rows
}

const compileNotice = (props: CareNoticeProps) =>
  compileMail({ subject: subject(props), element: <CareNotice {...props} /> })
