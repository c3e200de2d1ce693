import type { Revision, RevisionLesson } from '../sequences/sequence.ts'
import { shapePersonalFields } from './personal-fields.ts'
import { replaceSlots } from './slot.ts'

export interface LessonToRead {
  /** With the reader's own values in it. */
  subject: string
  prompt: string | null
  /** Still with slots: render it, then `fillIn` the HTML, so that a value is never read as Markdown. */
  markdown: string
  fillIn(html: string): string
}

/** A lesson as one reader has it, for a page instead of a mail. */
export function readLesson(
  course: Pick<Revision, 'title'>,
  lesson: Pick<RevisionLesson, 'subject' | 'preheader' | 'markdown' | 'prompt'>,
  reader: { email: string; firstName: string | null; day: number; of: number; pageUrl: string },
): LessonToRead {
  const { shaped, slots } = shapePersonalFields(lesson, {
    first_name: reader.firstName ?? '',
    email: reader.email,
    course_title: course.title,
    day: reader.day,
    days: reader.of,
    preferences_url: reader.pageUrl,
    unsubscribe_url: reader.pageUrl,
  })
  const fill = (text: string) => replaceSlots(text, (name) => slots[name] ?? '')
  return {
    subject: fill(shaped.subject),
    prompt: shaped.prompt && fill(shaped.prompt),
    markdown: shaped.markdown,
    fillIn: (html) => replaceSlots(html, (name) => escapeHtml(slots[name] ?? '')),
  }
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}
const escapeHtml = (value: string) => value.replace(/[&<>"']/g, (character) => ENTITIES[character]!)
