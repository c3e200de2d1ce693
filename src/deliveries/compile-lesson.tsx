import { createHash } from 'node:crypto'
import Lesson, { subject } from '../../emails/lesson.tsx'
import { compileMail } from './compile.ts'
import { type PreparedMail, prepare } from './fill.ts'
import { Latest } from './latest.ts'
import type { PersonalTexts } from './personal-fields.ts'
import { refuseMarkers, slot } from './slot.ts'

/** What a lesson says to everybody: all of it from the course, nothing from the reader. */
export interface LessonContent {
  language: string
  accent: string
  threading: 'separate' | 'conversation'
  /** Said with the first prompt. */
  repliesReadBy: string | null
  repliesKeptDays: number | null
  courseTitle: string
  senderName: string
  postalAddress: string
  subject: string
  preheader: string
  markdown: string
  prompt: string | null
}

/** Where in the course a reader's copy stands, as far as it changes what is on the page. */
export interface LessonShape {
  isFirst: boolean
  isLast: boolean
  /** The values to come have a `next`, */
  hasNext: boolean
  /** and a `previousUrl`. */
  hasPrevious: boolean
}

/** What one reader's copy says besides: whole phrases, one line each, not empty. */
export interface LessonValues {
  /** Such as "Day 3 of 7". */
  dayLabel: string
  /** How much of the course is behind and ahead, such as "43%" and "57%". */
  done: string
  ahead: string
  /** Such as "The next letter comes tomorrow, Tuesday, at 7:00."; null when nothing comes next. */
  next: string | null
  /** The page with the lesson before; null when there is none. */
  previousUrl: string | null
  /** Why they get it, such as "You asked for this course on 23 November 2026." */
  reason: string
  unsubscribeUrl: string
  preferencesUrl: string
  answerUrl: string
  viewUrl: string
}

const prepared = new Latest<Promise<PreparedMail>>(500)

/**
 * The lesson rendered once for all readers of one shape (see `shapePersonalFields`), from memory if it has been.
 * Fill it with `lessonSlots(values)` and the shape's slots.
 * Throws if a text of the course contains a word that looks like a slot's marker.
 */
export function compileLesson(
  content: LessonContent,
  shaped: PersonalTexts,
  shape: LessonShape,
): Promise<PreparedMail> {
  const { language, accent, threading, courseTitle, senderName, postalAddress } = content
  const { repliesReadBy, repliesKeptDays } = content
  const { isFirst, isLast, hasNext, hasPrevious } = shape
  const first = isFirst ? { repliesReadBy, repliesKeptDays } : null
  const key = JSON.stringify([
    [language, accent, threading, courseTitle, senderName, postalAddress],
    [first, isLast, hasNext, hasPrevious],
    digestOf(shaped),
  ])
  return prepared.getOrMake(key, () => {
    const compiling = compile()
    // A failure is not kept: the next attempt may find what this one missed.
    compiling.catch(() => prepared.delete(key))
    return compiling
  })

  async function compile(): Promise<PreparedMail> {
    const { subject: title, preheader, markdown, prompt } = content
    for (const text of [title, preheader, markdown, prompt ?? '', repliesReadBy ?? '']) {
      refuseMarkers(text, `The lesson "${title}"`)
    }
    const element = (
      <Lesson
        language={language}
        accent={accent}
        threading={threading}
        first={first}
        courseTitle={courseTitle}
        senderName={senderName}
        postalAddress={postalAddress}
        isLast={isLast}
        subject={shaped.subject}
        preheader={shaped.preheader}
        markdown={shaped.markdown}
        prompt={shaped.prompt}
        dayLabel={slot('dayLabel')}
        done={slot('done')}
        ahead={slot('ahead')}
        previousUrl={hasPrevious ? slot('previousUrl') : null}
        answerUrl={slot('answerUrl')}
        viewUrl={slot('viewUrl')}
        next={hasNext ? slot('next') : null}
        reason={slot('reason')}
        unsubscribeUrl={slot('unsubscribeUrl')}
        preferencesUrl={slot('preferencesUrl')}
      />
    )
    const compiled = await compileMail({
      subject: subject({ subject: shaped.subject, courseTitle, threading }),
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

/** The values that are not addresses of one reader's own, which are filled in where the mail is written out. */
export type StoredValues = Omit<LessonValues, 'unsubscribeUrl' | 'preferencesUrl' | 'answerUrl' | 'viewUrl'>

/** A reader's values under the names of a compiled lesson's slots. What is null has no slot. */
export function lessonSlots(values: LessonValues | StoredValues): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}
