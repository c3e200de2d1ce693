import { z } from 'zod'
import { makeAdminLink } from '../admins/make-admin-link.ts'
import type { Context } from '../context.ts'

const USAGE = 'lettercourse admin create EMAIL [--replies]'

/**
 * `admin create EMAIL [--replies]`: prints a link, good once and for an hour, to make this account or sign in to it. With
 * `--replies` whoever uses it may read replies. Returns the exit code.
 */
export async function adminCreate(args: string[], context: Context): Promise<number> {
  const readsReplies = args.includes('--replies')
  const [email, extra] = args.filter((arg) => arg !== '--replies')
  if (email === undefined || extra !== undefined) {
    process.stderr.write(`Say whose account it is: ${USAGE}.\n`)
    return 1
  }
  if (!z.email().safeParse(email).success) {
    process.stderr.write(`"${email}" does not look like an e-mail address: ${USAGE}.\n`)
    return 1
  }
  const link = await makeAdminLink(context, { email, now: new Date(), readsReplies })
  process.stdout.write(
    `${link}\nIt works once, within an hour.${readsReplies ? ' Whoever uses it may read replies.' : ''}\n`,
  )
  return 0
}
