import { Hono } from 'hono'
import type { Context } from '../../../context.ts'
import { requireReplyReader } from './require-reply-reader.tsx'
import type { StudioEnv } from '../studio.ts'
import { answeringRoutes } from './answering-routes.tsx'
import { figuresRoutes } from './figures-routes.tsx'
import { inboxRoutes } from './inbox-routes.tsx'
import { originalRoutes } from './original-routes.tsx'
import { savedAnswerRoutes } from './saved-answer-routes.tsx'
import { tendingRoutes } from './tending-routes.tsx'

/** /admin/replies: what people wrote back, for those who may read it. */
export function replyRoutes(context: Context) {
  const allowed = requireReplyReader(context.db)
  return new Hono<StudioEnv>()
    .use('/replies', allowed)
    .use('/replies/*', allowed)
    .route('/', inboxRoutes(context))
    .route('/', figuresRoutes(context))
    .route('/', savedAnswerRoutes(context))
    .route('/', answeringRoutes(context))
    .route('/', tendingRoutes(context))
    .route('/', originalRoutes(context))
}
