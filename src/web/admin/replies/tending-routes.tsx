import { Hono } from 'hono'
import { z } from 'zod'
import { listReplyReaders } from '../../../admins/reply-readers.ts'
import type { Context } from '../../../context.ts'
import { assignReply } from '../../../replies/assign-reply.ts'
import { attachReply } from '../../../replies/attach-reply.ts'
import { closeCare } from '../../../replies/close-care.ts'
import { closeReply, reopenReply } from '../../../replies/close-reply.ts'
import { addNote, LONGEST_NOTE } from '../../../replies/notes.ts'
import { forgetPresence, notePresence } from '../../../replies/presence.ts'
import { resumeAfterCare } from '../../../replies/resume-after-care.ts'
import { snoozeReply } from '../../../replies/snooze-reply.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import type { StudioEnv } from '../studio.ts'
import { knownReply } from './known-reply.tsx'
import { backTo, showReply } from './show-reply.tsx'

const NOTE_PROBLEMS = {
  empty: 'There is nothing to keep yet: please write something.',
  'too long': `A note has at most ${LONGEST_NOTE} characters.`,
}
const NOBODY = 'Nobody reads a course under this address, and nobody becomes a reader by being named here.'

/** What the team does about a reply beside answering it. Each is a form, and answers with where to go on. */
export function tendingRoutes(context: Context) {
  const { db, clock } = context
  return new Hono<StudioEnv>()
    .use('/replies/:id/*', knownReply(db))
    .post('/replies/:id/assignment', async (c) => {
      const { id } = c.req.param()
      const { to = '' } = await textsOf(c)
      const team = await listReplyReaders(db.kysely)
      const known = team.some(({ email, granted_at }) => email === to && granted_at)
      if (known || to === '') await assignReply(db.kysely, id, to || null)
      return c.redirect(backTo(c, id, 'assigned'), 303)
    })
    .post('/replies/:id/notes', async (c) => {
      const { id } = c.req.param()
      const { note = '' } = await textsOf(c)
      const result = await addNote(context, id, { body: note, by: c.var.admin.email }, clock.now())
      if (result.added) return c.redirect(backTo(c, id, 'noted'), 303)
      return showReply(context, c, id, { triedNote: { note, problem: NOTE_PROBLEMS[result.reason] } }, 422)
    })
    .post('/replies/:id/snooze', async (c) => {
      const { id } = c.req.param()
      const { until = '' } = await textsOf(c)
      const day = z.iso.date().safeParse(until)
      await snoozeReply(db.kysely, id, day.success ? new Date(`${day.data}T00:00:00Z`) : null)
      return c.redirect(backTo(c, id, day.success ? 'snoozed' : 'woken'), 303)
    })
    .post('/replies/:id/closing', async (c) => {
      const { id } = c.req.param()
      const closed = await closeReply(db.kysely, id, c.var.admin.email, clock.now())
      return c.redirect(closed ? backTo(c, undefined, 'closed') : backTo(c, id, 'in-care'), 303)
    })
    .post('/replies/:id/reopening', async (c) => {
      const { id } = c.req.param()
      await reopenReply(db.kysely, id)
      return c.redirect(backTo(c, id, 'reopened'), 303)
    })
    .post('/replies/:id/care', async (c) => {
      const { id } = c.req.param()
      const { do: wish } = await textsOf(c)
      const by = c.var.admin.email
      if (wish === 'resume') {
        const resumed = await resumeAfterCare(context, id, by, clock.now())
        const done = resumed === 'unread' ? 'in-care-unread' : resumed ? 'resumed' : 'not-held'
        return c.redirect(backTo(c, id, done), 303)
      }
      await closeCare(context, id, by, clock.now())
      return c.redirect(backTo(c, id, 'care'), 303)
    })
    .post('/replies/:id/reader', async (c) => {
      const { id } = c.req.param()
      const { email = '' } = await textsOf(c)
      const result = await attachReply(context, id, { email, by: c.var.admin.email }, clock.now())
      if (!result.attached && result.reason === 'nobody')
        return showReply(context, c, id, { triedReader: { email, problem: NOBODY } }, 422)
      return c.redirect(backTo(c, id, result.attached ? 'attached' : 'not-apart'), 303)
    })
    .post('/replies/:id/presence', async (c) => {
      const { id } = c.req.param()
      const { state } = await textsOf(c)
      const admin = c.var.admin.email
      if (state === 'gone') {
        await forgetPresence(db.kysely, id, admin)
        return c.body(null, 204)
      }
      return c.json({
        present: await notePresence(db.kysely, id, { admin, writing: state === 'writing' }, clock.now()),
      })
    })
}
