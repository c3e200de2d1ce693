import type { Config } from '../config.ts'
import { describeWhen } from '../schedule/describe.ts'
import type { Secrets } from '../secrets.ts'
import type { Revision, RevisionLesson } from '../sequences/sequence.ts'
import type { CompiledMail } from './compile.ts'
import { compileLesson, lessonSlots } from './compile-lesson.tsx'
import { Latest } from './latest.ts'
import { BARE, LINK, linksOf, withoutScheme } from './outgoing-mail.ts'
import { shapePersonalFields } from './personal-fields.ts'

/** What one reader's copy of a lesson depends on besides the lesson. */
export interface LessonReader {
  deliveryId: string
  email: string
  firstName: string | null
  timezone: string
  enrolledAt: Date
  day: number
  of: number
  isLast: boolean
  nextDueAt: Date | null
}

/**
 * One reader's copy of a lesson, as a compiled mail (shared with all readers of the same shape) and the values that
 * fill it. The links are not among the values: they are derived from the delivery's id when the mail is written out.
 */
export async function writeLesson(
  { config, secrets }: { config: Config; secrets: Secrets },
  revision: Pick<Revision, 'title' | 'senderName'>,
  lesson: Pick<RevisionLesson, 'subject' | 'preheader' | 'markdown' | 'prompt'>,
  reader: LessonReader,
): Promise<{ compiled: CompiledMail; values: Record<string, string> }> {
  const texts = [lesson.subject, lesson.preheader, lesson.markdown, lesson.prompt ?? '']
  const namesLinks = texts.some((text) => text.includes('_url'))
  const links = namesLinks ? linksOf(config, secrets, { id: reader.deliveryId }) : undefined
  const { shaped, slots } = shapePersonalFields(lesson, {
    first_name: reader.firstName ?? '',
    email: reader.email,
    course_title: revision.title,
    day: reader.day,
    days: reader.of,
    preferences_url: links?.preferencesUrl ?? '',
    unsubscribe_url: links?.unsubscribeUrl ?? '',
  })
  const content = {
    courseTitle: revision.title,
    senderName: revision.senderName,
    postalAddress: config.postalAddress,
    isLast: reader.isLast,
    subject: lesson.subject,
    preheader: lesson.preheader,
    markdown: lesson.markdown,
    prompt: lesson.prompt,
  }
  const next = reader.nextDueAt && `The next one comes ${whenOf(reader.nextDueAt, reader.timezone)}.`
  const { compiled } = await compileLesson(content, shaped, { hasNext: next !== null })
  const values = lessonSlots({
    dayLabel: `Day ${reader.day} of ${reader.of}`,
    next,
    reason: `You asked for this course on ${onDay(reader.enrolledAt, reader.timezone)}.`,
  })
  return { compiled, values: { ...values, ...(links ? withoutLinks(slots, links) : slots) } }
}

const phrases = new Latest<string>(2_000)

/** `describeWhen`, remembered: most readers of a tick share their next instant and their zone with others. */
const whenOf = (instant: Date, timezone: string) =>
  phrases.getOrMake(`${instant.getTime()} ${timezone}`, () => describeWhen(instant, timezone))

/** An author may write a reader's links into the text; what is stored is which link, never its token. */
function withoutLinks(slots: Record<string, string>, links: Record<string, string>): Record<string, string> {
  // Where a field is the address of a link, its scheme is part of the shape and only the rest of it is a value.
  const nameOf = new Map(
    Object.entries(links).flatMap(([name, url]) => [
      [url, name],
      [withoutScheme(url), BARE + name],
    ]),
  )
  return Object.fromEntries(
    Object.entries(slots).map(([slot, value]) => [
      slot,
      nameOf.has(value) ? LINK + nameOf.get(value) : value,
    ]),
  )
}

const days = new Map<string, Intl.DateTimeFormat>()

/** "23 November 2026", in the reader's zone. */
function onDay(instant: Date, timezone: string): string {
  let format = days.get(timezone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: timezone })
    days.set(timezone, format)
  }
  return format.format(instant)
}
