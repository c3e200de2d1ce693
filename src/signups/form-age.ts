/** When a form was shown, signed, so that we know how long somebody took to fill it in without remembering anybody. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../secrets.ts'

/** Nobody reads and fills in the form faster than this; programs do. */
const AT_LEAST_MS = 3_000
/** After a day a form says nothing about who fills it in. */
const AT_MOST_MS = 86_400_000

export const stampForm = (secrets: Secrets, now: Date): string =>
  `${now.getTime()}.${sign(secrets, String(now.getTime()))}`

/** For a form that comes back to be corrected: whoever reads why has been asked, and is not asked a second time. */
export const stampForAnother = (secrets: Secrets, now: Date): string =>
  stampForm(secrets, new Date(now.getTime() - AT_LEAST_MS))

/** `unknown` for no stamp, a forged one and one from yesterday. */
export function ageOfForm(
  secrets: Secrets,
  stamp: string | undefined,
  now: Date,
): 'too fast' | 'filled in' | 'unknown' {
  const [shown = '', signature = ''] = stamp?.split('.') ?? []
  const expected = Buffer.from(sign(secrets, shown))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'unknown'
  const age = now.getTime() - Number(shown)
  if (age > AT_MOST_MS) return 'unknown'
  return age < AT_LEAST_MS ? 'too fast' : 'filled in'
}

const sign = (secrets: Secrets, shown: string) =>
  createHmac('sha256', secrets.derive('signup form age')).update(shown).digest('base64url')
