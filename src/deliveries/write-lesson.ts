import type { Config } from '../config.ts'
import { sayDay, whenParts } from '../schedule/describe.ts'
import type { Secrets } from '../secrets.ts'
import type { Revision, RevisionLesson } from '../sequences/sequence.ts'
import { localeFor } from '../words/locale-for.ts'
import { wordsFor } from '../words/words.ts'
import type { CompiledMail } from './compile.ts'
import { compileLesson, lessonSlots } from './compile-lesson.tsx'
import { Latest } from './latest.ts'
import { BARE, LINK, linksOf, VIEW, withoutScheme } from './outgoing-mail.ts'
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
  /** When the lesson leaves: "tomorrow" is the day after. */
  sentAt: Date
  nextDueAt: Date | null
  /** The next lesson waits for a reply to this one, and goes then without. */
  waitsUntil?: Date | null
  /** The delivery of the lesson before, which a link shows again. */
  previousId?: string | null
}

type Course = Pick<
  Revision,
  'title' | 'senderName' | 'language' | 'accent' | 'threading' | 'repliesReadBy' | 'repliesKeptDays'
>

/**
 * One reader's copy of a lesson, as a compiled mail (shared with all readers of the same shape) and the values that
 * fill it. The links are not among the values: they are derived from the delivery's id when the mail is written out.
 */
export async function writeLesson(
  { config, secrets }: { config: Config; secrets: Secrets },
  revision: Course,
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
  const { title: courseTitle, senderName, language, accent, threading } = revision
  const { repliesReadBy, repliesKeptDays } = revision
  const content = {
    ...{ courseTitle, senderName, language, accent, threading, repliesReadBy, repliesKeptDays },
    postalAddress: config.postalAddress,
    subject: lesson.subject,
    preheader: lesson.preheader,
    markdown: lesson.markdown,
    prompt: lesson.prompt,
  }
  const next = sayNext(language, reader)
  const { compiled } = await compileLesson(content, shaped, {
    isFirst: reader.day === 1,
    isLast: reader.isLast,
    hasNext: next !== null,
    hasPrevious: Boolean(reader.previousId),
  })
  const words = wordsFor(language).mails.lesson
  const done = Math.round((100 * reader.day) / reader.of)
  const values = lessonSlots({
    dayLabel: words.day(String(reader.day), String(reader.of)),
    done: `${done}%`,
    ahead: `${100 - done}%`,
    next,
    previousUrl: reader.previousId ? VIEW + reader.previousId : null,
    reason: sayReason(language, reader),
  })
  return { compiled, values: { ...values, ...(links ? withoutLinks(slots, links) : slots) } }
}

function sayNext(language: string, reader: LessonReader): string | null {
  const { lesson: words } = wordsFor(language).mails
  const { waitsUntil, nextDueAt, sentAt, timezone } = reader
  if (waitsUntil) return words.waits(sayWhen(waitsUntil, sentAt, timezone, language))
  return nextDueAt && words.next(sayWhen(nextDueAt, sentAt, timezone, language))
}

const phrases = new Latest<string>(2_000)

/** An instant as a reader says it on the day of the mail, remembered: most readers of a tick share theirs with others. */
export const sayWhen = (instant: Date, from: Date, timezone: string, language: string): string =>
  phrases.getOrMake(`${instant.getTime()} ${from.getTime()} ${timezone} ${language}`, () =>
    wordsFor(language).mails.when(whenParts(instant, from, timezone, localeFor(language, timezone))),
  )

/** Why a mail of a course came: "You get this because you asked for the course on 23 November 2026." */
export const sayReason = (language: string, reader: { enrolledAt: Date; timezone: string }): string =>
  wordsFor(language).mails.lesson.reason(
    sayDay(reader.enrolledAt, reader.timezone, localeFor(language, reader.timezone)),
  )

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
