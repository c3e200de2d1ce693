import { randomUUID } from 'node:crypto'
import { type AddressObject, type ParsedMail, type SimpleParserOptions, simpleParser } from 'mailparser'

export interface ReceivedAttachment {
  id: string
  filename: string | null
  size: number
  content_type: string
  content_disposition: string | null
  content_id: string | null
}

/** Mail that came in for the application. The raw message is what counts; all else is read from it. */
export interface ReceivedMail {
  id: string
  created_at: string
  from: string
  to: string[]
  cc: string[]
  bcc: string[]
  reply_to: string[]
  /** The envelope recipients, which may differ from To. */
  received_for: string[]
  message_id: string
  subject: string
  attachments: ReceivedAttachment[]
  /** base64 */
  raw: string
  /** Set when it was written on the page: the mail it answers, and the reader's own words. */
  answers?: string
  words?: string
}

export interface Envelope {
  from: string
  to: string[]
}

/** Reads a raw message as Resend does on arrival. Never refuses: mail in the wild is often malformed. */
export async function readReceived(raw: Buffer, envelope: Envelope, now: Date): Promise<ReceivedMail> {
  const parsed = await parse(raw)
  return {
    id: randomUUID(),
    created_at: now.toISOString(),
    from: parsed.from?.text || envelope.from,
    to: addresses(parsed.to),
    cc: addresses(parsed.cc),
    bcc: addresses(parsed.bcc),
    reply_to: addresses(parsed.replyTo),
    received_for: envelope.to,
    message_id: parsed.messageId ?? `<${randomUUID()}@unknown>`,
    subject: parsed.subject ?? '',
    attachments: parsed.attachments.map((attachment) => ({
      id: randomUUID(),
      filename: attachment.filename ?? null,
      size: attachment.size,
      content_type: attachment.contentType,
      content_disposition: attachment.contentDisposition ?? null,
      content_id: attachment.cid ?? null,
    })),
    raw: raw.toString('base64'),
  }
}

/** What is too much for the parser, such as thousands of parts, has headers all the same. */
async function parse(raw: Buffer, options: SimpleParserOptions = {}): Promise<ParsedMail> {
  return simpleParser(raw, options).catch(() => {
    const end = raw.indexOf('\r\n\r\n')
    return simpleParser(raw.subarray(0, end < 0 ? 0 : end), options)
  })
}

/** Body and headers, read anew from the raw message. `headers` is flat: of repeated ones the last is kept. */
export async function readContent(mail: ReceivedMail, keepCidLinks: boolean) {
  const parsed = await parse(Buffer.from(mail.raw, 'base64'), { keepCidLinks })
  const headers = Object.fromEntries(
    parsed.headerLines.map(({ key, line }) => [
      key,
      line
        .slice(line.indexOf(':') + 1)
        .replace(/\r?\n[ \t]+/g, ' ')
        .trim(),
    ]),
  )
  return { html: parsed.html || null, text: parsed.text ?? null, headers, attachments: parsed.attachments }
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []]
    .flat()
    .flatMap((list) => list.value)
    .flatMap((each) => each.group ?? [each])
    .flatMap((each) => each.address || [])
}
