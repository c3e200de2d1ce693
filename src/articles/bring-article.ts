import type { Kysely } from 'kysely'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import { type Article, ArticleError } from './article.ts'
import { insertArticle, lockArticle, updateArticle } from './queries.ts'
import { articleOf, formatOfName, readArticle } from './read-article.ts'
import { firstShape } from './shape.ts'
import { read, type SplitWish } from './split-article.ts'

/** What an author brings: pasted text, a file or an address. */
export type Brought = { text: string } | { file: { name: string; bytes: Uint8Array } } | { address: string }

/** Reads what was brought, splits it and keeps it. Throws ArticleError. @returns its id */
export async function bringArticle(
  db: Kysely<Schema>,
  brought: Brought,
  wish: SplitWish,
  by: string,
  now: Date,
): Promise<string> {
  const { article, source } = await readBrought(brought)
  const shape = await shallow(() => firstShape(article, wish))
  const id = newId(now)
  await insertArticle(db, { id, source, article, shape }, by, now)
  return id
}

/**
 * Keeps a changed version beside the article that a course was made from, to be looked at. Nothing else changes.
 * Throws ArticleError. @returns false when it is no course
 */
export async function bringChangedArticle(
  db: Kysely<Schema>,
  id: string,
  brought: Brought,
  by: string,
  now: Date,
): Promise<boolean> {
  const changed = await readBrought(brought)
  await shallow(() => read(changed.article))
  return db.transaction().execute(async (trx) => {
    const stored = await lockArticle(trx, id)
    if (!stored?.sequenceId) return false
    await updateArticle(trx, stored, { changed }, by, now)
    return true
  })
}

async function readBrought(brought: Brought): Promise<{ article: Article; source: string }> {
  if ('text' in brought)
    return { article: await shallow(() => articleOf(Buffer.from(brought.text))), source: 'pasted' }
  if ('file' in brought) {
    const { name, bytes } = brought.file
    return { article: await shallow(() => articleOf(bytes, formatOfName(name))), source: name }
  }
  const address = webAddress(brought.address)
  return { article: await shallow(() => readArticle(address, nothing())), source: address }
}

/** Never a path: this machine's files are not an author's to read. */
function webAddress(typed: string): string {
  // As people write them: example.org/article
  const address = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/:?#]|$)/u.test(typed) ? `https://${typed}` : typed
  if (/^https?:\/\//i.test(address) && URL.canParse(address)) return address
  throw new ArticleError(`${typed} is not a web address; it should begin with https://.`)
}

/** An article nested thousands of levels deep ends the call stack; the author is told so. */
async function shallow<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RangeError && error.message.includes('call stack'))) throw error
    throw new ArticleError(
      'The article is nested too deeply to be read; save its text without formatting and bring that.',
    )
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
