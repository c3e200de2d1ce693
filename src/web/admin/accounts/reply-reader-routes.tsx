import { Hono } from 'hono'
import {
  grantReplies,
  listReplyReaders,
  mayReadReplies,
  type ReplyReader,
  revokeReplies,
} from '../../../admins/reply-readers.ts'
import type { Context } from '../../../context.ts'
import { studioPage } from '../layout/studio-page.tsx'
import { Utc } from '../layout/times.tsx'
import type { StudioContext, StudioEnv } from '../studio.ts'
import { textsOf } from './sign-in-routes.tsx'

/** /admin/accounts: who may read replies. Everybody sees it; it is theirs to give and to take who have it themselves. */
export function replyReaderRoutes({ db, clock }: Context) {
  async function show(c: StudioContext, problem?: string) {
    const accounts = await listReplyReaders(db.kysely)
    const mayChange = accounts.some(({ id, granted_at }) => id === c.var.admin.id && granted_at)
    return studioPage(
      c,
      { title: 'Accounts', status: problem ? 409 : 200 },
      <AccountsPage accounts={accounts} own={c.var.admin.id} mayChange={mayChange} problem={problem} />,
    )
  }
  return new Hono<StudioEnv>()
    .get('/accounts', (c) => show(c))
    .post('/accounts', async (c) => {
      const { admin } = c.var
      const { account = '', replies } = await textsOf(c)
      if (!(await mayReadReplies(db.kysely, admin.id)))
        return show(c, 'Only somebody who may read replies can give or take that permission.')
      const accounts = await listReplyReaders(db.kysely)
      if (!accounts.some(({ id }) => id === account)) return show(c, 'There is no such account any more.')
      if (replies === 'yes') await grantReplies(db.kysely, account, admin.email, clock.now())
      else if (!(await revokeReplies(db.kysely, account)))
        return show(c, 'Somebody has to be able to read replies: give it to another account first.')
      return c.redirect('/admin/accounts', 303)
    })
}

interface Props {
  accounts: ReplyReader[]
  own: string
  mayChange: boolean
  problem?: string
}

function AccountsPage({ accounts, own, mayChange, problem }: Props) {
  const isLast = accounts.filter(({ granted_at }) => granted_at).length === 1
  return (
    <>
      <h1>Accounts</h1>
      {problem && (
        <p className="notice" role="alert">
          {problem}
        </p>
      )}
      <p className="measure">
        Everybody here writes courses. Replies are personal: they are opened only by those who may read them,
        and each reply keeps a record of who did.
      </p>
      <ul className="listing">
        {accounts.map((account) => (
          <li key={account.id}>
            <h2>
              {account.name}
              {account.id === own && ' (you)'}
            </h2>
            <p>{account.email}</p>
            <Permission account={account} />
            {mayChange && !(isLast && account.granted_at) && <Change account={account} />}
          </li>
        ))}
      </ul>
      {!mayChange && <p className="hint">To read replies yourself, ask somebody above who may.</p>}
      <p className="hint">
        Whoever runs this server makes another account with{' '}
        <code>npm run -s lettercourse -- admin create you@example.com</code>, and <code>--replies</code>{' '}
        behind it for somebody who is to read them. With the embedded database, stop <code>npm start</code>{' '}
        meanwhile.
      </p>
    </>
  )
}

const Permission = ({ account: { granted_at, granted_by } }: { account: ReplyReader }) => (
  <p className="muted">
    {granted_at ? (
      <>
        May read replies, since <Utc at={granted_at} /> ({granted_by})
      </>
    ) : (
      'May not read replies'
    )}
  </p>
)

const Change = ({ account: { id, name, granted_at } }: { account: ReplyReader }) => (
  <form method="post" className="actions">
    <input type="hidden" name="account" value={id} />
    <button type="submit" name="replies" value={granted_at ? 'no' : 'yes'} className="quiet">
      {granted_at ? `No longer let ${name} read replies` : `Let ${name} read replies`}
    </button>
  </form>
)
