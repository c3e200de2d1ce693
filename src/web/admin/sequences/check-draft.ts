import type { Context } from '../../../context.ts'
import { largestHtml } from '../../../mail/render.ts'
import type { SequenceContent } from '../../../sequences/sequence.ts'
import { checkLesson, toLessonForm } from '../lessons/lesson-form.ts'
import { previewLesson, sampleReader } from '../lessons/preview-lesson.ts'

export interface DraftProblem {
  key: string
  subject: string
  problem: string
}

/** Why a draft cannot be published: every lesson written for a reader with a name and for one without. */
export async function checkDraft(
  context: Context,
  slug: string,
  content: SequenceContent,
  now: Date,
): Promise<DraftProblem[]> {
  const problems: DraftProblem[] = []
  for (const lesson of content.lessons) {
    const report = (problem: string) => problems.push({ key: lesson.key, subject: lesson.subject, problem })
    const wrong = checkLesson(lesson.key, toLessonForm(lesson)).problems
    if (wrong) {
      Object.values(wrong).flat().forEach(report)
      continue
    }
    const size = await sizeOf(context, slug, content, lesson, now).catch((error: Error) => error)
    if (size instanceof Error) report(`It could not be written: ${size.message.replace(/\.$/, '')}.`)
    else if (size > largestHtml)
      report(
        `As a mail it is ${kilobytes(size)}; Gmail cuts off what is over ${kilobytes(largestHtml)}. Make it shorter, or two lessons.`,
      )
  }
  return problems
}

async function sizeOf(
  context: Context,
  slug: string,
  content: SequenceContent,
  lesson: SequenceContent['lessons'][number],
  now: Date,
): Promise<number> {
  const course = { slug, title: content.title, senderName: content.senderName }
  const sizes = [true, false].map(async (named) => {
    const reader = sampleReader(content, lesson.key, now, { named })
    return (await previewLesson(context, course, lesson, reader)).bytes
  })
  return Math.max(...(await Promise.all(sizes)))
}

/** "12 KB", of 1024 bytes. */
export const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`
