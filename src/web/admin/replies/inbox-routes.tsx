import { Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { searchReplies } from '../../../replies/search-replies.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import { studioPage } from '../layout/studio-page.tsx'
import type { StudioEnv } from '../studio.ts'
import { readInboxFilter } from './inbox-filter.ts'
import { countInbox, findListed, listInbox, listSubjects } from './list-inbox.ts'
import { RepliesPage } from './replies-page.tsx'
import { SearchPage } from './search-page.tsx'
import { whatWasDone } from './what-was-done.ts'

const asked = z.object({
  words: z.string().trim().max(200).catch(''),
  before: z.guid().optional().catch(undefined),
  seen: z.coerce.number().int().min(0).max(10_000_000).catch(0),
})

/** The inbox, and looking for words in it. */
export function inboxRoutes(context: Context) {
  const { db, clock } = context
  return (
    new Hono<StudioEnv>()
      .get('/replies', async (c) => {
        const now = clock.now()
        const filter = readInboxFilter(c.req.query())
        const { email } = c.var.admin
        return studioPage(
          c,
          { title: 'Replies', room: 'replies', scripts: ['inbox.js'] },
          <RepliesPage
            filter={filter}
            {...(await listInbox(db.kysely, filter, email, now))}
            counts={await countInbox(db.kysely, email, now)}
            subjects={await listSubjects(db.kysely)}
            now={now}
            message={whatWasDone(c.req.query('done'))}
          />,
        )
      })
      // Words looked for may be words of theirs: they go in the body, since addresses end up in logs and histories.
      .get('/replies/search', (c) => c.redirect('/admin/replies', 303))
      .post('/replies/search', async (c) => {
        const { words, before, seen } = asked.parse(await textsOf(c))
        const found = await searchReplies(context, { words, before }, c.var.admin.email, clock.now())
        const rows = await findListed(
          db.kysely,
          found.hits.map(({ id }) => id),
        )
        const total = await db.kysely
          .selectFrom('replies')
          .select((eb) => eb.fn.countAll<number>().as('all'))
          .where('content_sealed', 'is not', null)
          .executeTakeFirstOrThrow()
        return studioPage(
          c,
          { title: 'Search', room: 'replies', scripts: ['inbox.js'] },
          <SearchPage
            words={words}
            found={found}
            rows={rows}
            seen={seen + found.lookedThrough}
            total={Number(total.all)}
          />,
        )
      })
  )
}
