import { alternatives, type Subject } from './wording.ts'

/**
 * A table of subjects: for each the words that show it, parted by |, and then, further in, what is asked. An empty line
 * stands between two subjects. The words are in lower case, as is the text they are looked for in.
 */
export function subjects(strings: TemplateStringsArray): Subject[] {
  return strings.raw[0]!.trim()
    .split(/\n\s*\n/)
    .map((part) => {
      const rows = part.split('\n')
      const asks = rows.filter((row) => /^\s{4}/.test(row)).map((row) => row.trim())
      const words = rows.filter((row) => !/^\s{4}/.test(row)).map((row) => row.trim().replace(/\s*\|$/, ''))
      return {
        words: new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives(words.join(' | '))})(?![\\p{L}\\p{N}])`, 'u'),
        asks,
      }
    })
}
