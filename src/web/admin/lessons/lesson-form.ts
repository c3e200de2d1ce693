import { checkPersonalFields } from '../../../deliveries/personal-fields.ts'
import { type LessonContent, lessonContent } from '../../../sequences/sequence.ts'
import { sentence } from '../sequences/save-edit.ts'

/** The editor's fields as somebody typed them. */
export interface LessonForm {
  subject: string
  preheader: string
  markdown: string
  prompt: string
  /** Days; empty for a lesson that does not wait. */
  wait: string
}

export type LessonProblems = Partial<Record<keyof LessonForm, string[]>>

export function readLessonForm(form: Record<string, string>): LessonForm {
  const text = (name: string) => (form[name] ?? '').replaceAll('\r\n', '\n')
  return {
    subject: text('subject'),
    preheader: text('preheader'),
    markdown: text('markdown'),
    prompt: text('prompt'),
    wait: text('wait').trim(),
  }
}

export const toLessonForm = (lesson: LessonContent): LessonForm => ({
  subject: lesson.subject,
  preheader: lesson.preheader,
  markdown: lesson.markdown,
  prompt: lesson.prompt ?? '',
  wait: lesson.waitAtMostDays === null ? '' : String(lesson.waitAtMostDays),
})

/** The lesson that a form describes, or what is wrong, in sentences, by field. */
export function checkLesson(
  key: string,
  form: LessonForm,
): { lesson: LessonContent; problems?: undefined } | { lesson?: undefined; problems: LessonProblems } {
  const problems: LessonProblems = {}
  for (const field of ['subject', 'preheader', 'markdown', 'prompt'] as const) {
    const found = checkPersonalFields(form[field])
    if (found.length > 0) problems[field] = found
  }
  const waitAtMostDays = form.wait === '' ? null : Number(form.wait)
  if (
    waitAtMostDays !== null &&
    !(Number.isInteger(waitAtMostDays) && waitAtMostDays >= 1 && waitAtMostDays <= 30)
  )
    problems.wait = ['The days to wait are a whole number from 1 to 30, or nothing.']
  const { wait: _, ...texts } = form
  const parsed = lessonContent.safeParse({
    ...texts,
    key,
    waitAtMostDays: problems.wait ? null : waitAtMostDays,
  })
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path[0] as keyof LessonForm
    problems[field] = [...(problems[field] ?? []), sentence(issue.message)]
  }
  return parsed.success && Object.keys(problems).length === 0 ? { lesson: parsed.data } : { problems }
}
