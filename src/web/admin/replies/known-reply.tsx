import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import type { Database } from '../../../db/open-database.ts'
import { notFoundPage } from '../layout/studio-page.tsx'
import type { StudioEnv } from '../studio.ts'

/** Lets only addresses through that lead to a reply. An id is a UUID; anything else is no question to the database. */
export const knownReply = (db: Database) =>
  createMiddleware<StudioEnv, '/replies/:id'>(async (c, next) => {
    const { id } = c.req.param()
    const known =
      z.guid().safeParse(id).success &&
      (await db.kysely.selectFrom('replies').select('id').where('id', '=', id).executeTakeFirst())
    if (!known) return notFoundPage(c, 'reply')
    return next()
  })
