import { type Context as HonoContext, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ArticleError } from '../../../articles/article.ts'
import { bringArticle } from '../../../articles/bring-article.ts'
import { deleteArticle, findArticle, listArticles } from '../../../articles/queries.ts'
import { cut, firstShape, nameLessons } from '../../../articles/shape.ts'
import { shapeArticle } from '../../../articles/shape-article.ts'
import type { Context } from '../../../context.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import { notFoundPage, studioPage } from '../layout/studio-page.tsx'
import type { StudioContext, StudioEnv } from '../studio.ts'
import { ArticlesPage, NewArticlePage } from './articles-page.tsx'
import { findCourseOf } from './find-course-of.ts'
import { EMPTY, FORM_BYTES, readBringForm, readWish, TOO_LARGE } from './read-bring-form.ts'
import { readShapeForm } from './read-shape-form.ts'
import { ShapePage, type ShapePageProps } from './shape-page.tsx'

/** Where a form may be as large as a file that holds pictures; what it may be is checked once somebody is signed in. */
export const bringsArticle = (path: string) => /^\/admin\/articles(?:\/[^/]+\/changes)?$/.test(path)

/** /admin/articles: bringing an article, and shaping it until it is a course. */
export function articleRoutes(context: Context) {
  const db = context.db.kysely

  function bringPage(c: StudioContext, props: Parameters<typeof NewArticlePage>[0], status?: 413 | 422) {
    return studioPage(
      c,
      { title: 'Bring an article', room: 'articles', status },
      <NewArticlePage {...props} />,
    )
  }

  async function show(
    c: StudioContext,
    extra: Partial<ShapePageProps> = {},
    status?: Parameters<typeof studioPage>[1]['status'],
  ) {
    const stored = extra.stored ?? (await findArticle(db, c.req.param('id') ?? ''))
    if (!stored) return notFoundPage(c, 'article')
    if (stored.sequenceId)
      return c.redirect(`/admin/sequences/${await findCourseOf(db, stored.sequenceId)}`, 303)
    return studioPage(
      c,
      { title: stored.shape.title, room: 'articles', scripts: ['shape-article.js'], status },
      <ShapePage {...extra} stored={stored} />,
    )
  }

  const tooLarge = (c: HonoContext) =>
    bringPage(c as StudioContext, { typed: EMPTY, problems: { file: [TOO_LARGE] } }, 413)

  return new Hono<StudioEnv>()
    .get('/articles', async (c) => {
      const message = c.req.query('gone') === undefined ? undefined : 'The article is gone.'
      return studioPage(
        c,
        { title: 'Articles', room: 'articles' },
        <ArticlesPage articles={await listArticles(db)} message={message} />,
      )
    })
    .get('/articles/new', (c) => bringPage(c, { typed: EMPTY, problems: {} }))
    .post('/articles', bodyLimit({ maxSize: FORM_BYTES, onError: tooLarge }), async (c) => {
      const { typed, from, brought, wish, problems } = await readBringForm(await c.req.formData())
      if (!brought) return bringPage(c, { typed, problems }, 422)
      try {
        const id = await bringArticle(db, brought, wish, c.var.admin.name, context.clock.now())
        return c.redirect(`/admin/articles/${id}`, 303)
      } catch (error) {
        if (!(error instanceof ArticleError)) throw error
        return bringPage(c, { typed, problems: { [from]: [error.message] } }, 422)
      }
    })
    .get('/articles/:id', (c) => show(c, { message: SAID[Object.keys(c.req.query())[0] ?? ''] }))
    .post('/articles/:id', async (c) => {
      const { id } = c.req.param()
      const form = readShapeForm(await c.req.formData())
      const { version, pressed, typed, namings, problems } = form
      if (problems.size > 0)
        return show(c, { typed, problems, alert: 'Nothing is saved yet: see what is marked below.' }, 422)
      try {
        const shaped = await shapeArticle(
          db,
          id,
          version,
          (article, shape) => {
            const named = nameLessons(article, shape, namings)
            return typeof pressed === 'object' ? cut(article, named, pressed) : named
          },
          c.var.admin.name,
          context.clock.now(),
        )
        if (!shaped.shaped) return show(c, told(shaped.stored, typed), 409)
        if (pressed === 'course') return c.redirect(`/admin/articles/${id}/course`, 303)
        const number = typeof pressed === 'object' && lessonAt(shaped.stored.shape.lessons, pressed)
        return c.redirect(`/admin/articles/${id}${number ? `#lesson-${number}` : '?saved'}`, 303)
      } catch (error) {
        if (!(error instanceof ArticleError)) throw error
        return show(c, { typed, alert: error.message }, 422)
      }
    })
    .post('/articles/:id/split', async (c) => {
      const { id } = c.req.param()
      const { version = '', lessons = '', minutes = '' } = await textsOf(c)
      const { wish, problem } = readWish({ lessons: lessons.trim(), minutes: minutes.trim() })
      if (problem) return show(c, { again: { lessons, minutes, problem } }, 422)
      const split = await shapeArticle(
        db,
        id,
        /^\d{1,9}$/.test(version) ? Number(version) : -1,
        (article) => firstShape(article, wish),
        c.var.admin.name,
        context.clock.now(),
      )
      return split.shaped ? c.redirect(`/admin/articles/${id}?split`, 303) : show(c, told(split.stored), 409)
    })
    .post('/articles/:id/delete', async (c) => {
      await deleteArticle(db, c.req.param('id'))
      return c.redirect('/admin/articles?gone', 303)
    })
}

/** What somebody is told whose page was not the latest; what they had typed is in the form again. */
function told(stored: ShapePageProps['stored'] | undefined, typed: ShapePageProps['typed'] = new Map()) {
  if (!stored) return {}
  const still = new Set(stored.shape.lessons.map(({ start }) => start))
  const lost = [...typed].filter(([start]) => !still.has(start)).map(([, { title }]) => `“${title}”`)
  const alert = [
    `${stored.updatedBy} changed this article meanwhile. This is how it is now, and nothing of yours is saved yet.`,
    ...(typed.size > lost.length
      ? ['What you typed is in the form; saving again puts it in place of theirs.']
      : []),
    ...(lost.length > 0 ? [`No lesson begins any more where you had ${lost.join(', ')}.`] : []),
  ].join(' ')
  return { stored, typed, alert }
}

/** The number of the lesson that a cut leaves somebody at. */
function lessonAt(
  lessons: { start: number }[],
  pressed: { do: string; index?: number; at?: number },
): number {
  if (pressed.at !== undefined) return lessons.findIndex(({ start }) => start === pressed.at) + 1
  return pressed.do === 'join' ? pressed.index! : pressed.index! + 1
}

/** What the page says after a redirect. */
const SAID: Record<string, string> = {
  saved: 'Saved.',
  split: 'Split again.',
}
