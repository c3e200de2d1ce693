import { readFile } from 'node:fs/promises'
import { type Context as HonoContext, Hono } from 'hono'
import type { Context } from '../../context.ts'
import { findOpen } from '../../sequences/queries.ts'
import type { Revision } from '../../sequences/sequence.ts'
import { consentFor } from '../../signups/consent.ts'
import { stampForm } from '../../signups/form-age.ts'
import { makeChallenge } from '../../signups/proof-of-work.ts'
import { directionOf, wordsFor } from '../../words/words.ts'
import { nameOfDay, pacesOf } from './pace-fields.tsx'
import { readerLocale } from './reader-locale.ts'

/** Other sites' pages may call this, without cookies: no credentials are ever allowed or looked at. */
export function allowAnySite(c: HonoContext): void {
  c.header('access-control-allow-origin', '*')
}

/**
 * The form on other people's sites: GET /embed.js, and what it shows, GET /courses/:slug/form. Mounted before the headers
 * that keep our own pages to ourselves.
 */
export function embedRoutes(context: Context) {
  const { clock, secrets } = context
  const routes = new Hono()

  routes.get('/embed.js', async (c) => {
    c.header('content-type', 'text/javascript; charset=utf-8')
    c.header('cache-control', 'public, max-age=3600')
    c.header('x-content-type-options', 'nosniff')
    c.header('cross-origin-resource-policy', 'cross-origin')
    script ??= small(await readFile(new URL('../assets/embed.js', import.meta.url), 'utf8'))
    return c.body(script)
  })

  routes.get('/courses/:slug/form', async (c) => {
    allowAnySite(c)
    c.header('cache-control', 'no-store')
    const course = await findOpen(context.db.kysely, c.req.param('slug'))
    if (!course) return c.json({ error: wordsFor('en').signup.noCourse }, 404)
    const locale = readerLocale(c.req.header('accept-language'), course.language)
    return c.json({
      ...formOf(course, locale),
      opened: stampForm(secrets, clock.now()),
      challenge: makeChallenge(secrets, clock.now()),
    })
  })

  for (const path of ['/courses/:slug/form', '/signups'])
    routes.options(path, (c) => {
      allowAnySite(c)
      c.header('access-control-allow-methods', 'GET, POST')
      c.header('access-control-allow-headers', 'content-type')
      c.header('access-control-max-age', '86400')
      return c.body(null, 204)
    })

  return routes
}

let script: string | undefined

/** Comments and indentation are for whoever reads the source; on other people's pages every byte counts. */
const small = (source: string) => source.replace(/^\s*(\/\/.*\n)?\s*/gm, '')

/** The fields and their words, in the course's language. */
function formOf(course: Revision, locale: string) {
  const words = wordsFor(course.language).signup
  const { email, firstName, sendTime, timezone, chooseZone, pace, weekdays, trap } = words
  const { send, sending, asksFirst, look, lookText, keepMine, tryLater } = words
  return {
    title: course.title,
    language: course.language,
    dir: directionOf(course.language),
    locale,
    accent: course.accent,
    send_time: course.sendTime,
    pace: course.paceChoice
      ? {
          every_days: pacesOf(course).map((days) => [days, words.paceDays(days)]),
          weekdays: [...course.weekdays].sort().map((day) => [day, nameOfDay(day, locale)]),
        }
      : null,
    words: {
      ...{ email, firstName, sendTime, timezone, chooseZone, pace, weekdays, trap },
      ...{ send, sending, asksFirst, look, lookText, keepMine, tryLater },
    },
    consent: consentFor(course),
  }
}
