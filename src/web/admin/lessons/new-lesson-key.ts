import type { Kysely } from 'kysely'
import { slugOf } from '../../../articles/slug-of.ts'
import type { Schema } from '../../../db/schema.ts'
import type { SequenceContent } from '../../../sequences/sequence.ts'

/**
 * A key for a new lesson, from its subject. Never one that the course ever had: under it readers would be taken to have
 * had this lesson already.
 */
export async function newLessonKey(
  db: Kysely<Schema>,
  slug: string,
  content: SequenceContent,
  subject: string,
): Promise<string> {
  const rows = await db
    .selectFrom('lessons')
    .innerJoin('sequences', 'sequences.id', 'lessons.sequence_id')
    .select('lessons.key')
    .where('sequences.slug', '=', slug)
    .execute()
  const taken = new Set([...rows, ...content.lessons].map(({ key }) => key))
  const base = slugOf(subject) || 'lesson'
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`
    if (!taken.has(key)) return key
  }
}
