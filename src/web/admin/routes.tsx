import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { openAuth } from '../../admins/open-auth.ts'
import type { Context } from '../../context.ts'
import { linkRoutes } from './accounts/link-routes.tsx'
import { replyReaderRoutes } from './accounts/reply-reader-routes.tsx'
import { requireAdmin } from './accounts/require-admin.tsx'
import { signInRoutes } from './accounts/sign-in-routes.tsx'
import { articleRoutes, bringsArticle } from './articles/article-routes.tsx'
import { changeRoutes } from './articles/change-routes.tsx'
import { courseRoutes } from './articles/course-routes.tsx'
import { digestRoutes } from './digest/digest-routes.tsx'
import { notFoundPage } from './layout/studio-page.tsx'
import { lessonRoutes } from './lessons/lesson-routes.tsx'
import { readerRoutes } from './readers/reader-routes.tsx'
import { replyRoutes } from './replies/reply-routes.tsx'
import { sendingRoutes } from './sending/sending-routes.tsx'
import { sequenceRoutes } from './sequences/sequence-routes.tsx'
import type { StudioEnv } from './studio.ts'

const usualLimit = bodyLimit({ maxSize: 1024 * 1024 })

/** The studio, to be mounted at /admin. Everything behind `requireAdmin` is for signed-in people only. */
export function adminRoutes(context: Context): Hono {
  const auth = openAuth(context)
  const publicOrigin = new URL(context.config.publicUrl).origin
  const ownOrigin = (origin: string, url: string) => origin === publicOrigin || origin === new URL(url).origin

  const inside = new Hono<StudioEnv>()
    .use(requireAdmin(auth, context.db))
    .route('/', articleRoutes(context))
    .route('/', courseRoutes(context))
    .route('/', changeRoutes(context))
    .route('/', sequenceRoutes(context))
    .route('/', lessonRoutes(context))
    .route('/', readerRoutes(context))
    .route('/', replyRoutes(context))
    .route('/', sendingRoutes(context))
    .route('/', digestRoutes(context))
    .route('/', replyReaderRoutes(context))
    .all('*', (c) => notFoundPage(c, 'page'))

  return new Hono()
    .use(async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    })
    .use(csrf({ origin: (origin, c) => ownOrigin(origin, c.req.url) }))
    .use((c, next) => (bringsArticle(c.req.path) ? next() : usualLimit(c, next)))
    .route('/', linkRoutes(context, auth))
    .route('/', signInRoutes(context, auth))
    .route('/', inside)
}
