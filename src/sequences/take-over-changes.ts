import type { Kysely } from 'kysely'
import { changedShape, changesOf } from '../articles/changed-shape.ts'
import type { LessonChange } from '../articles/compare-article.ts'
import { lessonTexts } from '../articles/lesson-texts.ts'
import { lockArticle, updateArticle } from '../articles/queries.ts'
import type { Schema } from '../db/schema.ts'
import { getDraft, type Seen, saveDraftWithin } from './draft.ts'
import { lockSequence } from './queries.ts'
import { type SequenceContent, sequenceContent } from './sequence.ts'

export type TakenOver =
  /** `lessons`: how many of the draft's lessons it changed. */
  | { taken: true; lessons: number }
  | { taken: false; because: 'changed-meanwhile' }
  | { taken: false; because: 'invalid'; problem: string }

/** A key that the course never had, for a lesson of this title. */
export type KeyFor = (trx: Kysely<Schema>, content: SequenceContent, title: string) => Promise<string>

/** Names a change among those of one comparison: a lesson by its key, a new part by where it begins. */
export const nameOfChange = (change: LessonChange): string =>
  change.kind === 'new' ? `new ${change.lesson.start}` : change.key

/**
 * Takes the chosen changes of an article into the draft of its course, which nobody publishes by this. The changed
 * version becomes what the lessons are held against from now on. Nothing happens when anybody changed the article or
 * the draft since they were seen.
 */
export function takeOverChanges(
  db: Kysely<Schema>,
  seen: { article: { id: string; version: number }; draft: Seen },
  chosen: ReadonlySet<string>,
  keyFor: KeyFor,
  by: string,
  now: Date,
): Promise<TakenOver> {
  return db.transaction().execute(async (trx): Promise<TakenOver> => {
    const stored = await lockArticle(trx, seen.article.id)
    if (!stored?.changed || !stored.sequenceId || stored.version !== seen.article.version)
      return { taken: false, because: 'changed-meanwhile' }
    const draft = await getDraft(trx, await lockSequence(trx, stored.sequenceId))
    const changed = stored.changed.article
    const changes = changesOf(stored, draft.content.lessons, changed)
    const taken = changes.filter((change) => chosen.has(nameOfChange(change)))
    const { content, added } = await apply(draft.content, taken, (content, title) =>
      keyFor(trx, content, title),
    )
    const parsed = sequenceContent.safeParse(content)
    if (!parsed.success) return { taken: false, because: 'invalid', problem: parsed.error.issues[0]!.message }
    if (taken.length > 0) {
      const saved = await saveDraftWithin(trx, stored.sequenceId, parsed.data, seen.draft, by, now)
      if (!saved.saved) return { taken: false, because: 'changed-meanwhile' }
    }
    const shape = changedShape(stored.shape, changed, changes, added)
    await updateArticle(trx, stored, { article: changed, shape, changed: null }, by, now)
    return { taken: true, lessons: taken.length }
  })
}

async function apply(
  content: SequenceContent,
  taken: LessonChange[],
  keyFor: (content: SequenceContent, title: string) => Promise<string>,
): Promise<{ content: SequenceContent; added: Map<number, string> }> {
  const added = new Map<number, string>()
  // New parts that follow the same lesson follow one another.
  const follows = new Map<string | null, string>()
  let { lessons } = content
  for (const change of taken) {
    if (change.kind === 'changed' || change.kind === 'both')
      lessons = lessons.map((lesson) =>
        lesson.key === change.key ? { ...lesson, markdown: change.proposed } : lesson,
      )
    else if (change.kind === 'gone') lessons = lessons.filter(({ key }) => key !== change.key)
    else if (change.kind === 'new') {
      const key = await keyFor({ ...content, lessons }, change.lesson.title)
      const lesson = { ...lessonTexts([change.lesson])[0]!, key, waitAtMostDays: null }
      const before = follows.get(change.after) ?? change.after
      lessons = lessons.toSpliced(lessons.findIndex((each) => each.key === before) + 1, 0, lesson)
      follows.set(change.after, key)
      added.set(change.lesson.start, key)
    }
  }
  return { content: { ...content, lessons }, added }
}
