/** Every statement on sequences, their revisions, lessons and drafts. */
import { type Kysely, sql } from 'kysely'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import type { Revision } from './sequence.ts'

type Db = Kysely<Schema>

// Revisions never change, so a worker may keep them; bounded, oldest out first.
const kept = new Map<string, Revision>()
const KEPT_AT_MOST = 200

export async function getRevision(db: Db, id: string): Promise<Revision> {
  const known = kept.get(id)
  if (known) return known
  const row = await db
    .selectFrom('revisions')
    .innerJoin('sequences', 'sequences.id', 'revisions.sequence_id')
    .selectAll('revisions')
    .select('sequences.slug')
    .where('revisions.id', '=', id)
    .executeTakeFirstOrThrow()
  const lessons = await db
    .selectFrom('revision_lessons')
    .innerJoin('lessons', 'lessons.id', 'revision_lessons.lesson_id')
    .selectAll('revision_lessons')
    .select('lessons.key')
    .where('revision_id', '=', id)
    .orderBy('position')
    .execute()
  const revision: Revision = {
    id: row.id,
    sequenceId: row.sequence_id,
    slug: row.slug,
    number: row.number,
    publishedAt: row.published_at,
    title: row.title,
    description: row.description,
    everyDays: row.every_days,
    weekdays: row.weekdays,
    sendTime: row.send_time,
    firstLesson: row.first_lesson,
    senderName: row.sender_name,
    language: row.language,
    accent: row.accent,
    threading: row.threading,
    paceChoice: row.pace_choice,
    repliesReadBy: row.replies_read_by,
    repliesKeptDays: row.replies_kept_days,
    lessons: lessons.map((lesson) => ({
      lessonId: lesson.lesson_id,
      key: lesson.key,
      subject: lesson.subject,
      preheader: lesson.preheader,
      markdown: lesson.markdown,
      prompt: lesson.prompt,
      waitAtMostDays: lesson.wait_at_most_days,
    })),
  }
  if (kept.size >= KEPT_AT_MOST) kept.delete(kept.keys().next().value!)
  kept.set(id, revision)
  return revision
}

/** The published revision of a sequence that is open for sign-ups; undefined when readers are to know of none. */
export async function findOpen(db: Db, slug: string): Promise<Revision | undefined> {
  const row = await openOnes(db).where('slug', '=', slug).executeTakeFirst()
  return row && getRevision(db, row.published_revision_id!)
}

export async function listOpen(db: Db): Promise<Revision[]> {
  const rows = await openOnes(db).orderBy('created_at').execute()
  return Promise.all(rows.map((row) => getRevision(db, row.published_revision_id!)))
}

const openOnes = (db: Db) =>
  db
    .selectFrom('sequences')
    .select('published_revision_id')
    .where('published_revision_id', 'is not', null)
    .where('opened_at', 'is not', null)

/** Null closes it. Readers under way go on either way. */
export async function setOpened(db: Db, id: string, openedAt: Date | null): Promise<void> {
  await db.updateTable('sequences').set({ opened_at: openedAt }).where('id', '=', id).execute()
}

/**
 * A sequence without a revision yet.
 * @returns its id, or undefined when there is one of this name already
 */
export async function insertSequence(
  trx: Db,
  { slug, openedAt }: { slug: string; openedAt: Date | null },
  now: Date,
): Promise<string | undefined> {
  const row = await trx
    .insertInto('sequences')
    .values({ id: newId(now), slug, opened_at: openedAt, created_at: now })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export function findSequence(db: Db, slug: string) {
  return db.selectFrom('sequences').selectAll().where('slug', '=', slug).executeTakeFirst()
}

/**
 * Takes the sequence's row until the transaction ends, so that two publications follow one another. Not its key:
 * claims refer to it, and would wait for a publication that waits for them.
 */
export function lockSequence(db: Db, id: string) {
  return db
    .selectFrom('sequences')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

export async function nextRevisionNumber(db: Db, sequenceId: string): Promise<number> {
  const { next } = await db
    .selectFrom('revisions')
    .select(sql<number>`coalesce(max(number), 0)::int + 1`.as('next'))
    .where('sequence_id', '=', sequenceId)
    .executeTakeFirstOrThrow()
  return next
}

export function listRevisions(db: Db, sequenceId: string) {
  return db
    .selectFrom('revisions')
    .select(['id', 'number', 'published_at', 'published_by', 'note'])
    .where('sequence_id', '=', sequenceId)
    .orderBy('number', 'desc')
    .execute()
}

export function findDraftRow(db: Db, sequenceId: string) {
  return db.selectFrom('drafts').selectAll().where('sequence_id', '=', sequenceId).executeTakeFirst()
}
