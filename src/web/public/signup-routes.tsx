import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Context } from '../../context.ts'
import { findOpen, getRevision, listOpen } from '../../sequences/queries.ts'
import type { Revision } from '../../sequences/sequence.ts'
import { confirmSignup } from '../../signups/confirm-signup.ts'
import { findSignup } from '../../signups/queries.ts'
import { isFlooding, requestSignup, signupInput } from '../../signups/request-signup.ts'
import { clientOf } from '../client-of.ts'
import { Notice, Page, renderPage } from '../page.tsx'
import { CoursePage, type SignupForm } from './course-page.tsx'

/** From the list of courses to the pressed button: GET /, /courses/:slug, POST /signups, /signups/:token/confirmation. */
export function signupRoutes(context: Context) {
  const { config, clock } = context
  const db = context.db.kysely
  const routes = new Hono()

  routes.get('/', async (c) => {
    const courses = await listOpen(db)
    if (courses.length === 1) return c.redirect(`/courses/${courses[0]!.slug}`, 302)
    return renderPage(c, <Courses courses={courses} />)
  })

  routes.get('/courses/:slug', async (c) => {
    const course = await findOpen(db, c.req.param('slug'))
    if (!course) return c.notFound()
    return renderPage(c, <CoursePage course={course} form={{ values: {}, problems: {} }} />)
  })

  routes.get('/courses/:slug/asked', async (c) => {
    const course = await findOpen(db, c.req.param('slug'))
    if (!course) return c.notFound()
    return renderPage(c, <Asked course={course} mailbox={config.resend === undefined} />)
  })

  routes.post('/signups', bodyLimit({ maxSize: 32 * 1024 }), async (c) => {
    const isJson = c.req.header('content-type')?.includes('application/json') ?? false
    const body = await (isJson ? c.req.json() : c.req.parseBody()).catch(() => undefined)
    if (!body || typeof body !== 'object') return c.json({ error: 'The body could not be read.' }, 400)
    const posted = body as Record<string, unknown>
    const slug = String(posted.course ?? '')
    const course = await findOpen(db, slug)
    const parsed = signupInput.safeParse(posted)
    if (!course) {
      const sentence = 'There is no such course.'
      return isJson ? c.json({ error: sentence, problems: { course: sentence } }, 422) : c.notFound()
    }
    if (!parsed.success) {
      const problems = Object.fromEntries(parsed.error.issues.map((i) => [i.path[0], i.message]).reverse())
      if (isJson) return c.json({ error: 'Some fields are not right.', problems }, 422)
      const form = { values: posted, problems } as SignupForm
      return renderPage(c, <CoursePage course={course} form={form} />, 422)
    }
    const now = clock.now()
    const client = clientOf(c, config)
    if (await isFlooding(db, client.ip, now)) {
      const sentence = 'There were too many signups from your network just now. Please try again in an hour.'
      return isJson
        ? c.json({ error: sentence }, 429)
        : renderPage(c, <Notice title="One moment, please">{<p>{sentence}</p>}</Notice>, 429)
    }
    // The trap field is invisible; whoever fills it in is told what everybody is told.
    if (!posted.website)
      await requestSignup(
        context,
        course,
        parsed.data,
        { ...client, sourceUrl: c.req.header('referer')?.slice(0, 500) },
        now,
      )
    return isJson
      ? c.json({ status: 'confirmation_sent' }, 202)
      : c.redirect(`/courses/${course.slug}/asked`, 303)
  })

  routes.get('/signups/:token/confirmation', async (c) => {
    const signup = await findSignup(db, context.secrets.idOf('confirmation', c.req.param('token')))
    if (!signup) return renderPage(c, <NoSignup />, 404)
    const { published_revision_id } = await db
      .selectFrom('sequences')
      .select('published_revision_id')
      .where('id', '=', signup.sequence_id)
      .executeTakeFirstOrThrow()
    const course = await getRevision(db, published_revision_id!)
    if (signup.confirmed_at)
      return renderPage(c, <Confirmed course={course} mailbox={config.resend === undefined} />)
    if (signup.expires_at <= clock.now()) return renderPage(c, <Expired slug={course.slug} />, 410)
    return renderPage(c, <Confirm course={course} sendTime={signup.send_time} timezone={signup.timezone} />)
  })

  routes.post('/signups/:token/confirmation', async (c) => {
    const result = await confirmSignup(context, c.req.param('token'), clientOf(c, config), clock.now())
    if (!result.confirmed) return renderPage(c, <NoSignup />, result.reason === 'expired' ? 410 : 404)
    await context.jobs.enqueue('claim-due-lessons', {}).catch(() => undefined)
    return renderPage(c, <Confirmed course={result.course} mailbox={config.resend === undefined} />)
  })

  return routes
}

