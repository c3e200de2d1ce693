import { Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { notFoundPage, studioPage } from '../layout/studio-page.tsx'
import type { StudioEnv } from '../studio.ts'
import { findReader } from './find-reader.ts'
import { listReaders } from './list-readers.ts'
import { ReaderPage } from './reader-page.tsx'
import { ReadersPage } from './readers-page.tsx'

/** /admin/readers: who reads, and each of them. */
export function readerRoutes({ db, clock }: Context) {
  return new Hono<StudioEnv>()
    .get('/readers', async (c) => {
      const search = (c.req.query('search') ?? '').trim().slice(0, 200)
      const page = Math.min(Math.max(1, Math.trunc(Number(c.req.query('page')) || 1)), 100_000)
      const found = await listReaders(db.kysely, { search, page })
      return studioPage(
        c,
        { title: 'Readers', room: 'readers' },
        <ReadersPage {...found} search={search} page={page} now={clock.now()} />,
      )
    })
    .get('/readers/:id', async (c) => {
      const { id } = c.req.param()
      const reader = z.guid().safeParse(id).success ? await findReader(db.kysely, id) : undefined
      if (!reader) return notFoundPage(c, 'reader')
      return studioPage(
        c,
        { title: reader.subscriber.email, room: 'readers' },
        <ReaderPage reader={reader} now={clock.now()} />,
      )
    })
}
