/** The few pieces of Postgres' wire protocol (version 3) that the embedded database needs. */

export interface Message {
  /** One letter, as in the protocol's documentation: 'Q' is a simple query, 'Z' ready for query. */
  type: string
  /** Where the whole message starts and ends in the buffer it was read from. */
  start: number
  end: number
}

/** Splits a buffer into complete messages; what is left after the last `end` is an unfinished one. */
export function* messagesIn(buffer: Buffer): Generator<Message> {
  let start = 0
  while (start + 5 <= buffer.length) {
    const end = start + 1 + buffer.readInt32BE(start + 1)
    if (end > buffer.length) return
    yield { type: String.fromCharCode(buffer[start]!), start, end }
    start = end
  }
}

export function message(type: string, ...parts: (string | number | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map(encode))
  const head = Buffer.alloc(5)
  head.write(type, 0, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

function encode(part: string | number | Buffer): Buffer {
  if (Buffer.isBuffer(part)) return part
  if (typeof part === 'string') return Buffer.from(`${part}\0`)
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(part)
  return bytes
}

/** Reads zero-terminated strings from `offset`: the strings, and where the rest begins. */
export function readStrings(
  buffer: Buffer,
  offset: number,
  count: number,
): { strings: string[]; rest: number } {
  const strings: string[] = []
  let rest = offset
  for (let i = 0; i < count; i++) {
    const zero = buffer.indexOf(0, rest)
    strings.push(buffer.toString('utf8', rest, zero))
    rest = zero + 1
  }
  return { strings, rest }
}
