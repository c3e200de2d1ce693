import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Part = 'dev' | 'held-out'
export const PARTS: Part[] = ['dev', 'held-out']
export const LANGUAGES = ['en', 'de', 'es']

/** One sentence as a reader might write it, and whether a person should see it first. */
export interface Labelled {
  part: Part
  language: string
  care: boolean
  /** What it tells of, or what kind of harmless thing it is: "suicide", "hyperbole". */
  category: string
  text: string
}

/**
 * The labelled sentences, all of them written for this: `<part>/<language>.txt`, one a line under a heading such as
 * `[care: suicide]` or `[not: hyperbole]`. `\n` stands for a line break.
 */
export function readSentences(): Labelled[] {
  return PARTS.flatMap((part) => LANGUAGES.flatMap((language) => readFile(part, language)))
}

function readFile(part: Part, language: string): Labelled[] {
  let [care, category] = [false, '']
  const sentences: Labelled[] = []
  for (const line of readFileSync(join(import.meta.dirname, part, `${language}.txt`), 'utf8').split('\n')) {
    const heading = /^\[(care|not): (.+)\]$/.exec(line)
    if (heading) [care, category] = [heading[1] === 'care', heading[2]!]
    else if (line && !line.startsWith('#'))
      sentences.push({ part, language, care, category, text: line.replaceAll('\\n', '\n') })
  }
  return sentences
}
