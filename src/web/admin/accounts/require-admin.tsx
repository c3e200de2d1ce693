import type { Context as HonoContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { Auth } from '../../../admins/open-auth.ts'
import type { Database } from '../../../db/open-database.ts'
import { Notice, Page, renderPage } from '../../page.tsx'
import { findStatus } from '../layout/find-status.ts'
import type { StudioEnv } from '../studio.ts'

/**
 * Lets only admins through. Who is not signed in is asked to, and comes back to where they wanted to go; what they
 * were about to post is kept on the page in between, since it may be an hour's writing.
 */
export const requireAdmin = (auth: Auth, db: Database) =>
  createMiddleware<StudioEnv>(async (c, next) => {
    const { headers, response } = await auth.api.getSession({
      headers: c.req.raw.headers,
      returnHeaders: true,
    })
    if (!response) {
      if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
        return renderPage(c, <SignedOut path={c.req.path} form={await keptForm(c)} />, 401)
      const { pathname, search } = new URL(c.req.url)
      return c.redirect(`/admin/sign-in?to=${encodeURIComponent(pathname + search)}`, 303)
    }
    const { id, name, email } = response.user
    c.set('admin', { id, name, email })
    c.set('status', await findStatus(db.kysely))
    await next()
    for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
  })

/** Whoever is not signed in does not make us read more than a form that a person typed. */
const small = bodyLimit({ maxSize: 1024 * 1024, onError: (c) => c.body(null, 413) })

async function keptForm(c: HonoContext): Promise<FormData | undefined> {
  let form: FormData | undefined
  await small(c, async () => {
    form = await c.req.formData().catch(() => undefined)
  })
  return form
}

function SignedOut({ path, form }: { path: string; form: FormData | undefined }) {
  if (!form)
    return (
      <Notice title="You are signed out">
        <p>
          <a href="/admin/sign-in" target="_blank" rel="noopener">
            Sign in in a new tab
          </a>
          , then go back one page here and send it again.
        </p>
      </Notice>
    )
  return (
    <Page title="Signed out">
      <h1>You are signed out</h1>
      <p>
        What you wrote is kept on this page.{' '}
        <a href="/admin/sign-in" target="_blank" rel="noopener">
          Sign in in a new tab
        </a>
        , then come back here and send it again.
      </p>
      <form method="post" action={path}>
        {[...form].map(([name, value], place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come more than once
          typeof value === 'string' ? <input key={place} type="hidden" name={name} value={value} /> : null,
        )}
        <button type="submit">Send it again</button>
      </form>
    </Page>
  )
}
