import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

/** The slug of the course that an article became. */
export async function findCourseOf(db: Kysely<Schema>, sequenceId: string): Promise<string> {
  const { slug } = await db
    .selectFrom('sequences')
    .select('slug')
    .where('id', '=', sequenceId)
    .executeTakeFirstOrThrow()
  return slug
}
