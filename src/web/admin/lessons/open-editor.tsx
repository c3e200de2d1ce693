import type { Context } from '../../../context.ts'
import type { Draft } from '../../../sequences/draft.ts'
import type { LessonContent, SequenceContent } from '../../../sequences/sequence.ts'
import { studioPage } from '../layout/studio-page.tsx'
import { fingerprint } from '../sequences/seen.tsx'
import type { StudioContext } from '../studio.ts'
import { EditorPage, type EditorPageProps } from './editor-page.tsx'
import { checkLesson, type LessonForm } from './lesson-form.ts'
import { previewLesson, sampleReader } from '../../../deliveries/preview-lesson.ts'

export const EMPTY: LessonForm = { subject: '', preheader: '', markdown: '', prompt: '', wait: '' }

/** A form, with what differs from a lesson just opened. */
type Shown = Pick<EditorPageProps, 'form' | 'seen'> & Partial<EditorPageProps>

/** The editor's two answers: the page, and the letter that a form makes. */
export function openEditor(context: Context) {
  return { show, look }

  async function show(c: StudioContext, slug: string, draft: Draft, key: string | undefined, shown: Shown) {
    const named = shown.named ?? true
    const { preview, problems } = await look(slug, draft.content, key, shown.form, named)
    const page: EditorPageProps = {
      slug,
      courseTitle: draft.content.title,
      key_: key,
      part: partOf(draft.content, key),
      preview,
      named,
      ...shown,
      problems: shown.problems ?? (shown.form === EMPTY ? {} : problems),
    }
    const status = shown.theirs ? 409 : shown.problems ? 422 : 200
    return studioPage(
      c,
      { title: shown.form.subject || 'A new lesson', room: 'sequences', scripts: ['studio.js'], status },
      <EditorPage {...page} />,
    )
  }

  /** The letter that a form makes, or what is wrong with the form. */
  async function look(
    slug: string,
    content: SequenceContent,
    key: string | undefined,
    form: LessonForm,
    named: boolean,
  ) {
    const { lesson, problems } = checkLesson(key ?? 'new', form)
    if (!lesson) return { problems }
    const course = { ...content, slug }
    const reader = sampleReader(content, key, context.clock.now(), { named })
    try {
      return { preview: await previewLesson(context, course, lesson, reader), problems: {} }
    } catch (error) {
      return { problems: { markdown: [`This cannot be written as a mail: ${(error as Error).message}.`] } }
    }
  }
}

/** Tells whether a lesson still reads as it did when somebody opened it. */
export const partOf = (content: { lessons: LessonContent[] }, key: string | undefined): string =>
  fingerprint(content.lessons.find((lesson) => lesson.key === key) ?? null)
