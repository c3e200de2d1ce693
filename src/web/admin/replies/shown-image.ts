/** Pictures a browser draws without running anything in them. SVG is a document, and is not among them. */
const BEGINNINGS: Record<string, RegExp> = {
  'image/png': /^89504e470d0a1a0a/,
  'image/jpeg': /^ffd8ff/,
  'image/gif': /^47494638(37|39)61/,
  'image/webp': /^52494646.{8}57454250/,
}

/** @param type as the message says; of replies kept earlier it may be no text at all */
export const isShownAsImage = (type: unknown): boolean =>
  typeof type === 'string' && Object.hasOwn(BEGINNINGS, type.toLowerCase())

/** What the bytes are, whatever the message says they are; undefined for all that is not such a picture. */
export function imageTypeOf(content: Buffer): string | undefined {
  const start = content.toString('hex', 0, 16)
  return Object.keys(BEGINNINGS).find((type) => BEGINNINGS[type]!.test(start))
}
