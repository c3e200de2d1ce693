import { type ParsedMail, simpleParser } from 'mailparser'

const OPTIONS = { skipImageLinks: true, skipTextToHtml: true, skipHtmlToText: true }

/**
 * A raw message parsed. One that the parser refuses (thousands of parts, megabytes of headers) is read by its first
 * headers, and everything below them as text: hard to read, but nothing is lost.
 */
export async function parseMessage(raw: Buffer): Promise<{ mail: ParsedMail; refused: boolean }> {
  try {
    return { mail: await simpleParser(raw, OPTIONS), refused: false }
  } catch {
    return { mail: await simpleParser(withFewHeaders(raw), OPTIONS), refused: true }
  }
}

/** What a reply is tied to a person and a lesson by, and what tells a machine. */
const KEPT =
  /^(from|to|subject|date|message-id|in-reply-to|references|auto-submitted|precedence|list-id|return-path):/i
/** Characters of each. */
const LONGEST_HEADER = 2000
/** Bytes in which headers are looked for. */
const HEAD = 2_000_000

function withFewHeaders(raw: Buffer): Buffer {
  const start = raw.subarray(0, HEAD).toString('latin1')
  const end = /\r?\n\r?\n/.exec(start)
  const head = end ? start.slice(0, end.index) : start
  const headers = head.split(/\r?\n(?![ \t])/).filter((header) => KEPT.test(header))
  const few = [...new Map(headers.map((header) => [header.slice(0, header.indexOf(':')), header])).values()]
  const body = end ? raw.subarray(end.index + end[0].length) : Buffer.alloc(0)
  const lines = few.map((header) => header.replace(/\r?\n[ \t]+/g, ' ').slice(0, LONGEST_HEADER))
  return Buffer.concat([
    Buffer.from(
      `${lines.join('\r\n')}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`,
      'latin1',
    ),
    body,
  ])
}
