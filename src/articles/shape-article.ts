import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import type { Article } from './article.ts'
import { lockArticle, type StoredArticle, updateArticle } from './queries.ts'
import type { Shape } from './shape.ts'

export type Shaped =
  | { shaped: true; stored: StoredArticle }
  /** It is as it was: somebody changed it since `seen`, or it is a course by now, or there is none. */
  | { shaped: false; because: 'changed-meanwhile' | 'is-a-course'; stored: StoredArticle }
  | { shaped: false; because: 'not-found'; stored?: undefined }

/**
 * Changes how an article is cut, by `change`, if nobody changed it since version `seen`. What `change` throws goes on
 * to whoever asked, with nothing changed.
 */
export function shapeArticle(
  db: Kysely<Schema>,
  id: string,
  seen: number,
  change: (article: Article, shape: Shape) => Shape,
  by: string,
  now: Date,
): Promise<Shaped> {
  return db.transaction().execute(async (trx): Promise<Shaped> => {
    const stored = await lockArticle(trx, id)
    if (!stored) return { shaped: false, because: 'not-found' }
    if (stored.sequenceId) return { shaped: false, because: 'is-a-course', stored }
    if (stored.version !== seen) return { shaped: false, because: 'changed-meanwhile', stored }
    const shape = change(stored.article, stored.shape)
    if (shape === stored.shape) return { shaped: true, stored }
    await updateArticle(trx, stored, { shape }, by, now)
    const version = stored.version + 1
    return { shaped: true, stored: { ...stored, shape, version, updatedAt: now, updatedBy: by } }
  })
}
