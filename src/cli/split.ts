import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Article, ArticleError } from '../articles/article.ts'
import { readArticle } from '../articles/read-article.ts'
import { type Split, splitArticle } from '../articles/split-article.ts'
import { splitJson } from '../articles/split-json.ts'
import { sequenceFiles, writeSequence } from '../articles/write-sequence.ts'
import { readWish, type Wish } from './read-wish.ts'
import { checkFiles } from './sequences.ts'
import { splitChanges } from './split-changes.ts'
import { splitSummary } from './split-summary.ts'

/** `split FILE|URL|-`: an article in, a draft course out. Returns the exit code. */
export async function split(args: string[]): Promise<number> {
  try {
    const wish = readWish(args)
    const article = await saying(`Reading ${wish.source} …`, readArticle(wish.source, process.stdin))
    if (article.markdown.length > LONG)
      process.stderr.write('It is as long as a book; splitting takes a moment …\n')
    const folder = wish.write && join('sequences', wish.write)
    if (folder && existsSync(folder)) return await refuse(folder, article, wish)
    const result = splitArticle(article, wish)
    if (folder) await write(folder, wish.write!, article, result)
    process.stdout.write(
      wish.json ? `${JSON.stringify(splitJson(result), null, 2)}\n` : splitSummary(article, result, folder),
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

/** Characters; about fifty thousand words, and two seconds. */
const LONG = 300_000

/** The result, with a word on stderr if it takes longer than two seconds. */
async function saying<T>(words: string, result: Promise<T>): Promise<T> {
  const timer = setTimeout(() => process.stderr.write(`${words}\n`), 2000)
  return await result.finally(() => clearTimeout(timer))
}

/** A folder that is there is left as it is; what the article would change in it is shown. */
async function refuse(folder: string, article: Article, { write, json }: Wish): Promise<number> {
  process.stderr.write(
    `${folder} is there already and is not overwritten; choose another name than ${write} or remove the folder first.\n`,
  )
  if (!json) process.stdout.write(await splitChanges(folder, article))
  return 1
}

/** Nothing is written that a start would refuse. */
async function write(folder: string, slug: string, article: Article, result: Split): Promise<void> {
  const files = sequenceFiles(result, article.markdown)
  const { problems } = await checkFiles(slug, files, new Date())
  const [first] = problems
  if (first)
    throw new ArticleError(
      `${folder} was not written, as it could not be published (${first.file}: ${first.problem}${problems.length > 1 ? `; and ${problems.length - 1} more` : ''}); choose how long a lesson is with --lessons or --minutes.`,
    )
  await writeSequence(folder, files)
}
