import { type Context as HonoContext, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Context } from '../../context.ts'
import { findOpen, listOpen } from '../../sequences/queries.ts'
import type { Revision } from '../../sequences/sequence.ts'
import { stampForAnother, stampForm } from '../../signups/form-age.ts'
import { wordsFor } from '../../words/words.ts'
import { clientOf } from '../client-of.ts'
import { Page, renderPage } from '../page.tsx'
import { AskedPage } from './asked-page.tsx'
import { CoursePage } from './course-page.tsx'
import { allowAnySite } from './embed-routes.ts'
import { readerLocale } from './reader-locale.ts'
import { receiveSignup } from './receive-signup.ts'
import { SamplePage } from './sample-page.tsx'

/** From the list of courses to "look in your inbox": GET /, /courses/:slug, its sample and its form; POST /signups. */
export function signupRoutes(context: Context) {
  const { config, clock, secrets } = context
  const db = context.db.kysely
  const routes = new Hono()
  const urlOf = (course: Revision, page = '') => `${config.publicUrl}/courses/${course.slug}${page}`
  const localeOf = (c: HonoContext, course: Revision) =>
    readerLocale(c.req.header('accept-language'), course.language)

  routes.get('/', async (c) => {
    const courses = await listOpen(db)
    if (courses.length === 1) return c.redirect(`/courses/${courses[0]!.slug}`, 302)
    return renderPage(c, <Courses courses={courses} url={config.publicUrl} />)
  })

  routes.get('/courses/:slug', async (c) => {
    const course = await findOpen(db, c.req.param('slug'))
    if (!course) return c.notFound()
    c.header('vary', 'accept-language')
    const form = { course, locale: localeOf(c, course), opened: stampForm(secrets, clock.now()) }
    return renderPage(c, <CoursePage {...form} url={urlOf(course)} />)
  })

  routes.get('/courses/:slug/sample', async (c) => {
    const course = await findOpen(db, c.req.param('slug'))
    if (!course) return c.notFound()
    return renderPage(c, <SamplePage course={course} url={urlOf(course, '/sample')} />)
  })

  routes.get('/courses/:slug/asked', async (c) => {
    const course = await findOpen(db, c.req.param('slug'))
    if (!course) return c.notFound()
    return renderPage(c, <AskedPage course={course} mailbox={config.resend === undefined} />)
  })

  routes.post('/signups', bodyLimit({ maxSize: 32 * 1024 }), async (c) => {
    allowAnySite(c)
    const isJson = c.req.header('content-type')?.includes('application/json') ?? false
    const body = await (isJson ? c.req.json() : c.req.parseBody({ all: true })).catch(() => undefined)
    if (!body || typeof body !== 'object') return c.json({ error: 'The body could not be read.' }, 400)
    const posted = body as Record<string, unknown>
    const course = await findOpen(db, String(posted.course ?? ''))
    if (!course) {
      const sentence = wordsFor('en').signup.noCourse
      return isJson ? c.json({ error: sentence, problems: { course: sentence } }, 422) : c.notFound()
    }
    const locale = localeOf(c, course)
    const client = { ...clientOf(c, config), sourceUrl: sourceOf(c, posted), locale }
    const refused = await receiveSignup(context, course, posted, client, clock.now())
    if (!refused)
      return isJson
        ? c.json({ status: 'confirmation_sent' }, 202)
        : c.redirect(`/courses/${course.slug}/asked`, 303)
    const { status, problems, didYouMean } = refused
    if (isJson)
      return c.json(
        {
          error: Object.values(problems)[0],
          problems,
          did_you_mean: didYouMean,
          opened: stampForAnother(secrets, clock.now()),
        },
        status,
      )
    const opened = stampForAnother(secrets, clock.now())
    const form = { course, locale, opened, values: posted, problems, didYouMean }
    return renderPage(c, <CoursePage {...form} url={urlOf(course)} />, status)
  })

  return routes
}

/** The page a form stood on, for the record of consent: an embedded one says it, a browser does for the others. */
function sourceOf(c: HonoContext, posted: Record<string, unknown>): string | undefined {
  const said = typeof posted.source_url === 'string' ? posted.source_url : c.req.header('referer')
  return said && /^https?:\/\//.test(said) ? said.slice(0, 500) : undefined
}

function Courses({ courses, url }: { courses: Revision[]; url: string }) {
  const language = new Set(courses.map((course) => course.language)).size === 1 ? courses[0]!.language : 'en'
  const words = wordsFor(language).signup
  return (
    <Page title={words.courses} language={language} about={{ description: words.courses, url: `${url}/` }}>
      <h1>{words.courses}</h1>
      {courses.length === 0 && <p>{words.noCourses}</p>}
      {courses.map((course) => (
        <section key={course.slug} lang={course.language}>
          <h2>
            <a href={`/courses/${course.slug}`}>{course.title}</a>
          </h2>
          <p>{course.description}</p>
        </section>
      ))}
    </Page>
  )
}
