import { type Context as HonoContext, Hono } from 'hono'
import { type Auth, CLIENT_HEADER } from '../../../admins/open-auth.ts'
import type { Context } from '../../../context.ts'
import { clientOf } from '../../client-of.ts'
import { Page, renderPage } from '../../page.tsx'
import { Field } from '../layout/field.tsx'
import { localPath } from './local-path.ts'

/** /admin/sign-in and /admin/sign-out. better-auth is called through its handler, since its rate limits live there. */
export function signInRoutes(context: Context, auth: Auth) {
  return new Hono()
    .get('/sign-in', (c) => renderPage(c, <SignIn to={localPath(c.req.query('to'))} />))
    .post('/sign-in', async (c) => {
      const { email = '', password = '', to } = await textsOf(c)
      const answer = await auth.handler(
        new Request(`${context.config.publicUrl}/admin/auth/sign-in/email`, {
          method: 'POST',
          headers: clientHeaders(c, context),
          body: JSON.stringify({ email: email.trim(), password }),
        }),
      )
      if (answer.ok) {
        passCookies(c, answer.headers)
        return c.redirect(localPath(to), 303)
      }
      const problem =
        answer.status === 429
          ? 'Too many attempts. Please wait five minutes and try again.'
          : 'E-mail and password do not belong together.'
      return renderPage(
        c,
        <SignIn to={localPath(to)} email={email} problem={problem} />,
        answer.status === 429 ? 429 : 401,
      )
    })
    .post('/sign-out', async (c) => {
      const answer = await auth.handler(
        new Request(`${context.config.publicUrl}/admin/auth/sign-out`, {
          method: 'POST',
          headers: clientHeaders(c, context),
          body: '{}',
        }),
      )
      passCookies(c, answer.headers)
      return c.redirect('/admin/sign-in', 303)
    })
}

/** What better-auth is told of the client: cookie, browser and the address that we know, not the one they claim. */
export function clientHeaders(c: HonoContext, { config }: Context): Headers {
  const { ip, userAgent } = clientOf(c, config)
  const headers = new Headers({
    'content-type': 'application/json',
    origin: new URL(config.publicUrl).origin,
    [CLIENT_HEADER]: ip ?? '127.0.0.1',
  })
  if (userAgent) headers.set('user-agent', userAgent)
  const cookie = c.req.header('cookie')
  if (cookie) headers.set('cookie', cookie)
  return headers
}

export function passCookies(c: HonoContext, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}

/** The texts of a posted form without NUL, which Postgres takes in no text; files and repeated names are left out. */
export async function textsOf(c: HonoContext): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(await c.req.parseBody()))
    if (typeof value === 'string') texts[name] = value.replaceAll('\0', '')
  return texts
}

function SignIn({ to, email, problem }: { to: string; email?: string; problem?: string }) {
  return (
    <Page title="Sign in">
      <p className="overline">Lettercourse</p>
      <h1>Sign in</h1>
      {problem && (
        <p className="notice" role="alert">
          {problem}
        </p>
      )}
      <form method="post" action="/admin/sign-in">
        <input type="hidden" name="to" value={to} />
        <Field
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          defaultValue={email}
        />
        <Field name="password" label="Password" type="password" autoComplete="current-password" required />
        <p className="actions">
          <button type="submit">Sign in</button>
        </p>
      </form>
      <p className="hint">
        No account, or no password at hand? Whoever runs this server prints a one-time link with{' '}
        <code>npm run -s lettercourse -- admin create you@example.com</code>.
      </p>
    </Page>
  )
}
