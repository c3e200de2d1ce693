/** A lesson as one reader would get it, made by what sends: write, prepare, and the door that fills in the links. */
import type { Context } from '../context.ts'
import { prepare } from './fill.ts'
import { toOutgoingMail } from './outgoing-mail.ts'
import { type LessonReader, writeLesson } from './write-lesson.ts'
import { isTooLargeForGmail } from '../mail/render.ts'
import { nextDue } from '../schedule/rule.ts'
import type { LessonContent, SequenceContent } from '../sequences/sequence.ts'

export interface Preview {
  from: string
  subject: string
  preheader: string
  html: string
  text: string
  /** Of the html, as UTF-8. */
  bytes: number
  /** More than Gmail shows whole. */
  tooLarge: boolean
}

type Course = Omit<SequenceContent, 'lessons'> & { slug: string }
type Texts = Pick<LessonContent, 'subject' | 'preheader' | 'markdown' | 'prompt'>

/** Throws when the lesson could not be sent either: `checkLessons` says why beforehand. */
export async function previewLesson(
  context: Pick<Context, 'config' | 'secrets'>,
  course: Course,
  lesson: Texts,
  reader: LessonReader,
): Promise<Preview> {
  const send = async (texts: Texts) => {
    const { compiled, values } = await writeLesson(context, course, texts, reader)
    const row = {
      id: reader.deliveryId,
      kind: 'lesson' as const,
      place: 0,
      from_name: course.senderName,
      to_address: reader.email,
      slot_values: values,
      slug: course.slug,
      title: course.title,
    }
    return toOutgoingMail(context, row, prepare(compiled))
  }
  const { from, subject, html, text } = await send(lesson)
  // Mail programs show the preheader, personal fields filled in; as a subject it comes out readable.
  const { subject: preheader } = lesson.preheader
    ? await send({ ...lesson, subject: lesson.preheader })
    : { subject: '' }
  const bytes = Buffer.byteLength(html)
  return { from, subject, preheader, html, text, bytes, tooLarge: isTooLargeForGmail(html) }
}

/** Nobody's delivery: the links in a preview look real and lead to a page that says it knows nobody by them. */
const NOBODY = '00000000-0000-4000-8000-000000000000'

/** A reader who began so many days ago that this lesson comes today. */
export function sampleReader(
  content: SequenceContent,
  key: string | undefined,
  now: Date,
  { named = true } = {},
): LessonReader {
  const timezone = 'Europe/London'
  const found = content.lessons.findIndex((lesson) => lesson.key === key)
  const of = content.lessons.length + (found < 0 ? 1 : 0)
  const place = found < 0 ? of - 1 : found
  const { sendTime, everyDays, weekdays } = content
  const isLast = place === of - 1
  return {
    deliveryId: NOBODY,
    email: 'ann@example.org',
    firstName: named ? 'Ann' : null,
    timezone,
    enrolledAt: new Date(now.getTime() - place * everyDays * 86_400_000),
    day: place + 1,
    of,
    isLast,
    sentAt: now,
    previousId: place === 0 ? null : NOBODY,
    nextDueAt: isLast ? null : nextDue({ timezone, sendTime, everyDays, weekdays }, now),
  }
}
