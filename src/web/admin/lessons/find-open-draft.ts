import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { type Draft, getDraft } from '../../../sequences/draft.ts'
import { findSequence } from '../../../sequences/queries.ts'

/** The draft of the course with this slug, or its published state; undefined when there is no such course. */
export async function findOpenDraft(db: Kysely<Schema>, slug: string): Promise<Draft | undefined> {
  const sequence = await findSequence(db, slug)
  return sequence?.published_revision_id ? getDraft(db, sequence) : undefined
}
