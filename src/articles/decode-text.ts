import { ArticleError } from './article.ts'

/** Bytes as text with LF line ends and no byte order mark. What is not UTF-8 is read as Windows-1252, as browsers do. */
export function decodeText(bytes: Uint8Array, charset?: string): { text: string; warnings: string[] } {
  const { raw, warnings } = decode(bytes, charset)
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (text.includes('\0')) {
    throw new ArticleError('It is not a text; give Markdown, HTML, plain text or a .docx file.')
  }
  return { text, warnings }
}

function decode(bytes: Uint8Array, charset: string | undefined): { raw: string; warnings: string[] } {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  try {
    return { raw: new TextDecoder(marked ?? charset ?? 'utf-8', { fatal: true }).decode(bytes), warnings: [] }
  } catch {
    const warning = 'The text is not UTF-8; it was read as Windows-1252, so look for wrong characters.'
    return { raw: new TextDecoder('windows-1252').decode(bytes), warnings: [warning] }
  }
}
