/** A delivery's row made into the mail that leaves: pure, and the same bytes every time. */
import type { Config } from '../config.ts'
import type { OutgoingMail } from '../mail/payload.ts'
import type { Secrets } from '../secrets.ts'
import { fill, type PreparedMail } from './fill.ts'
import type { OpenDelivery } from './queries.ts'

/** The addresses in a mail that belong to one delivery alone. They are derived from its id, so no token rests anywhere. */
export function linksOf(
  config: Config,
  secrets: Secrets,
  delivery: { id: string; signup_id?: string | null },
) {
  return {
    unsubscribeUrl: `${config.publicUrl}/unsubscribe/${secrets.token('unsubscribe', delivery.id)}`,
    preferencesUrl: `${config.publicUrl}/me/${secrets.token('preferences', delivery.id)}`,
    replyTo: `r+${secrets.token('reply', delivery.id)}@${config.replyDomain}`,
    ...(delivery.signup_id && {
      confirmUrl: `${config.publicUrl}/signups/${secrets.token('confirmation', delivery.signup_id)}/confirmation`,
    }),
  }
}

/** In front of a link's name among stored values: a character that no normalised value can hold. */
export const LINK = '\u0001'
/** In front of a link's name when its scheme stands in the mail already. */
export const BARE = '\u0002'
export const withoutScheme = (url: string) => url.replace(/^https?:\/\//, '')

function linkOf(name: string, links: Record<string, string>): string {
  return name.startsWith(BARE) ? withoutScheme(links[name.slice(1)] ?? '') : (links[name] ?? '')
}

function withLinks(
  values: Record<string, string> | null | undefined,
  links: Record<string, string>,
): Record<string, string> {
  const filled: Record<string, string> = { ...links }
  for (const [name, value] of Object.entries(values ?? {}))
    filled[name] = value.startsWith(LINK) ? linkOf(value.slice(1), links) : value
  return filled
}

/** @param write how the subject, html and text of a sealed mail are written; a prepared one knows it itself */
export function toOutgoingMail(
  { config, secrets }: { config: Config; secrets: Secrets },
  row: OpenDelivery,
  prepared: PreparedMail | undefined,
  write = (text: string) => text,
): OutgoingMail {
  const { replyTo, ...urls } = linksOf(config, secrets, row)
  const content = row.sealed_mail
    ? unsealed(secrets.unseal(row.sealed_mail), write)
    : fill(prepared!, withLinks(row.slot_values, urls))
  const answerable = row.kind !== 'confirmation' && row.kind !== 'sign_in'
  return {
    from: `${quoted(row.from_name)} <${config.mailFrom.address}>`,
    to: row.to_address,
    ...(answerable && { replyTo }),
    ...content,
    headers: { ...headersOf(config, row, urls.unsubscribeUrl), ...row.extra_headers },
    tags: [
      { name: 'delivery', value: row.id },
      { name: 'kind', value: row.kind },
    ],
  }
}

function unsealed(bytes: Buffer, write: (text: string) => string) {
  const { subject, html, text } = JSON.parse(bytes.toString()) as Pick<
    OutgoingMail,
    'subject' | 'html' | 'text'
  >
  return { subject: write(subject), html: write(html), text: write(text) }
}

/** RFC 8058 (one-click), RFC 2919 (List-Id); Exchange is asked not to answer by machine; Gmail not to stack lessons. */
function headersOf(config: Config, row: OpenDelivery, unsubscribeUrl: string): Record<string, string> {
  const always = { 'X-Auto-Response-Suppress': 'OOF, AutoReply', 'X-Entity-Ref-ID': row.id }
  if (!row.slug || !['lesson', 'repeat', 'correction'].includes(row.kind)) return always
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `${quoted(row.title ?? row.slug)} <${row.slug}.${new URL(config.publicUrl).hostname}>`,
    ...always,
  }
}

/** A display name as RFC 5322 wants it: quoted when it holds anything but letters, digits and spaces. */
function quoted(name: string): string {
  return /^[\p{L}\p{N} ]+$/u.test(name)
    ? name
    : `"${name.replace(/[\\"]/g, '\\$&').replace(/[\r\n]+/g, ' ')}"`
}
