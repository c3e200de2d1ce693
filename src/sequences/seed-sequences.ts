import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { StartError } from '../start-error.ts'
import { listSequenceFolders, loadSequenceFiles } from './load-sequence-files.ts'
import { publishRevision } from './publish-revision.ts'
import { findSequence, insertSequence } from './queries.ts'
import type { SequenceContent } from './sequence.ts'

/**
 * Publishes each folder under `root` that the database does not know yet, as its first revision, open for sign-ups.
 * A known one is left alone: after the first start the database is the truth, and files move only by pull and push.
 * @param check what else must hold before readers may get it (fields, sizes), as sentences; whatever it names ends in a StartError
 * @returns the slugs that were new
 */
export async function seedSequences(
  db: Kysely<Schema>,
  root: string,
  now: Date,
  check: (slug: string, content: SequenceContent) => Promise<string[]> = async () => [],
): Promise<string[]> {
  const seeded: string[] = []
  for (const slug of await listSequenceFolders(root)) {
    if (await findSequence(db, slug)) continue
    const content = await loadSequenceFiles(join(root, slug))
    const problems = await check(slug, content)
    if (problems.length > 0)
      throw new StartError(`sequences/${slug} cannot be published: ${problems.join(' ')}`)
    await db.transaction().execute(async (trx) => {
      const id = await insertSequence(trx, { slug, openedAt: now }, now)
      // Two processes may start on an empty database at once; the second finds the row there.
      if (!id) return
      await publishRevision(trx, id, content, { name: 'sequence files', note: `from sequences/${slug}` }, now)
      seeded.push(slug)
    })
  }
  return seeded
}
