import type { Context } from '../../../context.ts'
import { seedSequences } from '../../../sequences/seed-sequences.ts'
import { checkLessons } from '../../../deliveries/check-lessons.ts'

/** Seeds from files by the rule that the Publish button keeps: nothing wrong or too large is discovered at send. */
export function seedChecked(context: Context, root: string, now: Date): Promise<string[]> {
  return seedSequences(context.db.kysely, root, now, async (slug, content) =>
    (await checkLessons(context, slug, content, now)).map(({ key, problem }) => `${key}: ${problem}`),
  )
}
