import { ArticleError } from './article.ts'
import { decodeAs, guessCharset } from './guess-charset.ts'

/**
 * Bytes as text with LF line ends and no byte order mark. `charset` is what the sender says; a page may say it itself.
 * What is said is believed unless the bytes are UTF-8 or are none of what is said; what had to be guessed is a warning.
 * Throws ArticleError for what is no text.
 */
export function decodeText(bytes: Uint8Array, charset?: string): { text: string; warnings: string[] } {
  const kind = MAGIC.find(([start]) => start.every((byte, i) => bytes[i] === byte))?.[1]
  if (kind)
    throw new ArticleError(`It is ${kind}, not a text; give Markdown, HTML, plain text or a .docx file.`)
  const { raw, warnings } = decode(bytes, charset)
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const controls = text.match(/(?!\s)[\p{Cc}\ufffd]/gu)?.length ?? 0
  if (text.includes('\0') || controls > 0.01 * text.length) {
    throw new ArticleError('It is not a text; give Markdown, HTML, plain text or a .docx file.')
  }
  return { text, warnings }
}

const MAGIC: [number[], string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word file'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
  [[0x1f, 0x8b], 'a compressed file'],
]

function decode(bytes: Uint8Array, charset: string | undefined): { raw: string; warnings: string[] } {
  const marked = fromMark(bytes) ?? withoutMark(bytes)
  if (marked !== undefined) return { raw: marked, warnings: [] }
  const said = charset ?? charsetInside(bytes)
  const shifted = ESCAPES.some((shift) => ascii(bytes).includes(shift))
    ? decodeAs(bytes, 'iso-2022-jp')
    : undefined
  const known =
    shifted ?? decodeAs(bytes, 'utf-8') ?? (said === undefined ? undefined : decodeAs(bytes, said))
  if (known !== undefined) return { raw: known, warnings: [] }
  const damaged = new TextDecoder().decode(bytes)
  const lost = damaged.match(/\ufffd/g)?.length ?? 0
  if (lost < 0.05 * (damaged.match(/\P{ASCII}/gu)?.length ?? 0)) {
    return { raw: damaged, warnings: [`${lost} of its characters are damaged; look for \ufffd in the text.`] }
  }
  const guess = guessCharset(bytes)
  return {
    raw: decodeAs(bytes, guess) ?? '\0',
    warnings: [`The text is not UTF-8; it was read as ${guess}, so look for wrong characters.`],
  }
}

/** By the byte order mark. UTF-32 comes first, since its mark begins as that of UTF-16 does. */
function fromMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return utf32(bytes, true)
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return utf32(bytes, false)
  if (a === 0xff && b === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return decodeAs(bytes, 'utf-16be')
  return undefined
}

/** UTF-16 without a mark, by the empty halves of its letters, spaces and line ends. */
function withoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 2000 - (bytes.length % 2))
  const zeros = [0, 1].map((odd) => sample.filter((byte, i) => byte === 0 && i % 2 === odd).length)
  if (bytes.length % 2 === 1 || Math.max(...zeros) < 0.2 * (sample.length / 2) || Math.min(...zeros) > 0)
    return undefined
  return decodeAs(bytes, zeros[1]! > 0 ? 'utf-16le' : 'utf-16be')
}

function utf32(bytes: Uint8Array, little: boolean): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % 4))
  let text = ''
  for (let i = 0; i < view.byteLength; i += 4) {
    const point = view.getUint32(i, little)
    if (point > 0x10ffff) return undefined
    text += String.fromCodePoint(point)
  }
  return text
}

/** What a page says near its beginning that it is written in. */
const charsetInside = (bytes: Uint8Array) =>
  /<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(ascii(bytes))?.[1]

/** The shifts of ISO-2022-JP, which is otherwise plain ASCII and so valid UTF-8. */
const ESCAPES = ['\u001b$@', '\u001b$B']

const ascii = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
