import { Hono } from 'hono'
import { languageOf } from '../../../articles/language.ts'
import { clip, lessonTexts } from '../../../articles/lesson-texts.ts'
import { findArticle, type StoredArticle } from '../../../articles/queries.ts'
import { slugOf } from '../../../articles/slug-of.ts'
import { describeCourse } from '../../../articles/write-sequence.ts'
import type { Context } from '../../../context.ts'
import { checkLessons } from '../../../deliveries/check-lessons.ts'
import { makeCourse } from '../../../sequences/make-course.ts'
import { findSequence } from '../../../sequences/queries.ts'
import { type SequenceContent, sequenceContent, slug as slugRule } from '../../../sequences/sequence.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import { notFoundPage, studioPage } from '../layout/studio-page.tsx'
import { sentence } from '../sequences/save-edit.ts'
import { readSettings, type Settings } from '../sequences/settings-form.tsx'
import type { StudioContext, StudioEnv } from '../studio.ts'
import { CoursePage, type CoursePageProps } from './course-page.tsx'

/** /admin/articles/:id/course: an article becomes a course. */
export function courseRoutes(context: Context) {
  const db = context.db.kysely
  const under = `${context.config.publicUrl}/courses`

  function show(c: StudioContext, props: Omit<CoursePageProps, 'under'>, status?: 409 | 422) {
    return studioPage(
      c,
      { title: 'Make it a course', room: 'articles', status },
      <CoursePage under={under} {...props} />,
    )
  }

  async function freeSlug(base: string): Promise<string> {
    for (let number = 1; ; number += 1) {
      const slug = number === 1 ? base : `${base}-${number}`
      if (!(await findSequence(db, slug))) return slug
    }
  }

  /** What of the lessons would not be taken from a draft either: the same rules as for publishing. */
  async function unfitOf(slug: string, content: SequenceContent, now: Date) {
    const place = new Map(content.lessons.map(({ key }, i) => [key, i]))
    const problems = await checkLessons(context, slug, content, now)
    return problems.map(({ key, problem }) => ({ place: place.get(key)!, problem }))
  }

  return new Hono<StudioEnv>()
    .get('/articles/:id/course', async (c) => {
      const stored = await findArticle(db, c.req.param('id'))
      if (!stored) return notFoundPage(c, 'article')
      if (stored.sequenceId) return c.redirect(`/admin/articles/${stored.id}`, 303)
      const slug = await freeSlug(slugOf(stored.shape.title) || 'course')
      return show(c, { stored, slug, settings: usualSettings(stored, c.var.admin.name) })
    })
    .post('/articles/:id/course', async (c) => {
      const stored = await findArticle(db, c.req.param('id'))
      if (!stored) return notFoundPage(c, 'article')
      if (stored.sequenceId) return c.redirect(`/admin/articles/${stored.id}`, 303)
      const { settings, problems } = readSettings(await c.req.formData())
      const { slug: typedSlug = '', version } = await textsOf(c)
      const slug = typedSlug.trim()
      const tried = { stored, slug, settings, problems }
      const asSlug = slugRule.safeParse(slug)
      const slugProblem = asSlug.success
        ? undefined
        : slug === ''
          ? 'The address is missing.'
          : 'The address may hold only a-z, 0-9 and single hyphens, and at most 80 of them.'
      if (slugProblem || Object.keys(problems).length > 0) return show(c, { ...tried, slugProblem }, 422)

      const changed = `${stored.updatedBy} changed the article meanwhile, so it is no course yet. Look at it once more.`
      if (version !== String(stored.version)) return show(c, { ...tried, alert: changed }, 409)
      const parsed = sequenceContent.safeParse(contentOf(stored, settings))
      if (!parsed.success) {
        const unfit = parsed.error.issues.map(({ path, message }) => ({
          place: typeof path[1] === 'number' ? path[1] : -1,
          problem: sentence(message),
        }))
        return show(c, { ...tried, unfit }, 422)
      }
      const now = context.clock.now()
      const unfit = await unfitOf(slug, parsed.data, now)
      if (unfit.length > 0) return show(c, { ...tried, unfit }, 422)

      const course = await makeCourse(db, stored, slug, parsed.data, c.var.admin.name, now)
      if (course.made) return c.redirect(`/admin/sequences/${slug}?made`, 303)
      if (course.because === 'slug-taken') {
        const slugProblem = `There is a course at ${under}/${slug} already; choose another address.`
        return show(c, { ...tried, slugProblem }, 422)
      }
      if (course.because === 'changed-meanwhile') return show(c, { ...tried, alert: changed }, 409)
      return c.redirect(`/admin/articles/${stored.id}`, 303)
    })
}

const usualSettings = ({ shape }: StoredArticle, admin: string): Settings =>
  sequenceContent.omit({ lessons: true }).parse({
    title: clip(shape.title, 120),
    description: describeCourse(shape),
    everyDays: 1,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    sendTime: '08:00',
    firstLesson: 'immediately',
    senderName: admin.replace(/[<>"\r\n]/g, '').slice(0, 80) || 'Lettercourse',
    language: languageOf(shape.lessons.map(({ body }) => body).join('\n')),
  })

const contentOf = ({ shape }: StoredArticle, settings: Settings): SequenceContent => ({
  ...settings,
  lessons: lessonTexts(shape.lessons).map((lesson) => ({ ...lesson, waitAtMostDays: null })),
})
