import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { mayReadReplies } from '../../../admins/reply-readers.ts'
import type { Context } from '../../../context.ts'
import type { Schema } from '../../../db/schema.ts'
import { pause, restart, resume, sendNext, skip } from '../../../enrollments/change-standing.ts'
import { HELD_FOR_CARE } from '../../../enrollments/held-for-care.ts'
import { liftHold } from '../../../enrollments/lift-hold.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import { notFoundPage, studioPage } from '../layout/studio-page.tsx'
import type { StudioEnv } from '../studio.ts'
import { findReader } from './find-reader.ts'
import { listReaders } from './list-readers.ts'
import { ReaderPage } from './reader-page.tsx'
import { ReadersPage } from './readers-page.tsx'

/** /admin/readers: who reads, each of them, and what a person may change about where they stand. */
export function readerRoutes({ db, clock, jobs }: Context) {
  return new Hono<StudioEnv>()
    .get('/readers', async (c) => {
      const search = (c.req.query('search') ?? '').trim().slice(0, 200)
      const page = Math.min(Math.max(1, Math.trunc(Number(c.req.query('page')) || 1)), 100_000)
      const found = await listReaders(db.kysely, { search, page }, clock.now())
      return studioPage(
        c,
        { title: 'Readers', room: 'readers' },
        <ReadersPage {...found} search={search} page={page} now={clock.now()} />,
      )
    })
    .get('/readers/:id', async (c) => {
      const { id } = c.req.param()
      const reader = z.guid().safeParse(id).success ? await findReader(db.kysely, id, clock.now()) : undefined
      if (!reader) return notFoundPage(c, 'reader')
      const readsReplies = await mayReadReplies(db.kysely, c.var.admin.id)
      return studioPage(
        c,
        { title: reader.subscriber.email, room: 'readers' },
        <ReaderPage reader={reader} readsReplies={readsReplies} now={clock.now()} />,
      )
    })
    .post('/readers/:id/courses/:enrollment', async (c) => {
      const { id, enrollment } = c.req.param()
      const wish = wishes.safeParse((await textsOf(c)).wish)
      const reader = z.guid().safeParse(id).success ? await findReader(db.kysely, id, clock.now()) : undefined
      if (!wish.success || !reader?.courses.some((course) => course.id === enrollment))
        return notFoundPage(c, 'reader')
      if (wish.data === 'resume after care' && !(await mayReadReplies(db.kysely, c.var.admin.id)))
        return notFoundPage(c, 'reader')
      await CHANGES[wish.data](db.kysely, enrollment, clock.now())
      await jobs.enqueue('claim-due-lessons', {}).catch(() => undefined)
      return c.redirect(`/admin/readers/${id}`, 303)
    })
}

const wishes = z.enum(['pause', 'resume', 'resume after care', 'skip', 'next', 'restart'])

const CHANGES = {
  pause: (db: Kysely<Schema>, id: string, now: Date) => pause(db, id, undefined, now),
  resume,
  // Where a reply is still open in care, the next claim holds the course again.
  'resume after care': (db: Kysely<Schema>, id: string, now: Date) => liftHold(db, id, HELD_FOR_CARE, now),
  skip,
  next: sendNext,
  restart,
}
