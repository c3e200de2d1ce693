import { domainOf, parseAddress } from './address.ts'
import type { Draft } from './email.ts'
import { Problem } from './problem.ts'

const FORMAT =
  'The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.'
const TEST_DOMAINS = new Set(['example.com', 'test.com'])
const TAG = /^[A-Za-z0-9_-]{1,256}$/
const MONTH_MS = 30 * 24 * 60 * 60 * 1000
const ATTACHMENTS_BYTES = 40 * 1024 * 1024

const invalid = (message: string) => new Problem('validation_error', message)
const missing = (field: string) => new Problem('missing_required_field', `Missing ${field} field.`)

/** Validates one email of a request as Resend does; throws the Problem it would answer with. */
export function readDraft(body: unknown, now: Date, { withAttachments = true } = {}): Draft {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalid('The email must be an object.')
  const given = body as Record<string, unknown>
  if (given.template) throw new Problem('not_found', 'Template not found')
  if (!given.from) throw missing('`from`')
  if (!given.to || (Array.isArray(given.to) && given.to.length === 0)) throw missing('`to`')
  if (typeof given.from !== 'string' || !parseAddress(given.from))
    throw new Problem('invalid_from_address', `Invalid \`from\` field. ${FORMAT}`)
  const to = recipients(given.to, 'to')
  if (to.length > 50) throw invalid('The `to` field must not contain more than 50 recipients.')
  const [html, text] = [textOf(given.html, 'html'), textOf(given.text, 'text')]
  if (!given.subject) throw missing('`subject`')
  if (html === null && text === null) throw missing('`html` or `text`')
  return {
    from: given.from,
    to,
    cc: recipients(given.cc, 'cc'),
    bcc: recipients(given.bcc, 'bcc'),
    reply_to: addressList(given.reply_to, 'reply_to'),
    subject: oneLine(given.subject, 'subject'),
    html,
    text,
    headers: headersOf(given.headers),
    tags: tagsOf(given.tags),
    topic_id: typeof given.topic_id === 'string' ? given.topic_id : null,
    scheduled_at: given.scheduled_at == null ? null : scheduleOf(given.scheduled_at, now),
    attachments: withAttachments ? attachmentsOf(given.attachments) : [],
  }
}

/** ISO 8601 or `in 3 days`; in the future and at most 30 days ahead. */
export function scheduleOf(value: unknown, now: Date): string {
  const at = typeof value === 'string' ? instantOf(value, now) : Number.NaN
  if (Number.isNaN(at)) throw invalid('The `scheduled_at` field must be a valid ISO 8601 date or a duration.')
  if (at <= now.getTime()) throw invalid('The `scheduled_at` field must be in the future.')
  if (at > now.getTime() + MONTH_MS)
    throw invalid('The `scheduled_at` field must not be more than 30 days in the future.')
  return new Date(at).toISOString()
}

function instantOf(value: string, now: Date): number {
  const relative = /^in (an?|\d+) (min|minute|hour|day|week)s?$/i.exec(value.trim())
  if (!relative) return Date.parse(value)
  const minutes = { min: 1, minute: 1, hour: 60, day: 1440, week: 10080 }[relative[2]!.toLowerCase()]!
  const count = Number(relative[1]) || 1
  return now.getTime() + count * minutes * 60_000
}

function addressList(value: unknown, field: string): string[] {
  const list = value == null ? [] : [value].flat()
  for (const each of list)
    if (typeof each !== 'string' || !parseAddress(each))
      throw invalid(`Invalid \`${field}\` field. ${FORMAT}`)
  return list as string[]
}

function recipients(value: unknown, field: string): string[] {
  const list = addressList(value, field)
  const blocked = list.map(domainOf).find((domain) => TEST_DOMAINS.has(domain))
  if (blocked)
    throw invalid(
      `Invalid \`${field}\` field. Please use our testing email address instead of domains like \`${blocked}\`.`,
    )
  return list
}

function textOf(value: unknown, field: string): string | null {
  if (value == null) return null
  if (typeof value !== 'string') throw invalid(`The \`${field}\` field must be a \`string\`.`)
  return value
}

function oneLine(value: unknown, field: string): string {
  if (typeof value !== 'string') throw invalid(`The \`${field}\` field must be a \`string\`.`)
  if (/[\r\n]/.test(value)) throw invalid(`The \`\\n\` is not allowed in the \`${field}\` field.`)
  return value
}

function headersOf(value: unknown): Record<string, string> {
  if (value == null) return {}
  if (typeof value !== 'object' || Array.isArray(value))
    throw invalid('The `headers` field must be an object.')
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, oneLine(text, 'headers')]))
}

function tagsOf(value: unknown): Draft['tags'] {
  if (value == null) return []
  if (!Array.isArray(value)) throw invalid('The `tags` field must be an array.')
  return value.map((tag) => {
    const { name, value: text } = (tag ?? {}) as Record<string, unknown>
    for (const part of [name, text])
      if (typeof part !== 'string' || !TAG.test(part))
        throw invalid('Tags should only contain ASCII letters, numbers, underscores, or dashes.')
    return { name: name as string, value: text as string }
  })
}

function attachmentsOf(value: unknown): Draft['attachments'] {
  const list = Array.isArray(value) ? (value as Record<string, unknown>[]) : []
  const attachments = list.map((each) => ({
    filename: String(each.filename ?? 'attachment'),
    size: typeof each.content === 'string' ? Buffer.byteLength(each.content, 'base64') : 0,
  }))
  if (attachments.reduce((sum, each) => sum + each.size, 0) > ATTACHMENTS_BYTES)
    throw invalid('Attachments must not exceed 40MB per email.')
  return attachments
}
