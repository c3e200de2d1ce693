import { Hono } from 'hono'
import type { Context } from '../../../context.ts'
import { submitLater } from '../../../deliveries/queue-mail.ts'
import { getSending, resumeSending } from '../../../deliveries/sending.ts'
import { settleBatch } from '../../../deliveries/settle-batch.ts'
import { beginWarmUp, endWarmUp } from '../../../deliveries/warm-up.ts'
import { continueFromToday, sendWhatIsDue } from '../../../enrollments/restore-guard.ts'
import { findGivenUp, tryGivenUpAgain } from '../../../mail-events/given-up.ts'
import { localPath } from '../accounts/local-path.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import { studioPage } from '../layout/studio-page.tsx'
import type { StudioEnv } from '../studio.ts'
import { listBatchesToLookAt, listFailed } from './list-trouble.ts'
import { SendingPage } from './sending-page.tsx'

/** /admin/sending: what did not leave and why, and every choice that only a person can make about it. */
export function sendingRoutes(context: Context) {
  const { db, clock, jobs } = context
  return new Hono<StudioEnv>()
    .get('/sending', async (c) => {
      const batches = await listBatchesToLookAt(db.kysely)
      const failed = await listFailed(db.kysely)
      const sending = await getSending(db.kysely)
      const unread = await findGivenUp(db.kysely)
      return studioPage(
        c,
        { title: 'Sending', room: 'sending' },
        <SendingPage batches={batches} failed={failed} sending={sending} unread={unread} />,
      )
    })
    .post('/sending/resume', async (c) => {
      await resumeSending(db.kysely)
      return c.redirect(localPath((await textsOf(c)).back), 303)
    })
    .post('/sending/events', async (c) => {
      await tryGivenUpAgain(context, clock.now())
      return c.redirect('/admin/sending', 303)
    })
    .post('/sending/held', async (c) => {
      const { choice } = await textsOf(c)
      if (choice === 'today') await continueFromToday(db.kysely, clock.now())
      else if (choice === 'due') await sendWhatIsDue(db.kysely)
      await jobs.enqueue('claim-due-lessons', {}).catch(() => undefined)
      return c.redirect('/admin/sending', 303)
    })
    .post('/sending/warm-up', async (c) => {
      if ((await textsOf(c)).choice === 'begin') await beginWarmUp(db.kysely, clock.now())
      else await endWarmUp(db.kysely)
      return c.redirect('/admin/sending', 303)
    })
    .post('/sending/batches/:id{[0-9a-f-]{36}}', async (c) => {
      const outcome = (await textsOf(c)).outcome === 'again' ? 'again' : 'sent'
      const batch = await settleBatch(db.kysely, c.req.param('id'), outcome, clock.now())
      if (batch) await submitLater(context, [batch])
      return c.redirect('/admin/sending', 303)
    })
}
