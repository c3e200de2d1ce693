import { type Context as HonoContext, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Context } from '../../context.ts'
import { findOpen } from '../../sequences/queries.ts'
import { confirmSignup } from '../../signups/confirm-signup.ts'
import { isFlooding } from '../../signups/flooding.ts'
import { findSignup, findStanding, getCourseOf } from '../../signups/queries.ts'
import { requestSignup } from '../../signups/request-signup.ts'
import { LANGUAGES, wordsFor } from '../../words/words.ts'
import { clientOf } from '../client-of.ts'
import { Notice, renderPage } from '../page.tsx'
import { ConfirmedPage, ConfirmPage, ExpiredPage } from './confirmation-pages.tsx'
import { readerLocale } from './reader-locale.ts'

/** /signups/:token/confirmation and …/renewal: the page behind the link in the mail, and its buttons. */
export function confirmationRoutes(context: Context) {
  const { config, clock, secrets } = context
  const db = context.db.kysely
  const routes = new Hono()
  const find = (c: HonoContext) => findSignup(db, secrets.idOf('confirmation', c.req.param('token') ?? ''))

  async function show(c: HonoContext, signup: Signup, { pressAgain = false, already = false } = {}) {
    const course = await getCourseOf(db, signup)
    const mailbox = config.resend === undefined
    if (signup.confirmed_at) {
      const standing = await findStanding(db, signup)
      return renderPage(
        c,
        <ConfirmedPage
          {...{ course, standing, already, mailbox, now: clock.now(), from: config.mailFrom.address }}
        />,
      )
    }
    if (signup.expires_at <= clock.now()) return renderPage(c, <ExpiredPage course={course} />, 410)
    const locale = readerLocale(c.req.header('accept-language'), course.language)
    return renderPage(c, <ConfirmPage {...{ course, signup, locale, pressAgain }} />)
  }

  // GET changes nothing: mail scanners follow links, so only the button confirms.
  routes.get('/:token/confirmation', async (c) => {
    const signup = await find(c)
    return signup ? show(c, signup) : unknownLink(c)
  })

  routes.post('/:token/confirmation', bodyLimit({ maxSize: 32 * 1024 }), async (c) => {
    const signup = await find(c)
    if (!signup) return unknownLink(c)
    const posted = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    // Scanners that run scripts submit the forms they find; the button's own value goes only with a press of it.
    if (posted.from === 'page' && posted.begin !== 'yes') return show(c, signup, { pressAgain: true })
    const result = await confirmSignup(context, c.req.param('token'), clientOf(c, config), clock.now())
    if (!result.confirmed) return show(c, signup)
    await context.jobs.enqueue('claim-due-lessons', {}).catch(() => undefined)
    return show(c, (await find(c))!, { already: result.already })
  })

  /** An expired link's button: the same request once more, under the wording that stands beside it, to the same mailbox. */
  routes.post('/:token/renewal', bodyLimit({ maxSize: 32 * 1024 }), async (c) => {
    const signup = await find(c)
    if (!signup) return unknownLink(c)
    const published = await getCourseOf(db, signup)
    const course = await findOpen(db, published.slug)
    const { language } = published
    const words = wordsFor(language).signup
    if (!course)
      return renderPage(
        c,
        <Notice title={words.closed} language={language}>
          {null}
        </Notice>,
        409,
      )
    const client = clientOf(c, config)
    if (await isFlooding(db, { ip: client.ip, proven: true }, clock.now()))
      return renderPage(
        c,
        <Notice title={words.moment} language={language}>
          {<p>{words.flooding}</p>}
        </Notice>,
        429,
      )
    const proof = { ...client, locale: signup.language, sourceUrl: signup.source_url, proven: true }
    await requestSignup(context, course, signup, proof, clock.now())
    return c.redirect(`/courses/${course.slug}/asked`, 303)
  })

  return routes
}

type Signup = NonNullable<Awaited<ReturnType<typeof findSignup>>>

function unknownLink(c: HonoContext) {
  const accepted = c.req.header('accept-language')
  const language = LANGUAGES.find((known) => accepted?.toLowerCase().startsWith(known)) ?? 'en'
  const words = wordsFor(language).signup
  return renderPage(
    c,
    <Notice title={words.noSignup} language={language}>
      <p>
        {words.noSignupText} <a href="/">{words.courses}</a>
      </p>
    </Notice>,
    404,
  )
}
