/** A delivery's row made into the mail that leaves: pure, and the same bytes every time. */
import type { Config } from '../config.ts'
import type { DeliveryKind } from '../db/schema.ts'
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
    answerUrl: `${config.publicUrl}/answer/${secrets.token('answer', delivery.id)}`,
    viewUrl: viewUrlOf(config, secrets, delivery.id),
    replyTo: `r+${secrets.token('reply', delivery.id)}@${config.replyDomain}`,
    ...(delivery.signup_id && {
      confirmUrl: `${config.publicUrl}/signups/${secrets.token('confirmation', delivery.signup_id)}/confirmation`,
    }),
  }
}

const viewUrlOf = (config: Config, secrets: Secrets, deliveryId: string) =>
  `${config.publicUrl}/view/${secrets.token('view', deliveryId)}`

/** In front of the id of another delivery: the value is the page that shows that mail. */
export const VIEW = '\u0003'
/** In front of a link's name among stored values: a character that no normalised value can hold. */
export const LINK = '\u0001'
/** In front of a link's name when its scheme stands in the mail already. */
export const BARE = '\u0002'
export const withoutScheme = (url: string) => url.replace(/^https?:\/\//, '')

/**
 * A delivery's stored values with the links in them.
 * @param viewOf the address of the page that shows another mail of this reader
 */
export function withLinks(
  values: Record<string, string> | null | undefined,
  links: Record<string, string>,
  viewOf: (deliveryId: string) => string,
): Record<string, string> {
  const linkOf = (name: string) =>
    name.startsWith(BARE) ? withoutScheme(links[name.slice(1)] ?? '') : (links[name] ?? '')
  const filled: Record<string, string> = { ...links }
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value.startsWith(LINK)) filled[name] = linkOf(value.slice(1))
    else filled[name] = value.startsWith(VIEW) ? viewOf(value.slice(1)) : value
  }
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
    : fill(
        prepared!,
        withLinks(row.slot_values, urls, (id) => viewUrlOf(config, secrets, id)),
      )
  const answerable = !NOBODY_ANSWERS.includes(row.kind)
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

const NOBODY_ANSWERS: readonly DeliveryKind[] = ['confirmation', 'sign_in', 'proof', 'care_notice', 'digest']

function unsealed(bytes: Buffer, write: (text: string) => string) {
  const { subject, html, text } = JSON.parse(bytes.toString()) as Pick<
    OutgoingMail,
    'subject' | 'html' | 'text'
  >
  return { subject: write(subject), html: write(html), text: write(text) }
}

/** Mails that a course sends by itself: all of them carry the list headers. An answer is a person's mail. */
const OF_A_COURSE: readonly DeliveryKind[] = [
  'lesson',
  'repeat',
  'correction',
  'welcome_back',
  'finished',
  'receipt',
]

/**
 * RFC 8058 (one-click), RFC 2919 (List-Id), RFC 3834 (Auto-Submitted, only on what a mail has set off); Exchange is asked
 * not to answer by machine, and Gmail not to stack mails, unless they name the conversation they belong to.
 */
function headersOf(config: Config, row: OpenDelivery, unsubscribeUrl: string): Record<string, string> {
  const always = {
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    ...(!row.extra_headers?.References && { 'X-Entity-Ref-ID': row.id }),
    ...((row.kind === 'left' || row.kind === 'pause_offer') && { 'Auto-Submitted': 'auto-replied' }),
  }
  if (!row.slug || !OF_A_COURSE.includes(row.kind)) return always
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
