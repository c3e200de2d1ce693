import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { type CheckedFiles, checkSequenceFiles } from '../deliveries/check-sequence-files.ts'
import { openSecrets } from '../secrets.ts'
import { filesIn, listSequenceFolders } from '../sequences/load-sequence-files.ts'
import { StartError } from '../start-error.ts'

const USAGE = 'lettercourse sequences check [SLUG…] [--json]'
const ROOT = 'sequences'

/** `sequences check [SLUG…]`: what a start would refuse in the files, and what may not be meant. 1 if it would refuse any. */
export async function sequences([verb, ...args]: string[]): Promise<number> {
  if (verb !== 'check') {
    process.stderr.write(`Usage: ${USAGE}\n`)
    return 2
  }
  const { slugs, json } = await readArgs(args)
  const now = new Date()
  const checked = []
  for (const slug of slugs)
    checked.push({ slug, ...(await checkFiles(slug, await filesIn(join(ROOT, slug)), now)) })
  process.stdout.write(json ? `${JSON.stringify(checked, null, 2)}\n` : checked.map(report).join(''))
  return checked.some(({ problems }) => problems.length > 0) ? 1 : 0
}

/** The check that a start makes, without its database: the key that signs links only has to be some key. */
export function checkFiles(
  slug: string,
  files: ReadonlyMap<string, string>,
  now: Date,
): Promise<CheckedFiles> {
  const context = { config: readConfig(), secrets: openSecrets([randomBytes(32).toString('hex')]) }
  return checkSequenceFiles(context, slug, files, now)
}

function report({ slug, lessons, problems, warnings }: CheckedFiles & { slug: string }): string {
  const line = (what: string) => (each: { file: string; problem: string }) =>
    `${join(ROOT, slug, each.file)}: ${what}${each.problem}\n`
  const good =
    problems.length === 0
      ? [`${join(ROOT, slug)}: ${lessons} ${lessons === 1 ? 'lesson' : 'lessons'}, fine\n`]
      : []
  return [...problems.map(line('')), ...warnings.map(line('please look: ')), ...good].join('')
}

async function readArgs(args: string[]): Promise<{ slugs: string[]; json: boolean }> {
  const { values, positionals } = parse(args)
  const there = await listSequenceFolders(ROOT)
  const unknown = positionals.find((slug) => !there.includes(slug))
  if (unknown !== undefined || there.length === 0)
    throw new StartError(
      there.length === 0
        ? `There is no folder in ${ROOT}; \`lettercourse split FILE --write SLUG\` makes one.`
        : `There is no folder ${join(ROOT, unknown!)}. There are: ${there.join(', ')}.`,
    )
  return { slugs: positionals.length > 0 ? [...new Set(positionals)] : there, json: values.json }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean', default: false } }, allowPositionals: true })
  } catch (error) {
    throw new StartError(`${(error as Error).message.split(/[.\n]/)[0]}; use ${USAGE}.`)
  }
}