const Courses = ({ courses }: { courses: Revision[] }) => (
  <Page title="Courses by e-mail">
    <h1>Courses by e-mail</h1>
    {courses.length === 0 && <p>Nothing is published here yet.</p>}
    {courses.map((course) => (
      <section key={course.slug}>
        <h2>
          <a href={`/courses/${course.slug}`}>{course.title}</a>
        </h2>
        <p>{course.description}</p>
      </section>
    ))}
  </Page>
)

const Asked = ({ course, mailbox }: { course: Revision; mailbox: boolean }) => (
  <Page title="Look in your inbox">
    <p className="overline">{course.title}</p>
    <h1>Look in your inbox</h1>
    <p>
      A mail is on its way to you. It asks whether it was really you, and the course begins when you say yes.
    </p>
    <p className="muted">
      Nothing there after a few minutes? Look among the spam, or{' '}
      <a href={`/courses/${course.slug}`}>try again</a>.
    </p>
    <MailboxLink mailbox={mailbox} />
  </Page>
)

/** GET changes nothing: mail scanners follow links, so only the button confirms. */
const Confirm = (props: { course: Revision; sendTime: string; timezone: string }) => (
  <Page title={`Begin: ${props.course.title}`}>
    <p className="overline">One last step</p>
    <h1>{props.course.title}</h1>
    <p>
      The first letter comes{' '}
      {props.course.firstLesson === 'immediately' ? 'right away' : `at ${props.sendTime}`}, and from then on
      one at {props.sendTime} ({props.timezone.replaceAll('_', ' ')} time).
    </p>
    <form method="post">
      <button type="submit">Yes, begin the course</button>
    </form>
    <p className="hint">If you did not ask for it, close this page. Nothing will be sent to you.</p>
  </Page>
)

const Confirmed = ({ course, mailbox }: { course: Revision; mailbox: boolean }) => (
  <Page title="You are in">
    <p className="overline">{course.title}</p>
    <h1>You are in</h1>
    <p>
      {course.firstLesson === 'immediately'
        ? 'The first letter is on its way. It ends in a question: just hit Reply.'
        : 'The first letter comes at the hour you chose. It ends in a question: just hit Reply.'}
    </p>
    <MailboxLink mailbox={mailbox} />
  </Page>
)

const NoSignup = () => (
  <Notice title="This link does not work">
    <p>
      It may have been cut off by your mail program, or it is more than a week old.{' '}
      <a href="/">Sign up again</a>, and you get a new one.
    </p>
  </Notice>
)

const Expired = ({ slug }: { slug: string }) => (
  <Notice title="This link is more than a week old">
    <p>
      <a href={`/courses/${slug}`}>Sign up again</a>, and you get a new one.
    </p>
  </Notice>
)

const MailboxLink = ({ mailbox }: { mailbox: boolean }) =>
  mailbox ? (
    <p className="notice">
      No mail leaves this machine yet: <a href="/mailbox">read it in the mailbox</a>.
    </p>
  ) : null
