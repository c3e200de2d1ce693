import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ArticleError } from '../articles/article.ts'
import { readArticle } from '../articles/read-article.ts'
import { type Split, splitArticle } from '../articles/split-article.ts'
import { splitJson } from '../articles/split-json.ts'
import { sequenceFiles, writeSequence } from '../articles/write-sequence.ts'

const USAGE = 'lettercourse split FILE|URL|- [--lessons N] [--minutes M] [--json] [--write SLUG]'

/** `split FILE|URL|-`: an article in, a draft course out. Returns the exit code. */
export async function split(args: string[]): Promise<number> {
  try {
    const wish = readWish(args)
    const folder = wish.write && join('sequences', wish.write)
    if (folder && existsSync(folder)) await writeSequence(folder, new Map())
    const article = await readArticle(wish.source, process.stdin)
    const result = splitArticle(article, wish)
    if (folder) await writeSequence(folder, sequenceFiles(result, article.markdown))
    process.stdout.write(
      wish.json ? `${JSON.stringify(splitJson(result), null, 2)}\n` : summary(result, folder),
    )
    return 0
  } catch (error) {
    const tooDeep = error instanceof RangeError && error.message.includes('call stack')
    if (!tooDeep && !(error instanceof ArticleError)) throw error
    const nested =
      'The article is nested too deeply to be read; save its text without formatting and split that.'
    process.stderr.write(`${tooDeep ? nested : error.message}\n`)
    return 1
  }
}

function readWish(args: string[]) {
  const { values, positionals } = parse(args)
  const [source, extra] = positionals
  if (source === undefined) throw new ArticleError(`Say what to split: ${USAGE}.`)
  if (extra !== undefined)
    throw new ArticleError(`Only one article is split at a time, but "${extra}" was given too: ${USAGE}.`)
  if (values.lessons !== undefined && values.minutes !== undefined) {
    throw new ArticleError('Give --lessons or --minutes, not both: each decides how long a lesson is.')
  }
  if (values.write !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(values.write)) {
    throw new ArticleError(
      `"${values.write}" cannot be a course's name; use a-z, 0-9 and single hyphens, such as a-quiet-week.`,
    )
  }
  return {
    source,
    lessons: number('--lessons', values.lessons, /^\d+$/, 1, 200, 'a whole number from 1 to 200'),
    minutes: number('--minutes', values.minutes, /^\d*\.?\d+$/, 0.1, 120, 'a number from 0.1 to 120'),
    json: values.json,
    write: values.write,
  }
}

function parse(args: string[]) {
  const options = {
    lessons: { type: 'string' },
    minutes: { type: 'string' },
    json: { type: 'boolean', default: false },
    write: { type: 'string' },
  } as const
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new ArticleError(`${(error as Error).message.split(/[.\n]/)[0]}; use ${USAGE}.`)
  }
}

function number(
  option: string,
  value: string | undefined,
  shape: RegExp,
  least: number,
  most: number,
  what: string,
) {
  if (value === undefined) return undefined
  const read = Number(value)
  if (!shape.test(value) || read < least || read > most)
    throw new ArticleError(`${option} must be ${what}, not "${value}".`)
  return read
}

function summary(result: Split, folder: string | undefined): string {
  const lines = [
    result.title,
    `${result.lessons.length} ${result.lessons.length === 1 ? 'lesson' : 'lessons'}, ${result.lessons.reduce((sum, { words }) => sum + words, 0)} words`,
    '',
  ]
  for (const [i, { title, words, minutes, prompt, suggested }] of result.lessons.entries()) {
    lines.push(`${String(i + 1).padStart(3)}. ${title}  (${words} words, ${minutes} min)`)
    lines.push(
      prompt === null ? '     no prompt' : `     ${suggested ? 'suggested' : 'its own'} prompt: ${prompt}`,
    )
  }
  if (result.leftOut.length > 0) lines.push('', 'Left out:')
  for (const { text, reason } of result.leftOut)
    lines.push(`  - ${short(text)} (${reason.replace(/\.$/, '')})`)
  if (result.warnings.length > 0)
    lines.push('', 'Please look at:', ...result.warnings.map((warning) => `  - ${warning}`))
  lines.push(
    '',
    folder ? `Written to ${folder}.` : 'Nothing was written; add --write SLUG to make it a course.',
  )
  return `${lines.join('\n')}\n`
}

const short = (text: string) => {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 70 ? line : `${line.slice(0, 69)}…`
}
