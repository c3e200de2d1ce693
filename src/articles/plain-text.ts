/**
 * Text without markup as Markdown that says the same: lone short lines become headings, bullets become lists, and
 * what Markdown would misread is escaped. The first line is the title if it looks like one.
 */
export function plainTextToMarkdown(text: string): string {
  const chunks = text
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').trim())
    .join('\n')
    .split(hasBlankLines(text) ? /\n{2,}/ : /\n+/)
    .map((chunk) => chunk.trim())
    .filter(Boolean)
  return chunks
    .map((chunk, i) => {
      if (i === 0 && chunks.length > 1 && looksLikeTitle(chunk)) return `# ${escapeInline(chunk)}`
      if (looksLikeHeading(chunk, chunks[i + 1])) return `## ${escapeInline(chunk)}`
      return chunk.split('\n').map(lineToMarkdown).join('\n')
    })
    .join('\n\n')
}

/** One line a paragraph, as pasted from some editors, or paragraphs set apart by empty lines. */
const hasBlankLines = (text: string) => /\S[^\n]*\n[ \t]*\n/.test(text)

function looksLikeTitle(chunk: string): boolean {
  return !chunk.includes('\n') && chunk.length <= 120 && !/[.,;:]$/.test(chunk) && !BULLET.test(chunk)
}

/** A short line by itself that is not a sentence and has text after it that is longer. */
function looksLikeHeading(chunk: string, next: string | undefined): boolean {
  if (next === undefined || chunk.includes('\n') || chunk.length > 90 || BULLET.test(chunk)) return false
  if (/(?<!\.)[.,;:]$|["”»]$/.test(chunk.replace(/(?:…|\.{3})$/, ''))) return false
  const numbered = NUMBERED.test(chunk)
  if (numbered && NUMBERED.test(next) && next.length <= 90) return false
  const words = chunk.split(/\s+/).length
  return words <= 14 && next.length > chunk.length && (numbered || !/[?!]$/.test(chunk) || next.length > 90)
}

const NUMBERED = /^\d{1,2}[.)]\s/
const BULLET = /^(?:[-*•‣◦–]\s)/

function lineToMarkdown(line: string): string {
  if (BULLET.test(line)) return `- ${escapeInline(line.slice(2).trim())}`
  if (NUMBERED.test(line))
    return line.replace(/^(\d+[.)]\s+)(.*)$/, (_, number, rest) => number + escapeInline(rest))
  return escapeInline(line)
    .replace(/^(#{1,6}(?=\s|$)|>|\+(?=\s)|[-=](?=[-=\s]*$)|~~~)/, '\\$1')
    .replace(/^(\d{3,9})([.)]\s)/, '$1\\$2')
}

/** Only what would be read as markup: lone stars and underscores inside words stay as they are typed. */
export function escapeInline(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => `\\${mark}`)
    .replace(/\[(?=[^\]]*\])|<(?=[a-z/!?])|&(?=#?\w+;)/gi, (mark) => `\\${mark}`)
}
