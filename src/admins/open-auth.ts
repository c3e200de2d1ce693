/** better-auth, in its only room: the accounts of the people who write and answer. Readers have none. */
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import type { Context } from '../context.ts'
import { admitting } from './admitting.ts'

/** Our own header carries the client's address into better-auth; what a stranger sends under it is overwritten. */
export const CLIENT_HEADER = 'x-lettercourse-client'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

export type Auth = ReturnType<typeof openAuth>

/** Accounts and sessions in this database's `admin_…` tables. Nobody signs up by themselves: see `makeAdminLink`. */
export function openAuth(context: Pick<Context, 'config' | 'db' | 'secrets' | 'log'>) {
  return betterAuth(authOptions(context))
}

/** Apart, so that a test can hold them against the tables. */
export function authOptions({
  config,
  db,
  secrets,
  log,
}: Pick<Context, 'config' | 'db' | 'secrets' | 'log'>) {
  const https = config.publicUrl.startsWith('https:')
  return {
    appName: 'Lettercourse',
    baseURL: config.publicUrl,
    basePath: '/admin/auth',
    secret: secrets.derive('better-auth').toString('base64'),
    trustedOrigins: [new URL(config.publicUrl).origin],
    database: { db: db.kysely, type: 'postgres', transaction: true },
    user: { modelName: 'admin_users' },
    session: { modelName: 'admin_sessions', expiresIn: 14 * 86_400, updateAge: 86_400 },
    account: { modelName: 'admin_accounts' },
    verification: { modelName: 'admin_verifications' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'admin_rate_limits',
      customRules: { '/sign-in/email': { window: 300, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'lettercourse',
      useSecureCookies: https,
      // The studio at /admin and the API at /api/v1 ask for it.
      defaultCookieAttributes: { path: '/', httpOnly: true, sameSite: 'lax', secure: https },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
      // The tables are ours to migrate; test/admins/open-auth.test.ts holds them against what better-auth wants.
      database: { validateSchema: false },
    },
    telemetry: { enabled: false },
    // Its sentences name no person; its further arguments might, and are left out.
    logger: { level: 'warn', log: (level, message) => log[level]({ room: 'admins' }, message) },
    plugins: [admitting()],
  } satisfies BetterAuthOptions
}
