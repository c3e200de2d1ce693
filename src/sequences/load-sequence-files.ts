import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { readSequenceFiles } from './read-sequence-files.ts'
import { type SequenceContent, slug } from './sequence.ts'

/**
 * Reads `sequences/<slug>/`: sequence.yaml and its lessons.
 * Throws a StartError whose sentence names everything wrong and in which file.
 */
export async function loadSequenceFiles(folder: string): Promise<SequenceContent> {
  const { content, problems } = readSequenceFiles(await filesIn(folder))
  if (content) return content
  const wrong = problems.map(({ file, problem }) => `${file}: ${problem}`).join('; ')
  throw new StartError(`${folder} is not right: ${wrong}.`)
}

/** The slugs of all folders under `root`. */
export async function listSequenceFolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory() && slug.safeParse(entry.name).success)
    .map((entry) => entry.name)
    .sort()
}

/** The texts of a folder's Markdown and YAML files by name; what cannot be read is left out. */
export async function filesIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.(?:md|yaml)$/.test(name)).sort()
  const texts = await Promise.all(
    names.map((name) => readFile(join(folder, name), 'utf8').catch(() => undefined)),
  )
  return new Map(names.flatMap((name, i) => (texts[i] === undefined ? [] : [[name, texts[i]] as const])))
}
