import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Admission } from './admitting.ts'
import { type AdminLink, findAdminLink } from './find-admin-link.ts'
import { hashOfToken } from './make-admin-link.ts'
import { type Auth, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './open-auth.ts'
import { consumeLink, findFirstAdmin } from './queries.ts'
import { grantReplies } from './reply-readers.ts'

const account = z.object({
  name: z
    .string('Please say your name.')
    .trim()
    .min(1, 'Please say your name.')
    .max(80, 'A name has at most 80 characters.')
    .regex(/^[^<>"\r\n]*$/, 'A name may not hold < > or ".'),
  email: z.email('This does not look like an e-mail address.').max(254),
  password: z
    .string('Please choose a password.')
    .min(SHORTEST_PASSWORD, `A password has at least ${SHORTEST_PASSWORD} characters.`)
    .max(LONGEST_PASSWORD, `A password has at most ${LONGEST_PASSWORD} characters.`),
})

export type AccountField = keyof z.infer<typeof account>

export type Accepted =
  | { accepted: true; headers: Headers }
  | { accepted: false; link: Extract<AdminLink, { opens: 'nothing' }> }
  | { accepted: false; link: AdminLink; problems: Partial<Record<AccountField, string>> }

/**
 * Uses a one-time link up: makes the account where there is none, and signs in. `headers` of the answer set the session
 * cookie. What is wrong with the form leaves the link unused.
 */
export async function acceptAdminLink(
  context: Context,
  auth: Auth,
  token: string,
  form: Partial<Record<AccountField, unknown>>,
  headers: Headers,
  now: Date,
): Promise<Accepted> {
  const link = await findAdminLink(context, token, now)
  if (link.opens === 'nothing') return { accepted: false, link }
  let body: Admission
  if (link.opens === 'account') body = { userId: link.userId }
  else {
    const parsed = account.safeParse({ ...form, email: link.email ?? String(form.email ?? '').trim() })
    if (!parsed.success) return { accepted: false, link, problems: firstOf(parsed.error) }
    body = parsed.data
  }
  if (!(await consumeLink(context.db.kysely, hashOfToken(token), now)))
    return { accepted: false, link: { opens: 'nothing', because: 'used' } }
  const admitted = await auth.api.admit({ body, headers, returnHeaders: true })
  const { userId } = admitted.response
  const { kysely } = context.db
  if (link.readsReplies) await grantReplies(kysely, userId, 'lettercourse admin create', now)
  else if (link.opens === 'new account' && (await findFirstAdmin(kysely))?.id === userId)
    await grantReplies(kysely, userId, 'the first account', now)
  return { accepted: true, headers: admitted.headers }
}

function firstOf(error: z.ZodError): Partial<Record<AccountField, string>> {
  const problems: Partial<Record<AccountField, string>> = {}
  for (const issue of error.issues) problems[issue.path[0] as AccountField] ??= issue.message
  return problems
}
