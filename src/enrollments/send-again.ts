import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import { queueMail, submitLater } from '../deliveries/queue-mail.ts'
import { writeLesson } from '../deliveries/write-lesson.ts'
import { getRevision } from '../sequences/queries.ts'
import { isSuppressed } from '../subscribers/queries.ts'

const A_DAY_MS = 86_400_000
/** Letters somebody may have sent again within a day. */
export const REPEATS_A_DAY = 5

export type SentAgain = { sent: true } | { sent: false; reason: 'unknown' | 'too_many' | 'suppressed' }

/**
 * Sends a lesson the reader has had once more, because they ask for it: a delivery of its own kind, which moves nothing in
 * the course. It says what the lesson said, and when the next one comes as things stand now.
 */
export async function sendAgain(
  context: Context,
  subscriberId: string,
  deliveryId: string,
  now: Date,
): Promise<SentAgain> {
  const { secrets } = context
  const result = await context.db.kysely.transaction().execute(async (trx) => {
    const reader = await trx
      .selectFrom('subscribers')
      .selectAll()
      .where('id', '=', subscriberId)
      .forUpdate()
      .executeTakeFirst()
    const had = await trx
      .selectFrom('deliveries as d')
      .innerJoin('enrollments as e', 'e.id', 'd.enrollment_id')
      .selectAll('d')
      .select(['e.enrolled_at', 'e.next_due_at'])
      .where('d.id', '=', deliveryId)
      .where('d.subscriber_id', '=', subscriberId)
      .where('d.kind', '=', 'lesson')
      .executeTakeFirst()
    const revision = had?.revision_id ? await getRevision(trx, had.revision_id) : undefined
    const place = revision?.lessons.findIndex((lesson) => lesson.lessonId === had?.lesson_id) ?? -1
    const lesson = revision?.lessons[place]
    if (!reader || !had || !revision || !lesson) return 'unknown' as const
    if (await isSuppressed(trx, secrets.hashOf(reader.email))) return 'suppressed' as const
    const { repeats } = await trx
      .selectFrom('deliveries')
      .select((eb) => eb.fn.countAll<string>().as('repeats'))
      .where('subscriber_id', '=', subscriberId)
      .where('kind', '=', 'repeat')
      .where('queued_at', '>', new Date(now.getTime() - A_DAY_MS))
      .executeTakeFirstOrThrow()
    if (Number(repeats) >= REPEATS_A_DAY) return 'too_many' as const

    const id = newId(now)
    const { compiled, values } = await writeLesson(context, revision, lesson, {
      deliveryId: id,
      email: reader.email,
      firstName: reader.first_name,
      timezone: reader.timezone,
      enrolledAt: had.enrolled_at,
      day: place + 1,
      of: revision.lessons.length,
      isLast: place === revision.lessons.length - 1,
      nextDueAt: had.next_due_at && had.next_due_at > now ? had.next_due_at : null,
      sentAt: now,
    })
    return queueMail(
      trx,
      {
        id,
        kind: 'repeat',
        from_name: revision.senderName,
        to_address: reader.email,
        subscriber_id: subscriberId,
        enrollment_id: had.enrollment_id,
        run: had.run,
        sequence_id: had.sequence_id,
        lesson_id: had.lesson_id,
        revision_id: revision.id,
        compiled,
        slot_values: values,
      },
      now,
    )
  })
  if (typeof result === 'string') return { sent: false, reason: result }
  await submitLater(context, [{ id: result.batchId, urgent: true }])
  return { sent: true }
}
