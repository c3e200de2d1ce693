import { Hono } from 'hono'
import { type AccountField, acceptAdminLink } from '../../../admins/accept-admin-link.ts'
import { type AdminLink, findAdminLink } from '../../../admins/find-admin-link.ts'
import { type Auth, LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../../admins/open-auth.ts'
import type { Context } from '../../../context.ts'
import { Notice, Page, renderPage } from '../../page.tsx'
import { Field } from '../layout/field.tsx'
import { clientHeaders, passCookies, textsOf } from './sign-in-routes.tsx'

/** /admin/sign-in/link/:token. Real time, not the movable clock: "Next day" must not outdate a link just printed. */
export function linkRoutes(context: Context, auth: Auth) {
  return new Hono()
    .get('/sign-in/link/:token', async (c) => {
      const link = await findAdminLink(context, c.req.param('token'), new Date())
      if (link.opens === 'nothing') return renderPage(c, <DeadLink because={link.because} />, 410)
      return renderPage(c, <LinkPage link={link} />)
    })
    .post('/sign-in/link/:token', async (c) => {
      const form = await textsOf(c)
      const headers = clientHeaders(c, context)
      const accepted = await acceptAdminLink(context, auth, c.req.param('token'), form, headers, new Date())
      if (accepted.accepted) {
        passCookies(c, accepted.headers)
        return c.redirect('/admin', 303)
      }
      if (accepted.link.opens === 'nothing')
        return renderPage(c, <DeadLink because={accepted.link.because} />, 410)
      const problems = 'problems' in accepted ? accepted.problems : {}
      return renderPage(c, <LinkPage link={accepted.link} values={form} problems={problems} />, 422)
    })
}

const SENTENCES = {
  used: 'This sign-in link was used already; each works once.',
  expired: 'This sign-in link has expired; each works for an hour.',
  unknown: 'This sign-in link is not one of ours, or only part of it arrived.',
}

function DeadLink({ because }: { because: keyof typeof SENTENCES }) {
  return (
    <Notice title="This link no longer works">
      <p>{SENTENCES[because]}</p>
      <p>
        <a href="/admin/sign-in">Sign in with your password</a>, or print a new link with{' '}
        <code>npm run -s lettercourse -- admin create you@example.com</code>.
      </p>
    </Notice>
  )
}

interface LinkPageProps {
  link: Exclude<AdminLink, { opens: 'nothing' }>
  values?: Record<string, string>
  problems?: Partial<Record<AccountField, string>>
}

function LinkPage({ link, values = {}, problems = {} }: LinkPageProps) {
  if (link.opens === 'account')
    return (
      <Page title="Sign in">
        <p className="overline">Lettercourse</p>
        <h1>Welcome back</h1>
        <form method="post">
          <button type="submit">Sign in as {link.name}</button>
        </form>
        <p className="hint">{link.email}. The link works once.</p>
      </Page>
    )
  const of = (name: AccountField) => (problems[name] ? [problems[name]] : [])
  return (
    <Page title="Make your account">
      <p className="overline">Lettercourse</p>
      <h1>Make your account</h1>
      <p>With it you write courses, see who reads them, and answer those who write back.</p>
      <form method="post">
        <Field
          name="name"
          label="Your name"
          autoComplete="name"
          required
          maxLength={80}
          hint="Readers see it when you answer them."
          defaultValue={values.name}
          problems={of('name')}
        />
        <Field
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          defaultValue={link.email ?? values.email}
          readOnly={link.email !== null}
          problems={of('email')}
        />
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          required
          minLength={SHORTEST_PASSWORD}
          maxLength={LONGEST_PASSWORD}
          hint={`At least ${SHORTEST_PASSWORD} characters; a short sentence is good.`}
          problems={of('password')}
        />
        <p className="actions">
          <button type="submit">Make the account and sign in</button>
        </p>
      </form>
    </Page>
  )
}
