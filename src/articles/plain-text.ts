import type { FoundHeading } from './article.ts'
import { findHeadings, looksLikeTitle } from './find-headings.ts'
import { BULLET, NUMBERED, paragraphsOf, SCENE_BREAK } from './paragraphs.ts'

/**
 * Text without markup as Markdown that says the same: lone short lines that are headings by the evidence become some,
 * bullets become lists, and what Markdown would misread is escaped. The first line is the title if it looks like one.
 */
export function plainTextToMarkdown(text: string): { markdown: string; headings: FoundHeading[] } {
  const paragraphs = paragraphsOf(text)
  const headings = findHeadings(paragraphs)
  const markdown = paragraphs
    .map((paragraph, i) => {
      if (i === 0 && paragraphs.length > 1 && looksLikeTitle(paragraph))
        return `# ${escapeInline(paragraph.text)}`
      if (headings.has(i)) return `${marksFor(paragraph.text)} ${escapeInline(paragraph.text)}`
      // A backslash keeps the line break of a verse; a list needs none.
      return paragraph.lines.map(lineToMarkdown).join(paragraph.kind === 'verse' ? '\\\n' : '\n')
    })
    .join('\n\n')
  return { markdown, headings: [...headings.values()] }
}

/** "2.1 Wool" stands under "2. Warmth". */
const marksFor = (text: string) =>
  '#'.repeat(Math.min(6, 2 + (/^\d+((?:\.\d+)*)/.exec(text)?.[1]?.match(/\./g)?.length ?? 0)))

function lineToMarkdown(line: string): string {
  if (SCENE_BREAK.test(line)) return '---'
  if (BULLET.test(line)) return `- ${escapeInline(line.slice(2).trim())}`
  if (NUMBERED.test(line))
    return line.replace(/^(\d+[.)]\s+|\S+\s+)(.*)$/, (_, number, rest) => number + escapeInline(rest))
  return escapeInline(line)
    .replace(/^(#{1,6}(?=\s|$)|>|\+(?=\s)|[-=](?=[-=\s]*$)|~~~)/, '\\$1')
    .replace(/^(\d{3,9})([.)]\s)/, '$1\\$2')
}

/** Only what would be read as markup: lone stars and underscores inside words stay as they are typed. */
export function escapeInline(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => `\\${mark}`)
    .replace(/\[(?=[^\][]{0,999}\])|<(?=[a-z/!?])|&(?=#?\w+;)/gi, (mark) => `\\${mark}`)
}
