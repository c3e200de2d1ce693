import { Hono } from 'hono'
import type { Context } from '../../../context.ts'
import { getSending, resumeSending } from '../../../deliveries/sending.ts'
import { localPath } from '../accounts/local-path.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import { studioPage } from '../layout/studio-page.tsx'
import type { StudioEnv } from '../studio.ts'
import { listBatchesToLookAt, listFailed } from './list-trouble.ts'
import { SendingPage } from './sending-page.tsx'

/** /admin/sending: what did not leave, and the button that ends a pause. */
export function sendingRoutes({ db }: Context) {
  return new Hono<StudioEnv>()
    .get('/sending', async (c) => {
      const batches = await listBatchesToLookAt(db.kysely)
      const failed = await listFailed(db.kysely)
      const { per_second } = await getSending(db.kysely)
      return studioPage(
        c,
        { title: 'Sending', room: 'sending' },
        <SendingPage batches={batches} failed={failed} perSecond={per_second} />,
      )
    })
    .post('/sending/resume', async (c) => {
      await resumeSending(db.kysely)
      return c.redirect(localPath((await textsOf(c)).back), 303)
    })
}
