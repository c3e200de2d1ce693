import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext } from 'hono'
import type { Config } from '../config.ts'
import type { Proof } from '../signups/request-signup.ts'

/**
 * Who is asking. We speak plain http ourselves, so a PUBLIC_URL of https means a proxy stands in front, and the last
 * entry of X-Forwarded-For is the one it wrote; without a proxy that header is whatever a stranger likes.
 */
export function clientOf(c: HonoContext, config: Config): Proof {
  const forwarded = config.publicUrl.startsWith('https:') ? c.req.header('x-forwarded-for') : undefined
  return {
    ip: forwarded?.split(',').at(-1)?.trim() || connectionAddress(c),
    userAgent: c.req.header('user-agent')?.slice(0, 400) ?? null,
  }
}

function connectionAddress(c: HonoContext): string | null {
  try {
    // A socket that speaks both shows IPv4 as ::ffff:192.0.2.1.
    return getConnInfo(c).remote.address?.replace(/^::ffff:(?=\d+\.)/, '') ?? null
  } catch {
    // app.request() in tests has no socket.
    return null
  }
}
