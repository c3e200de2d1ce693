import type { Kysely } from 'kysely'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import { lockSequence, nextRevisionNumber } from './queries.ts'
import type { SequenceContent } from './sequence.ts'

/**
 * Makes `content` the published state, as a new immutable revision. Lessons keep their identity by key, so readers
 * who hold a lesson's id still hold it. Claims made before keep the revision they were made with. Run it in a transaction.
 * @returns the new revision's id
 */
export async function publishRevision(
  trx: Kysely<Schema>,
  sequenceId: string,
  content: SequenceContent,
  by: { name: string; note?: string },
  now: Date,
): Promise<string> {
  await lockSequence(trx, sequenceId)
  const number = await nextRevisionNumber(trx, sequenceId)
  const id = newId(now)
  await trx
    .insertInto('revisions')
    .values({
      id,
      sequence_id: sequenceId,
      number,
      title: content.title,
      description: content.description,
      every_days: content.everyDays,
      weekdays: content.weekdays,
      send_time: content.sendTime,
      first_lesson: content.firstLesson,
      sender_name: content.senderName,
      language: content.language,
      accent: content.accent,
      threading: content.threading,
      pace_choice: content.paceChoice,
      replies_read_by: content.repliesReadBy,
      replies_kept_days: content.repliesKeptDays,
      published_at: now,
      published_by: by.name,
      note: by.note ?? null,
    })
    .execute()

  await trx
    .insertInto('lessons')
    .values(content.lessons.map((lesson) => ({ id: newId(now), sequence_id: sequenceId, key: lesson.key })))
    .onConflict((conflict) => conflict.columns(['sequence_id', 'key']).doNothing())
    .execute()
  const rows = await trx
    .selectFrom('lessons')
    .select(['id', 'key'])
    .where('sequence_id', '=', sequenceId)
    .execute()
  const idOf = new Map(rows.map((row) => [row.key, row.id]))
  await trx
    .insertInto('revision_lessons')
    .values(
      content.lessons.map((lesson, position) => ({
        revision_id: id,
        lesson_id: idOf.get(lesson.key)!,
        position,
        subject: lesson.subject,
        preheader: lesson.preheader,
        markdown: lesson.markdown,
        prompt: lesson.prompt,
        wait_at_most_days: lesson.waitAtMostDays,
      })),
    )
    .execute()
  await trx.updateTable('sequences').set({ published_revision_id: id }).where('id', '=', sequenceId).execute()
  return id
}
