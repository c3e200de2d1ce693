import { decodeAs } from '../../src/articles/guess-charset.ts'

/** Text as bytes of an encoding of one or two bytes a character, by looking up what the decoder makes of each. */
export function encode(text: string, charset: string): Buffer {
  if (charset === 'ISO-2022-JP') return shifted(text)
  const table = tableOf(charset)
  return Buffer.concat(
    [...text].map((character) => Buffer.from(table.get(character) ?? missing(character, charset))),
  )
}

const tables = new Map<string, Map<string, number[]>>()

function tableOf(charset: string): Map<string, number[]> {
  const known = tables.get(charset)
  if (known) return known
  const table = new Map<string, number[]>()
  const learn = (bytes: number[]) => {
    const text = decodeAs(Uint8Array.from(bytes), charset)
    if (text && [...text].length === 1 && !table.has(text)) table.set(text, bytes)
  }
  for (let byte = 0; byte < 256; byte += 1) learn([byte])
  if (!/^(?:Windows|ISO|KOI8)/.test(charset))
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) learn([lead, trail])
  tables.set(charset, table)
  return table
}

/** EUC-JP without its high bits, between shifts. */
function shifted(text: string): Buffer {
  const plain = encode(text, 'EUC-JP').map((byte) => byte)
  const runs = Buffer.from(plain)
    .toString('latin1')
    .replace(
      /[\x80-\xff]+/g,
      (run) => `\u001b$B${[...run].map((c) => String.fromCharCode(c.charCodeAt(0) & 0x7f)).join('')}\u001b(B`,
    )
  return Buffer.from(runs, 'latin1')
}

function missing(character: string, charset: string): never {
  throw new Error(`${charset} has no ${character}`)
}
