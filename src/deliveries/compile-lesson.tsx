import { createHash } from 'node:crypto'
import Lesson, { subject } from '../../emails/lesson.tsx'
import { compileMail } from './compile.ts'
import { type PreparedMail, prepare } from './fill.ts'
import { Latest } from './latest.ts'
import type { PersonalTexts } from './personal-fields.ts'
import { refuseMarkers, slot } from './slot.ts'

/** What a lesson says to everybody: all of it from the course, nothing from the reader. */
export interface LessonContent {
  courseTitle: string
  senderName: string
  postalAddress: string
  subject: string
  preheader: string
  markdown: string
  prompt: string | null
  isLast: boolean
}

/** What one reader's copy says besides: whole phrases, one line each, not empty. */
export interface LessonValues {
  /** Such as "Day 3 of 7". */
  dayLabel: string
  /** Such as "The next one comes Tuesday, 8 December, at 08:00."; null when nothing comes next. */
  next: string | null
  /** Why they get it, such as "You asked for this course on 23 November 2026." */
  reason: string
  unsubscribeUrl: string
  preferencesUrl: string
}

const prepared = new Latest<Promise<PreparedMail>>(500)

/**
 * The lesson rendered once for all readers of one shape (see `shapePersonalFields`), from memory if it has been.
 * `hasNext` says whether the values to come have a `next`. Fill it with `lessonSlots(values)` and the shape's slots.
 * Throws if a text of the course contains a word that looks like a slot's marker.
 */
export function compileLesson(
  content: LessonContent,
  shaped: PersonalTexts,
  { hasNext }: { hasNext: boolean },
): Promise<PreparedMail> {
  const { courseTitle, senderName, postalAddress, isLast } = content
  const key = JSON.stringify([courseTitle, senderName, postalAddress, isLast, hasNext, digestOf(shaped)])
  return prepared.getOrMake(key, () => {
    const compiling = compile()
    // A failure is not kept: the next attempt may find what this one missed.
    compiling.catch(() => prepared.delete(key))
    return compiling
  })

  async function compile(): Promise<PreparedMail> {
    for (const text of [content.subject, content.preheader, content.markdown, content.prompt ?? '']) {
      refuseMarkers(text, `The lesson "${content.subject}"`)
    }
    const element = (
      <Lesson
        courseTitle={courseTitle}
        senderName={senderName}
        postalAddress={postalAddress}
        isLast={isLast}
        subject={shaped.subject}
        preheader={shaped.preheader}
        markdown={shaped.markdown}
        prompt={shaped.prompt}
        dayLabel={slot('dayLabel')}
        next={hasNext ? slot('next') : null}
        reason={slot('reason')}
        unsubscribeUrl={slot('unsubscribeUrl')}
        preferencesUrl={slot('preferencesUrl')}
      />
    )
    const compiled = await compileMail({
      subject: subject(shaped),
      element,
      shaped: ['subject', 'preheader', 'markdown', 'prompt'],
    })
    return prepare(compiled)
  }
}

const digests = new WeakMap<PersonalTexts, string>()

/** What stands for these texts in a key. Without personal fields they are one object for all readers of a lesson. */
function digestOf(texts: PersonalTexts): string {
  let digest = digests.get(texts)
  if (!digest) {
    const { subject, preheader, markdown, prompt } = texts
    digest = createHash('sha256')
      .update(JSON.stringify([subject, preheader, markdown, prompt]))
      .digest('base64')
    digests.set(texts, digest)
  }
  return digest
}

/** A reader's values under the names of a compiled lesson's slots; the addresses may be filled in elsewhere. */
export function lessonSlots(
  values: LessonValues | Omit<LessonValues, 'unsubscribeUrl' | 'preferencesUrl'>,
): Record<string, string> {
  const { next, ...rest } = values
  return next === null ? rest : { ...rest, next }
}
