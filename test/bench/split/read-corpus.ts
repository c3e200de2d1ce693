import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface CorpusArticle {
  name: string
  markdown: string
}

/** The folder cannot be measured. The message is one sentence with a way out. */
export class CorpusError extends Error {
  override name = 'CorpusError'
}

/** The Markdown articles of a folder, by name. */
export function readCorpus(folder: string): CorpusArticle[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CorpusError(`There is no folder ${folder}; give one that holds Markdown articles.`)
  const names = readdirSync(folder)
    .filter((name) => /\.(?:md|markdown)$/i.test(name))
    .sort()
  if (names.length === 0)
    throw new CorpusError(
      `There is no .md file in ${folder}; give a folder of Markdown articles with headings.`,
    )
  return names.map((name) => ({
    name: name.replace(/\.\w+$/, ''),
    markdown: readFileSync(join(folder, name), 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n'),
  }))
}
