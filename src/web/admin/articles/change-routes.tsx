import { type Context as HonoContext, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ArticleError } from '../../../articles/article.ts'
import { bringChangedArticle } from '../../../articles/bring-article.ts'
import { changesOf } from '../../../articles/changed-shape.ts'
import { discardChanged, findArticle } from '../../../articles/queries.ts'
import type { Context } from '../../../context.ts'
import { getDraft } from '../../../sequences/draft.ts'
import { findSequence } from '../../../sequences/queries.ts'
import { takeOverChanges } from '../../../sequences/take-over-changes.ts'
import { notFoundPage, studioPage } from '../layout/studio-page.tsx'
import { newLessonKey } from '../lessons/new-lesson-key.ts'
import { sentence } from '../sequences/save-edit.ts'
import { readSeen } from '../sequences/seen.tsx'
import type { StudioContext, StudioEnv } from '../studio.ts'
import { BringForm } from './bring-form.tsx'
import { BringChangedPage, ChangesPage, harmless } from './changes-page.tsx'
import { findCourseOf } from './find-course-of.ts'
import { EMPTY, FORM_BYTES, readBringForm, TOO_LARGE } from './read-bring-form.ts'

/** /admin/articles/:id/changes: a changed version of an article that is a course already. */
export function changeRoutes(context: Context) {
  const db = context.db.kysely

  /** The article and its course, or undefined while it is none. */
  async function open(id: string) {
    const stored = await findArticle(db, id)
    if (!stored?.sequenceId) return undefined
    const slug = await findCourseOf(db, stored.sequenceId)
    const draft = await getDraft(db, (await findSequence(db, slug))!)
    return { stored, course: { slug, draft } }
  }

  async function bringPage(c: StudioContext, id: string, form: Form, status?: 413 | 422) {
    const opened = await open(id)
    if (!opened) return notFoundPage(c, 'course')
    return studioPage(
      c,
      { title: 'A changed version', room: 'sequences', status },
      <BringChangedPage course={opened.course}>
        <BringForm action={`/admin/articles/${id}/changes`} {...form} button="Compare it with the lessons" />
      </BringChangedPage>,
    )
  }

  async function changesPage(
    c: StudioContext,
    id: string,
    tried?: { chosen: ReadonlySet<string>; alert: string },
    status?: 409 | 422,
  ) {
    const opened = await open(id)
    if (!opened) return notFoundPage(c, 'course')
    const { stored, course } = opened
    if (!stored.changed) return bringPage(c, id, { typed: EMPTY, problems: {} })
    const changes = changesOf(stored, course.draft.content.lessons, stored.changed.article)
    return studioPage(
      c,
      { title: 'The article has changed', room: 'sequences', status },
      <ChangesPage
        stored={stored}
        course={course}
        changes={changes}
        chosen={tried?.chosen ?? harmless(changes)}
        alert={tried?.alert}
      />,
    )
  }

  const tooLarge = (c: HonoContext) =>
    bringPage(
      c as StudioContext,
      c.req.param('id') ?? '',
      { typed: EMPTY, problems: { file: [TOO_LARGE] } },
      413,
    )

  return new Hono<StudioEnv>()
    .get('/articles/:id/changes', (c) => changesPage(c, c.req.param('id')))
    .post('/articles/:id/changes', bodyLimit({ maxSize: FORM_BYTES, onError: tooLarge }), async (c) => {
      const { id } = c.req.param()
      const { typed, from, brought, problems } = await readBringForm(await c.req.formData())
      if (!brought) return bringPage(c, id, { typed, problems }, 422)
      try {
        if (!(await bringChangedArticle(db, id, brought, c.var.admin.name, context.clock.now())))
          return notFoundPage(c, 'article')
        return c.redirect(`/admin/articles/${id}/changes`, 303)
      } catch (error) {
        if (!(error instanceof ArticleError)) throw error
        return bringPage(c, id, { typed, problems: { [from]: [error.message] } }, 422)
      }
    })
    .post('/articles/:id/changes/take', async (c) => {
      const { id } = c.req.param()
      const opened = await open(id)
      if (!opened) return notFoundPage(c, 'course')
      const { slug } = opened.course
      const data = await c.req.formData()
      const text = (name: string) => String(data.get(name) ?? '')
      const chosen = new Set(data.getAll('take').map(String))
      const seen = {
        article: { id, version: Number(text('article')) },
        draft: readSeen({ basedOn: text('basedOn'), version: text('version') }),
      }
      const taken = await takeOverChanges(
        db,
        seen,
        chosen,
        (trx, content, title) => newLessonKey(trx, slug, content, title),
        c.var.admin.name,
        context.clock.now(),
      )
      if (taken.taken)
        return c.redirect(`/admin/sequences/${slug}?${taken.lessons > 0 ? 'taken' : 'kept'}`, 303)
      const alert =
        taken.because === 'invalid'
          ? `Nothing was taken over: ${taken.problem}.`
          : 'Somebody changed the course or the article meanwhile, and nothing was taken over. This is how it is now; what you ticked still is.'
      return changesPage(c, id, { chosen, alert: sentence(alert) }, taken.because === 'invalid' ? 422 : 409)
    })
    .post('/articles/:id/changes/discard', async (c) => {
      const opened = await open(c.req.param('id'))
      if (!opened) return notFoundPage(c, 'course')
      await discardChanged(db, opened.stored.id)
      return c.redirect(`/admin/sequences/${opened.course.slug}?kept`, 303)
    })
}

type Form = Pick<Parameters<typeof BringForm>[0], 'typed' | 'problems'>
