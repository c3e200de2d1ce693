import { Hono } from 'hono'
import type { Context } from '../../../context.ts'
import type { SequenceContent } from '../../../sequences/sequence.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import { notFoundPage } from '../layout/studio-page.tsx'
import { nameOf, saveEdit } from '../sequences/save-edit.ts'
import { readSeen } from '../sequences/seen.tsx'
import type { StudioContext, StudioEnv } from '../studio.ts'
import { EMPTY, openEditor, partOf } from './open-editor.tsx'
import { findOpenDraft } from './find-open-draft.ts'
import { checkLesson, readLessonForm, toLessonForm } from './lesson-form.ts'
import { deleteLesson, moveLesson, putLesson } from './lesson-edits.ts'
import { newLessonKey } from './new-lesson-key.ts'
import { previewDocument } from './preview-document.ts'
import { describeSize } from './preview-pane.tsx'

/** /admin/sequences/:slug/lessons/…: writing a lesson, looking at it, moving and deleting it. All of it in the draft. */
export function lessonRoutes(context: Context) {
  const db = context.db.kysely

  const { show, look } = openEditor(context)

  async function preview(c: StudioContext, slug: string, key: string | undefined) {
    const draft = await findOpenDraft(db, slug)
    if (!draft) return notFoundPage(c, 'course')
    const posted = await textsOf(c)
    const form = readLessonForm(posted)
    const named = posted.nameless === undefined
    if (!c.req.header('accept')?.includes('application/json'))
      return show(c, slug, draft, key, { form, named, seen: readSeen(posted), part: posted.part })
    const { preview, problems } = await look(slug, draft.content, key, form, named)
    return c.json({
      problems,
      preview: preview && {
        ...preview,
        document: previewDocument(preview.html),
        size: describeSize(preview),
      },
    })
  }

  async function save(c: StudioContext, slug: string, key: string | undefined) {
    const before = await findOpenDraft(db, slug)
    if (!before) return notFoundPage(c, 'course')
    const posted = await textsOf(c)
    const form = readLessonForm(posted)
    const seen = readSeen(posted)
    const lessonKey = key ?? (await newLessonKey(db, slug, before.content, form.subject))
    const { lesson, problems } = checkLesson(lessonKey, form)
    if (!lesson) return show(c, slug, before, key, { form, seen, problems, part: posted.part })
    const edit = {
      seen,
      apply: (content: SequenceContent) => putLesson(content, lesson),
      // A new lesson is in nobody's way.
      isAsSeen: (content: SequenceContent) => key === undefined || posted.part === partOf(content, key),
    }
    const edited = await saveEdit(db, slug, edit, c.var.admin.name, context.clock.now())
    if (edited.saved) {
      const note = edited.beside ? 'saved=beside' : 'saved'
      return c.redirect(`/admin/sequences/${slug}/lessons/${lessonKey}?${note}`, 303)
    }
    const draft = (await findOpenDraft(db, slug))!
    if (edited.because === 'invalid')
      return show(c, slug, draft, key, {
        form,
        seen,
        problems: { markdown: [edited.problem] },
        part: posted.part,
      })
    const theirs = edited.theirs.content.lessons.find((found) => found.key === lessonKey) ?? null
    return show(c, slug, edited.theirs, key, {
      form,
      seen: edited.theirs,
      theirs: { by: nameOf(edited.theirs), lesson: theirs },
    })
  }

  /** A move or a deletion: one button, so whoever comes second is shown how it is now and presses again. */
  async function change(
    c: StudioContext,
    slug: string,
    apply: (content: SequenceContent) => SequenceContent | undefined,
    isAsSeen: (content: SequenceContent, part: string | undefined) => boolean,
    then: string,
  ) {
    if (!(await findOpenDraft(db, slug))) return notFoundPage(c, 'course')
    const posted = await textsOf(c)
    const edit = {
      seen: readSeen(posted),
      apply,
      isAsSeen: (content: SequenceContent) => isAsSeen(content, posted.part),
    }
    const edited = await saveEdit(db, slug, edit, c.var.admin.name, context.clock.now())
    const note = edited.saved ? then : edited.because === 'invalid' ? 'only' : 'meanwhile'
    return c.redirect(`/admin/sequences/${slug}?${note}`, 303)
  }

  return new Hono<StudioEnv>()
    .get('/sequences/:slug/new-lesson', async (c) => {
      const draft = await findOpenDraft(db, c.req.param('slug'))
      if (!draft) return notFoundPage(c, 'course')
      return show(c, c.req.param('slug'), draft, undefined, { form: EMPTY, seen: draft })
    })
    .post('/sequences/:slug/new-lesson/preview', (c) => preview(c, c.req.param('slug'), undefined))
    .post('/sequences/:slug/lessons', (c) => save(c, c.req.param('slug'), undefined))
    .get('/sequences/:slug/lessons/:key', async (c) => {
      const { slug, key } = c.req.param()
      const draft = await findOpenDraft(db, slug)
      const lesson = draft?.content.lessons.find((found) => found.key === key)
      if (!draft || !lesson) return notFoundPage(c, 'lesson')
      return show(c, slug, draft, key, {
        form: toLessonForm(lesson),
        seen: draft,
        message: SAID[c.req.query('saved') ?? 'no'],
      })
    })
    .post('/sequences/:slug/lessons/:key', (c) => save(c, c.req.param('slug'), c.req.param('key')))
    .post('/sequences/:slug/lessons/:key/preview', (c) => preview(c, c.req.param('slug'), c.req.param('key')))
    .post('/sequences/:slug/lessons/:key/move', async (c) => {
      const { slug, key } = c.req.param()
      const { to } = await textsOf(c)
      return change(
        c,
        slug,
        (content) => moveLesson(content, key, to === 'up' ? -1 : 1),
        () => false,
        'moved',
      )
    })
    .post('/sequences/:slug/lessons/:key/delete', (c) => {
      const { slug, key } = c.req.param()
      const isAsSeen = (content: SequenceContent, part: string | undefined) => part === partOf(content, key)
      return change(c, slug, (content) => deleteLesson(content, key), isAsSeen, 'deleted')
    })
}

const SAID: Record<string, string> = {
  '': 'Saved to the draft. Readers get it once it is published.',
  beside: 'Saved to the draft. Somebody else saved other changes meanwhile; both are kept.',
}
