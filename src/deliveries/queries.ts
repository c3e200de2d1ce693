/** Every statement on batches, deliveries and compiled mails. */
import { type Kysely, sql } from 'kysely'
import type { DeliveryKind, Schema } from '../db/schema.ts'
import type { CompiledMail } from './compile.ts'

type Db = Kysely<Schema>

/** How long after its claim a batch that nobody submitted is put in the queue again. */
const LEFT_BEHIND_AFTER_MS = 60_000

export interface NewDelivery {
  id: string
  kind: DeliveryKind
  from_name: string
  to_address: string
  subscriber_id?: string | null
  enrollment_id?: string | null
  run?: number | null
  sequence_id?: string | null
  lesson_id?: string | null
  revision_id?: string | null
  signup_id?: string | null
  answer_id?: string | null
  compiled_id?: string | null
  slot_values?: Record<string, string> | null
  sealed_mail?: Buffer | null
  extra_headers?: Record<string, string> | null
  due_at?: Date | null
}

export interface OpenDelivery extends Omit<NewDelivery, 'due_at'> {
  place: number
  slug: string | null
  title: string | null
}

export async function insertCompiled(db: Db, mails: CompiledMail[]): Promise<void> {
  if (mails.length === 0) return
  await db
    .insertInto('compiled_mails')
    .values(mails.map(({ id, subject, html, text }) => ({ id, subject, html, text })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Inserts batches with their deliveries, set-wise: the cost of a round trip does not grow with their number. */
export async function insertBatches(
  db: Db,
  batches: { id: string; urgent: boolean; deliveries: NewDelivery[] }[],
  now: Date,
): Promise<void> {
  await db
    .insertInto('batches')
    .values(
      batches.map(({ id, urgent, deliveries }) => ({
        id,
        urgent,
        size: deliveries.length,
        created_at: now,
        enqueue_at: new Date(now.getTime() + LEFT_BEHIND_AFTER_MS),
      })),
    )
    .execute()
  const rows = batches.flatMap((batch) =>
    batch.deliveries.map((delivery, place) => ({ ...delivery, batch_id: batch.id, place })),
  )
  await sql`
    insert into deliveries (id, kind, batch_id, place, from_name, to_address, subscriber_id, enrollment_id, run, sequence_id,
      lesson_id, revision_id, signup_id, answer_id, compiled_id, slot_values, sealed_mail, extra_headers, due_at, queued_at)
    select r.id, r.kind, r.batch_id, r.place, r.from_name, r.to_address, r.subscriber_id, r.enrollment_id, r.run, r.sequence_id,
      r.lesson_id, r.revision_id, r.signup_id, r.answer_id, r.compiled_id, r.slot_values, decode(r.sealed_mail, 'base64'),
      r.extra_headers, r.due_at, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows.map(jsonRow))}::jsonb) as r(
      id uuid, kind text, batch_id uuid, place int, from_name text, to_address text, subscriber_id uuid, enrollment_id uuid,
      run int, sequence_id uuid, lesson_id uuid, revision_id uuid, signup_id uuid, answer_id uuid, compiled_id text,
      slot_values jsonb, sealed_mail text, extra_headers jsonb, due_at timestamptz)`.execute(db)
}

const jsonRow = (row: NewDelivery) => ({ ...row, sealed_mail: row.sealed_mail?.toString('base64') })

export function findBatch(db: Db, id: string) {
  return db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function deliveriesOf(db: Db, batchId: string): Promise<OpenDelivery[]> {
  return db
    .selectFrom('deliveries as d')
    .leftJoin('sequences as s', 's.id', 'd.sequence_id')
    .leftJoin('revisions as r', 'r.id', 'd.revision_id')
    .select([
      'd.id',
      'd.kind',
      'd.place',
      'd.from_name',
      'd.to_address',
      'd.signup_id',
      'd.compiled_id',
      'd.slot_values',
      'd.sealed_mail',
      'd.extra_headers',
      's.slug',
      'r.title',
    ])
    .where('d.batch_id', '=', batchId)
    .orderBy('d.place')
    .execute()
}

export function findCompiled(db: Db, ids: string[]): Promise<CompiledMail[]> {
  return db.selectFrom('compiled_mails').selectAll().where('id', 'in', ids).execute()
}

/** Batches that should long have left; their next turn is moved on, so that two ticks do not both take them. */
export async function takeLeftBehind(
  db: Db,
  now: Date,
  all: boolean,
): Promise<{ id: string; urgent: boolean }[]> {
  const { rows } = await sql<{ id: string; urgent: boolean }>`
    update batches set enqueue_at = ${new Date(now.getTime() + LEFT_BEHIND_AFTER_MS)}
    where id in (
      select id from batches
      where (${all} or enqueue_at <= ${now}) and submitted_at is null and refused_at is null and needs_look_at is null
      order by enqueue_at limit 1000 for update skip locked)
    returning id, urgent`.execute(db)
  return rows
}

export function findDelivery(db: Db, ids: string[]) {
  if (ids.length === 0) return Promise.resolve(undefined)
  return db.selectFrom('deliveries').selectAll().where('id', 'in', ids).executeTakeFirst()
}

export function findDeliveryByMessageId(db: Db, messageIds: string[]) {
  if (messageIds.length === 0) return Promise.resolve(undefined)
  return db.selectFrom('deliveries').selectAll().where('message_id', 'in', messageIds).executeTakeFirst()
}
