import { createHmac, timingSafeEqual } from 'node:crypto'

/** The three svix headers of one attempt; what `resend.webhooks.verify` checks. `secret` is `whsec_` + base64. */
export function svixHeaders(id: string, payload: string, secret: string, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest('base64')
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` }
}

const linkMac = (secret: string, path: string, expires: string) =>
  createHmac('sha256', secret).update(`${path}?${expires}`).digest('base64url')

/** The query of a download link that holds for a while and needs no API key. */
export function signLink(secret: string, path: string, expiresAt: Date): string {
  const expires = String(expiresAt.getTime())
  return `expires=${expires}&signature=${linkMac(secret, path, expires)}`
}

export function isLinkSigned(
  secret: string,
  path: string,
  expires: string,
  signature: string,
  at: Date,
): boolean {
  const expected = Buffer.from(linkMac(secret, path, expires))
  const given = Buffer.from(signature)
  return (
    Number(expires) > at.getTime() && expected.length === given.length && timingSafeEqual(expected, given)
  )
}
