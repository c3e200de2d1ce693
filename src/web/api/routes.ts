import { type Context as HonoContext, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { openAuth } from '../../admins/open-auth.ts'
import type { Context } from '../../context.ts'
import { articleRoutes } from './article-routes.ts'
import { openApi } from './open-api.ts'

export type ApiEnv = { Variables: { admin: { name: string } } }

/** An article as a file may be 20 MB, and JSON writes some characters as six. */
const MOST_BYTES = 32_000_000

/** The API, to be mounted at /api: what the studio does, for scripts of people who are signed in to it. */
export function apiRoutes(context: Context): Hono {
  const v1 = new Hono<ApiEnv>()
    .use(fromHere(context))
    .use(signedIn(context))
    .use(
      bodyLimit({
        maxSize: MOST_BYTES,
        onError: (c) =>
          c.json({ error: 'The request is larger than 32 MB; send only the article’s text.' }, 413),
      }),
    )
    .route('/', articleRoutes(context))
    .all('*', (c) => c.json({ error: 'There is nothing at this address; see /api/openapi.json.' }, 404))
  v1.onError((error, c) => {
    context.log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'a request failed')
    return c.json({ error: 'Something went wrong on our side; try once more in a minute.' }, 500)
  })
  return new Hono()
    .use(async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    })
    .get('/openapi.json', (c) => c.json(openApi(context.config.publicUrl)))
    .route('/v1', v1)
}

/** The session's cookie comes with whatever page a browser shows, so other pages are turned away. */
const fromHere = ({ config }: Context) =>
  createMiddleware(async (c, next) => {
    const origin = c.req.header('origin')
    const own = [new URL(config.publicUrl).origin, new URL(c.req.url).origin]
    if (origin !== undefined && !own.includes(origin) && c.req.method !== 'GET')
      return c.json({ error: 'Only pages of this server may ask for this.' }, 403)
    return next()
  })

function signedIn(context: Context) {
  const auth = openAuth(context)
  return createMiddleware<ApiEnv>(async (c, next) => {
    const { headers, response } = await auth.api.getSession({
      headers: c.req.raw.headers,
      returnHeaders: true,
    })
    if (!response) return c.json({ error: 'Sign in first, at /admin/sign-in.' }, 401)
    c.set('admin', { name: response.user.name })
    await next()
    for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
  })
}

export type ApiContext = HonoContext<ApiEnv>
