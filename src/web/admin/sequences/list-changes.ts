import type { LessonContent, SequenceContent } from '../../../sequences/sequence.ts'

/** What publishing a draft would change, as short lines; empty when it is the same as what is published. */
export function listChanges(published: SequenceContent, draft: SequenceContent): string[] {
  const before = new Map(published.lessons.map((lesson) => [lesson.key, lesson]))
  const after = new Set(draft.lessons.map((lesson) => lesson.key))
  const settings = SETTINGS.filter(([field]) => !same(published[field], draft[field])).map(([, name]) => name)
  return [
    ...(settings.length > 0 ? [`Settings: ${settings.join(', ')}`] : []),
    ...draft.lessons.flatMap((lesson) => {
      const old = before.get(lesson.key)
      if (!old) return [`New: “${lesson.subject}”`]
      const fields = changedFields(old, lesson)
      return fields.length > 0 ? [`Changed: “${lesson.subject}” (${fields.join(', ')})`] : []
    }),
    ...movedLessons(published, draft).map((lesson) => `Moved: “${lesson.subject}”`),
    ...published.lessons.filter(({ key }) => !after.has(key)).map(({ subject }) => `Deleted: “${subject}”`),
  ]
}

const SETTINGS = [
  ['title', 'title'],
  ['description', 'description'],
  ['everyDays', 'days between lessons'],
  ['weekdays', 'weekdays'],
  ['sendTime', 'send time'],
  ['firstLesson', 'first lesson'],
  ['senderName', 'sender'],
  ['language', 'language'],
  ['accent', 'colour'],
  ['threading', 'one mail each or one conversation'],
  ['paceChoice', 'readers’ own pace'],
  ['repliesReadBy', 'who reads replies'],
  ['repliesKeptDays', 'how long replies are kept'],
] as const

const FIELDS = [
  ['subject', 'subject'],
  ['preheader', 'preheader'],
  ['markdown', 'text'],
  ['prompt', 'prompt'],
  ['waitAtMostDays', 'waiting for a reply'],
] as const

const changedFields = (old: LessonContent, lesson: LessonContent) =>
  FIELDS.filter(([field]) => old[field] !== lesson[field]).map(([, name]) => name)

/** The fewest lessons that, taken out, leave the others in their old order: those that somebody moved. */
function movedLessons(published: SequenceContent, draft: SequenceContent): LessonContent[] {
  const place = new Map(published.lessons.map(({ key }, index) => [key, index]))
  const kept = draft.lessons.filter(({ key }) => place.has(key))
  const at = kept.map(({ key }) => place.get(key)!)
  // best[i]: the longest run in old order that ends at i
  const best = at.map(() => 1)
  const before = at.map(() => -1)
  for (let i = 0; i < at.length; i += 1)
    for (let j = 0; j < i; j += 1)
      if (at[j]! < at[i]! && best[j]! + 1 > best[i]!) {
        best[i] = best[j]! + 1
        before[i] = j
      }
  const stayed = new Set<number>()
  for (let i = best.indexOf(Math.max(0, ...best)); i >= 0; i = before[i]!) stayed.add(i)
  return kept.filter((_, index) => !stayed.has(index))
}

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
