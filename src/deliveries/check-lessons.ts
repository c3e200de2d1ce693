import type { Context } from '../context.ts'
import { largestHtml } from '../mail/render.ts'
import { type LessonContent, lessonContent, problemsOf, type SequenceContent } from '../sequences/sequence.ts'
import { checkPersonalFields } from './personal-fields.ts'
import { previewLesson, sampleReader } from './preview-lesson.ts'

export interface LessonProblem {
  key: string
  subject: string
  /** One or more sentences. */
  problem: string
}

/**
 * Why lessons cannot be published: fields that are not known or used wrongly, and mails that are too large, each
 * lesson being written for a reader with a name and for one without. What passes here does not fail when it is sent.
 */
export async function checkLessons(
  context: Pick<Context, 'config' | 'secrets'>,
  slug: string,
  content: SequenceContent,
  now: Date,
): Promise<LessonProblem[]> {
  const problems: LessonProblem[] = []
  for (const lesson of content.lessons) {
    const report = (problem: string) => problems.push({ key: lesson.key, subject: lesson.subject, problem })
    const wrong = [...problemsOf(lessonContent.safeParse(lesson).error), ...fieldProblems(lesson)]
    wrong.forEach(report)
    if (wrong.length > 0) continue
    const size = await sizeOf(context, slug, content, lesson, now).catch((error: Error) => error)
    if (size instanceof Error) report(`It could not be written: ${size.message.replace(/\.$/, '')}.`)
    else if (size > largestHtml)
      report(
        `As a mail it is ${kilobytes(size)}; Gmail cuts off what is over ${kilobytes(largestHtml)}. Make it shorter, or two lessons.`,
      )
  }
  return problems
}

/** What is wrong with a lesson's fields. A line is counted within its text, so another text than the lesson's is named. */
export const fieldProblems = ({ subject, preheader, markdown, prompt }: LessonContent): string[] =>
  Object.entries({ subject, preheader, text: markdown, prompt: prompt ?? '' }).flatMap(([name, text]) =>
    checkPersonalFields(text).map((problem) => (name === 'text' ? problem : `In the ${name}: ${problem}`)),
  )

async function sizeOf(
  context: Pick<Context, 'config' | 'secrets'>,
  slug: string,
  content: SequenceContent,
  lesson: LessonContent,
  now: Date,
): Promise<number> {
  const course = { ...content, slug }
  const sizes = [true, false].map(async (named) => {
    const reader = sampleReader(content, lesson.key, now, { named })
    return (await previewLesson(context, course, lesson, reader)).bytes
  })
  return Math.max(...(await Promise.all(sizes)))
}

/** "12 KB", of 1024 bytes. */
export const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`
