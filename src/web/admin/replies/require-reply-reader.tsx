import { createMiddleware } from 'hono/factory'
import { mayReadReplies } from '../../../admins/reply-readers.ts'
import type { Database } from '../../../db/open-database.ts'
import { studioPage } from '../layout/studio-page.tsx'
import type { StudioEnv } from '../studio.ts'

/** Replies are for those who may read them; everybody else is told who can change that. */
export const requireReplyReader = (db: Database) =>
  createMiddleware<StudioEnv>(async (c, next) => {
    if (await mayReadReplies(db.kysely, c.var.admin.id)) return next()
    return studioPage(
      c,
      { title: 'Replies', room: 'replies', status: 403 },
      <>
        <h1>Replies</h1>
        <p className="measure">
          What readers write back is personal, and is shown to those who may read replies. Your account is not
          one of them. Whoever is can change that under <a href="/admin/accounts">Accounts</a>.
        </p>
      </>,
    )
  })
