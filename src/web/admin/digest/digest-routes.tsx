import { Hono } from 'hono'
import { setWantsDigest, wantsDigest } from '../../../admins/digest-opt-outs.ts'
import type { Context } from '../../../context.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import { studioPage } from '../layout/studio-page.tsx'
import type { StudioEnv } from '../studio.ts'

/** /admin/digest: whether the week in numbers comes to the one who is signed in. */
export function digestRoutes({ db }: Context) {
  return new Hono<StudioEnv>()
    .get('/digest', async (c) => {
      const wants = await wantsDigest(db.kysely, c.var.admin.id)
      return studioPage(
        c,
        { title: 'Weekly digest' },
        <>
          <h1>Weekly digest</h1>
          <p>
            {wants
              ? `Every Monday at 07:00 UTC the week’s numbers go to ${c.var.admin.email}.`
              : `Nothing is sent to ${c.var.admin.email}.`}{' '}
            It holds numbers only, and never a word of a reply.
          </p>
          <form method="post">
            <button type="submit" name="wants" value={wants ? 'no' : 'yes'}>
              {wants ? 'Send it to me no more' : 'Send it to me on Mondays'}
            </button>
          </form>
        </>,
      )
    })
    .post('/digest', async (c) => {
      await setWantsDigest(db.kysely, c.var.admin.id, (await textsOf(c)).wants === 'yes')
      return c.redirect('/admin/digest', 303)
    })
}
