import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import { listSequenceFolders, loadSequenceFiles } from './load-sequence-files.ts'
import { publishRevision } from './publish-revision.ts'
import { findSequence } from './queries.ts'

/**
 * Publishes each folder under `root` that the database does not know yet, as its first revision.
 * A known one is left alone: after the first start the database is the truth, and files move only by pull and push.
 * @returns the slugs that were new
 */
export async function seedSequences(db: Kysely<Schema>, root: string, now: Date): Promise<string[]> {
  const seeded: string[] = []
  for (const slug of await listSequenceFolders(root)) {
    if (await findSequence(db, slug)) continue
    const content = await loadSequenceFiles(join(root, slug))
    await db.transaction().execute(async (trx) => {
      const id = newId(now)
      const made = await trx
        .insertInto('sequences')
        .values({ id, slug, created_at: now })
        .onConflict((conflict) => conflict.column('slug').doNothing())
        .executeTakeFirst()
      // Two processes may start on an empty database at once; the second finds the row there.
      if (made.numInsertedOrUpdatedRows === 0n) return
      await publishRevision(trx, id, content, { name: 'sequence files', note: `from sequences/${slug}` }, now)
      seeded.push(slug)
    })
  }
  return seeded
}
