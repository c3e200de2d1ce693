import type { Inbound } from '../mail/open-mail.ts'

/** Of a raw message that is too large, how much of its beginning may be its headers. */
const LONGEST_HEAD = 256 * 1024

const OF_THE_BODY = /^(content-[a-z-]+|mime-version)$/

/**
 * A message made of what Resend parsed: when the raw one is no longer to be had, or is too large to keep. With its own
 * headers as far as they are known, since they say who wrote it, what it answers, and whether a machine did.
 */
export function rebuilt(inbound: Inbound): Buffer {
  const head = inbound.raw ? headOf(inbound.raw.bytes) : headersOf(inbound)
  const [type, body] =
    inbound.text || !inbound.html ? ['text/plain', inbound.text ?? ''] : ['text/html', inbound.html]
  const base64 = Buffer.from(body)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n')
  return Buffer.from(
    [
      ...head,
      'MIME-Version: 1.0',
      `Content-Type: ${type}; charset=utf-8`,
      'Content-Transfer-Encoding: base64',
      '',
      base64,
    ].join('\r\n'),
    'latin1',
  )
}

/** The other way: what Resend would give of a raw message that is stored here, when Resend has it no more. */
export function asFetched(raw: Buffer): Inbound {
  const head = headOf(raw)
  const from = head.find((line) => nameOf(line) === 'from') ?? ''
  return {
    from: from.slice(from.indexOf(':') + 1).trim(),
    to: [],
    // Our tokens, wherever a server noted for whom it took the message: To, Delivered-To, Received.
    receivedFor: head.flatMap((line) => line.match(/r\+[a-z2-7]{26}@[^\s<>()",;]+/gi) ?? []),
    messageId: '',
    subject: '',
    text: null,
    html: null,
    headers: {},
    attachments: [],
    raw: { bytes: raw, tooLarge: false, size: raw.length },
  }
}

/** The header lines of a message, folded ones in one piece, without those that describe the body it had. */
function headOf(beginning: Buffer): string[] {
  const text = beginning.subarray(0, LONGEST_HEAD).toString('latin1')
  const [head = ''] = text.split(/\r?\n\r?\n/, 1)
  return head
    .split(/\r?\n(?![ \t])/)
    .filter((line) => /^[!-9;-~]+:/.test(line) && !OF_THE_BODY.test(nameOf(line)))
}

/** From the empty line below the headers on; all of a message that has none. */
export const bodyOf = (raw: Buffer): Buffer => raw.subarray(Math.max(0, raw.indexOf('\r\n\r\n')))

const nameOf = (line: string) => line.slice(0, line.indexOf(':')).toLowerCase()

function headersOf({ from, to, subject, messageId, headers }: Inbound): string[] {
  const known = { from, to: to.join(', '), subject, 'message-id': messageId, ...headers }
  return Object.entries(known)
    .filter(([name, value]) => value !== '' && /^[!-9;-~]+$/.test(name) && !OF_THE_BODY.test(name))
    .map(([name, value]) => `${name}: ${inAscii(value.replace(/[\r\n\0]+/g, ' '))}`)
}

/** RFC 2047, for what is not plain ASCII; an address beside it stays readable. */
function inAscii(value: string): string {
  return value.replace(
    /[^\s<>@,"]*[^\x20-\x7e][^<>@,"]*/g,
    (words) =>
      `=?utf-8?B?${Buffer.from(words.trimEnd()).toString('base64')}?=${/\s$/.test(words) ? ' ' : ''}`,
  )
}
