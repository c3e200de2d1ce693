import { analyse } from 'chardet'
import { eld } from 'eld/extrasmall'

/** Of the single-byte encodings, those that texts are still found in; the first wins where several say the same. */
const SINGLE = [
  'Windows-1252',
  'ISO-8859-15',
  'Windows-1250',
  'ISO-8859-2',
  'Windows-1251',
  'KOI8-R',
  'ISO-8859-5',
  'Windows-1254',
  'Windows-1253',
  'Windows-1256',
  'Windows-1255',
] as const

/**
 * What bytes that are not UTF-8 are written in. East Asian encodings show in the bytes themselves; the others differ
 * only in which letters come out, so each is tried, and the one that reads most like a language is taken.
 */
export function guessCharset(bytes: Uint8Array): string {
  const shown = analyse(bytes.subarray(0, 10 * SAMPLE))[0]
  if (
    shown &&
    shown.confidence >= 40 &&
    EAST_ASIAN.test(shown.name) &&
    decodeAs(bytes, shown.name) !== undefined
  )
    return shown.name
  const sample = aroundLetters(bytes)
  const scores = SINGLE.map((charset) => {
    const text = decodeAs(sample, charset)
    return { charset, score: text === undefined ? -10 : likeness(text) }
  })
  const [first, ...others] = scores.toSorted((a, b) => b.score - a.score)
  // The fewer letters there are to judge by, the more it takes to believe in anything but the usual.
  const margin = 0.15 / (sample.filter((byte) => byte >= 0x80).length || 1)
  const usual = others.find(({ charset }) => charset === SINGLE[0])
  return usual && usual.score >= first!.score - margin ? usual.charset : first!.charset
}

const SAMPLE = 6000

/** Some of the bytes with the words around those that are not ASCII, since those in between tell nothing. */
function aroundLetters(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  for (let i = 0; i < bytes.length && 120 * parts.length < SAMPLE; i += 1) {
    if (bytes[i]! < 0x80) continue
    parts.push(bytes.subarray(Math.max(0, i - 60), i + 60))
    i += 60
  }
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.from(' ')]))
}

const EAST_ASIAN = /^(?:Shift_JIS|EUC-JP|ISO-2022-JP|GB18030|Big5|EUC-KR)$/

/** How much a text looks like one in some language: its letter groups, less what stands within no word. */
function likeness(text: string): number {
  const scores = eld.detect(text.replace(/[^\p{L}\p{M}\s'’]+/gu, ' ')).getScores()
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0
  return (
    Math.max(0, ...Object.values(scores)) - (2 * (text.match(OUT_OF_PLACE)?.length ?? 0)) / (foreign || 1)
  )
}

/** Control characters, the sign that the euro took the place of, signs between letters, and capitals after small letters. */
const OUT_OF_PLACE =
  /[\x80-\x9f\ufffd¤]|(?<=\p{L})[^\p{L}\p{M}\p{N}\s\p{ASCII}‘’“”«»–—…·](?=\p{L})|\p{Ll}\p{Lu}/gu

/** Bytes as text, or undefined if they are no text in that encoding or nothing is known of it. */
export function decodeAs(bytes: Uint8Array, charset: string): string | undefined {
  try {
    const decoder = new TextDecoder(charset, { fatal: true })
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252'
      ? text.replace(/[\x80-\x9f]/g, (c) => C1.charAt(c.charCodeAt(0) - 0x80))
      : text
  } catch {
    return undefined
  }
}

/** What Windows-1252 has for 80 to 9F, where Node's own decoder leaves control characters. */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
