import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { listConversation } from './list-conversation.ts'
import { listTeamMarks } from './team-marks.ts'

/** Of the shape below; a change that breaks a reader of it raises the number. docs/export.md says what each field means. */
export const EXPORT_VERSION = 1

/**
 * Everything kept about a person, in clear, for themselves. Undefined when there is no such person.
 * @param page the address of their page, under which the files they sent can be had
 */
export async function exportPerson(context: Context, subscriberId: string, page: string, now: Date) {
  const db = context.db.kysely
  const person = await db
    .selectFrom('subscribers')
    .selectAll()
    .where('id', '=', subscriberId)
    .executeTakeFirst()
  if (!person) return undefined
  const [consents, courses, mails, replies, suppressions, leaving] = await Promise.all([
    consentsOf(db, person),
    coursesOf(db, subscriberId),
    mailsOf(db, subscriberId),
    listConversation(context, subscriberId, { withAutomatic: true }),
    suppressionsOf(db, person.address_hash),
    leavingOf(context, subscriberId),
  ])
  const marks = await listTeamMarks(
    context,
    replies.map((reply) => reply.id),
  )
  return {
    lettercourse_export: EXPORT_VERSION,
    exported_at: now,
    person: {
      email: person.email,
      first_name: person.first_name,
      timezone: person.timezone,
      known_since: person.created_at,
      unsubscribed_at: person.unsubscribed_at,
      links_valid_from: person.links_valid_from,
    },
    consents,
    courses: courses.map(({ id, ...course }) => ({ ...course, ...leaving.get(id) })),
    mails,
    replies: replies.map(({ id, at, via, words, deliveryId, answers, ...reply }) => ({
      received_at: at,
      via,
      automatic: reply.automatic,
      to_mail: deliveryId,
      words,
      words_erased_at: reply.wordsErasedAt,
      files: reply.files.map((file) => ({
        name: file.name,
        type: file.type,
        size_bytes: file.sizeBytes,
        download: file.isKept ? `${page}/files/${file.id}` : null,
      })),
      answers: answers.map((answer) => ({ answered_at: answer.at, by: answer.by, words: answer.words })),
      ...marks.get(id),
    })),
    suppressions,
  }
}
export type Export = NonNullable<Awaited<ReturnType<typeof exportPerson>>>

const consentsOf = (db: Kysely<Schema>, person: { id: string; email: string }) =>
  db
    .selectFrom('signups as g')
    .innerJoin('sequences as q', 'q.id', 'g.sequence_id')
    .select([
      'q.slug as course',
      'g.consent_wording as wording',
      'g.form_version',
      'g.source_url as page',
      'g.requested_at',
      'g.requested_ip',
      'g.requested_user_agent',
      'g.confirmed_at',
      'g.confirmed_ip',
      'g.confirmed_user_agent',
    ])
    .where((eb) => eb.or([eb('g.subscriber_id', '=', person.id), eb('g.email', '=', person.email)]))
    .orderBy('g.requested_at')
    .execute()

const coursesOf = (db: Kysely<Schema>, subscriberId: string) =>
  db
    .selectFrom('enrollments as e')
    .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
    .innerJoin('revisions as r', 'r.id', 'q.published_revision_id')
    .select([
      'e.id',
      'q.slug as course',
      'r.title',
      'e.enrolled_at',
      'e.run',
      'e.send_time',
      'e.every_days',
      'e.weekdays',
      'e.next_due_at',
      'e.paused_at',
      'e.paused_until',
      'e.completed_at',
      'e.unsubscribed_at as left_at',
    ])
    .where('e.subscriber_id', '=', subscriberId)
    .orderBy('e.enrolled_at')
    .execute()

/** Every mail with what became of it: the events Resend told us of are its dates. */
const mailsOf = (db: Kysely<Schema>, subscriberId: string) =>
  db
    .selectFrom('deliveries as d')
    .leftJoin('revision_lessons as l', (join) =>
      join.onRef('l.lesson_id', '=', 'd.lesson_id').onRef('l.revision_id', '=', 'd.revision_id'),
    )
    .leftJoin('sequences as q', 'q.id', 'd.sequence_id')
    .select([
      'd.id',
      'd.kind',
      'd.to_address as to',
      'q.slug as course',
      'l.subject as lesson',
      'd.run',
      'd.queued_at',
      'd.submitted_at',
      'd.sent_at',
      'd.delivered_at',
      'd.delayed_at',
      'd.bounced_at',
      'd.complained_at',
      'd.failed_at',
      'd.failure',
    ])
    .where('d.subscriber_id', '=', subscriberId)
    .orderBy('d.queued_at')
    .execute()

const suppressionsOf = (db: Kysely<Schema>, addressHash: Buffer) =>
  db
    .selectFrom('suppressions')
    .select(['reason', 'suppressed_at'])
    .where('address_hash', '=', addressHash)
    .execute()

/** Why they left which course, as they said it. */
async function leavingOf({ db, secrets }: Context, subscriberId: string) {
  const { rows } = await sql<{ id: string; leaving_reason: string | null; words: Buffer | null }>`
    select id, leaving_reason, leaving_words_sealed as words from enrollments where subscriber_id = ${subscriberId}`.execute(
    db.kysely,
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        leaving_reason: row.leaving_reason,
        leaving_words: row.words && secrets.unseal(row.words).toString(),
      },
    ]),
  )
}
