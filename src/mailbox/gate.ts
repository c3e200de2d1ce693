import type { Context, MiddlewareHandler } from 'hono'
import type { PostOffice } from './post-office.ts'
import { Problem } from './problem.ts'

const isSend = (c: Context) => c.req.method === 'POST' && /\/emails(\/batch)?$/.test(c.req.path)

/** What stands before every API route: User-Agent, key, rate limit; and the headers that report on them. */
export function gate(office: PostOffice): MiddlewareHandler {
  return async (c, next) => {
    // Cloudflare in front of Resend refuses a request that does not say who it is.
    if (!c.req.header('user-agent')) return c.text('error code: 1010', 403)
    const { ok, headers } = office.rate.take(office.wallClock())
    checkKey(c)
    if (!ok) throw new Problem('rate_limit_exceeded', undefined, undefined, headers)
    await next()
    // Set on whatever the answer became: an error's answer is a new one.
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    const { usage } = office.ledger
    const now = office.options.now()
    // Only plans with a daily quota hear about the day.
    if (office.options.dailyQuota !== undefined)
      c.res.headers.set('x-resend-daily-quota', String(usage.onDayOf(now)))
    c.res.headers.set('x-resend-monthly-quota', String(usage.inMonthOf(now)))
  }
}

function checkKey(c: Context): void {
  const key = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (!key) throw new Problem('missing_api_key')
  if (!key.startsWith('re_')) throw new Problem('invalid_api_key')
  if (key.startsWith('re_sendonly_') && !isSend(c)) throw new Problem('restricted_api_key')
}
