import type { Kysely } from 'kysely'
import { lockArticle, updateArticle } from '../articles/queries.ts'
import type { Schema } from '../db/schema.ts'
import { publishRevision } from './publish-revision.ts'
import { insertSequence } from './queries.ts'
import type { SequenceContent } from './sequence.ts'

export type CourseMade =
  | { made: true; sequenceId: string }
  | { made: false; because: 'slug-taken' | 'changed-meanwhile' | 'is-a-course' | 'not-found' }

/**
 * Makes an article as it was seen into a course: a sequence with its first revision, not open for sign-ups yet. The
 * lessons of `content` are those of the article, in order; the article remembers which became which.
 */
export function makeCourse(
  db: Kysely<Schema>,
  seen: { id: string; version: number },
  slug: string,
  content: SequenceContent,
  by: string,
  now: Date,
): Promise<CourseMade> {
  return db.transaction().execute(async (trx): Promise<CourseMade> => {
    const stored = await lockArticle(trx, seen.id)
    if (!stored) return { made: false, because: 'not-found' }
    if (stored.sequenceId) return { made: false, because: 'is-a-course' }
    if (stored.version !== seen.version) return { made: false, because: 'changed-meanwhile' }
    const sequenceId = await insertSequence(trx, { slug, openedAt: null }, now)
    if (!sequenceId) return { made: false, because: 'slug-taken' }
    await publishRevision(trx, sequenceId, content, { name: by, note: 'made from an article' }, now)
    const lessons = stored.shape.lessons.map((lesson, i) => ({ ...lesson, key: content.lessons[i]!.key }))
    await updateArticle(trx, stored, { shape: { ...stored.shape, lessons }, sequenceId }, by, now)
    return { made: true, sequenceId }
  })
}
