/** What can be done to a lesson of a draft: pure, the whole content in and the whole content out. */
import type { LessonContent, SequenceContent } from '../../../sequences/sequence.ts'

/** In the place of the lesson with its key, or at the end. */
export function putLesson(content: SequenceContent, lesson: LessonContent): SequenceContent {
  const known = content.lessons.some(({ key }) => key === lesson.key)
  const lessons = known
    ? content.lessons.map((old) => (old.key === lesson.key ? lesson : old))
    : [...content.lessons, lesson]
  return { ...content, lessons }
}

/** One place up (-1) or down (1); undefined when it is not there or already at that end. */
export function moveLesson(content: SequenceContent, key: string, by: -1 | 1): SequenceContent | undefined {
  const from = content.lessons.findIndex((lesson) => lesson.key === key)
  const to = from + by
  if (from < 0 || to < 0 || to >= content.lessons.length) return undefined
  const lessons = [...content.lessons]
  lessons.splice(to, 0, ...lessons.splice(from, 1))
  return { ...content, lessons }
}

export function deleteLesson(content: SequenceContent, key: string): SequenceContent | undefined {
  const lessons = content.lessons.filter((lesson) => lesson.key !== key)
  return lessons.length === content.lessons.length ? undefined : { ...content, lessons }
}
