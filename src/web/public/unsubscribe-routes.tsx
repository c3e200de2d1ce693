import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Context } from '../../context.ts'
import { findDelivery } from '../../deliveries/queries.ts'
import { leaveCourse, unsubscribe } from '../../subscribers/unsubscribe.ts'
import { Page, renderPage } from '../page.tsx'

/**
 * RFC 8058: the POST carries no cookie, gets no redirect, needs no CSRF token, may come twice, and is answered 200 whatever
 * the token. The GET is a page with the same button for people. Mounted before anything that looks at forms.
 */
export function unsubscribeRoutes({ db, secrets, clock }: Context) {
  const routes = new Hono()
  const find = (token: string) => findDelivery(db.kysely, secrets.idOf('unsubscribe', token))

  routes.get('/:token', async (c) => {
    const delivery = await find(c.req.param('token'))
    return renderPage(c, <Ask known={delivery?.enrollment_id != null} />)
  })

  routes.post('/:token', bodyLimit({ maxSize: 32 * 1024 }), async (c) => {
    const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    const delivery = await find(c.req.param('token'))
    const everything = body.everything === 'yes'
    if (everything && delivery?.subscriber_id)
      await unsubscribe(db.kysely, delivery.subscriber_id, clock.now())
    else if (delivery?.enrollment_id) await leaveCourse(db.kysely, delivery.enrollment_id, clock.now())
    // A mail program wants nothing back; a person pressed the button on our page.
    if (body['List-Unsubscribe'] === 'One-Click' || !body.from_page) return c.body(null, 200)
    return renderPage(c, <Done everything={everything} />)
  })

  return routes
}

const Ask = ({ known }: { known: boolean }) => (
  <Page title="Stop the letters?">
    <h1>Stop the letters?</h1>
    {known ? (
      <p>No more letters of this course will come to you. What you wrote back stays private, and with us.</p>
    ) : (
      <p>This link is not one we know, or its course is over. Press the button all the same, if you like.</p>
    )}
    <form method="post">
      <input type="hidden" name="from_page" value="yes" />
      <p>
        <label>
          <input type="checkbox" name="everything" value="yes" /> Stop every course at once
        </label>
      </p>
      <button type="submit">Stop the letters</button>
    </form>
  </Page>
)

const Done = ({ everything }: { everything: boolean }) => (
  <Page title="The letters have stopped">
    <h1>The letters have stopped</h1>
    <p>
      {everything
        ? 'Nothing more will come to you from us.'
        : 'Nothing more of this course will come to you.'}
    </p>
    <p className="muted">If it was a slip, sign up again with the same address: you go on where you were.</p>
  </Page>
)
