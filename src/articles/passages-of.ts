/** The paragraphs of a text or of Markdown as they stand in it: set apart by empty lines or, without any, its lines. */
export function passagesOf(text: string): string[] {
  const spaced = /\S[^\n]*\n[^\S\n]*\n\s*\S/.test(text)
  return text
    .split(spaced ? /\n(?:[^\S\n]*\n)+/ : '\n')
    .map((passage) => passage.trim())
    .filter((passage) => /[\p{L}\p{N}]/u.test(passage))
}
