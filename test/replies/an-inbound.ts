/** A received mail as `Mail.fetchInbound` gives it, made of its raw message. */
import type { Inbound } from '../../src/mail/open-mail.ts'

export function anInbound(
  raw: string | Buffer,
  { from, to, ...rest }: { from: string; to: string } & Partial<Omit<Inbound, 'to'>>,
): Inbound {
  const bytes = Buffer.from(raw)
  return {
    from,
    to: [to],
    receivedFor: [to],
    messageId: '',
    subject: '',
    text: null,
    html: null,
    headers: {},
    attachments: [],
    raw: { bytes, tooLarge: false, size: bytes.length },
    ...rest,
  }
}
