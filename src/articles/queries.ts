/** Every statement on articles. */
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Schema } from '../db/schema.ts'
import type { Article } from './article.ts'
import type { Shape } from './shape.ts'

type Db = Kysely<Schema>

/** An article as it was brought, and as it stands. */
export interface StoredArticle {
  id: string
  source: string
  article: Article
  shape: Shape
  version: number
  /** The course it became. */
  sequenceId: string | null
  /** A changed version that somebody brought in and looks at. */
  changed: { article: Article; source: string } | undefined
  broughtAt: Date
  broughtBy: string
  updatedAt: Date
  updatedBy: string
}

export async function insertArticle(
  db: Db,
  row: { id: string; source: string; article: Article; shape: Shape },
  by: string,
  now: Date,
): Promise<void> {
  const { id, source } = row
  const made = { brought_at: now, brought_by: by, updated_at: now, updated_by: by }
  await db
    .insertInto('articles')
    .values({ id, source, article: json(row.article), split: json(row.shape), version: 1, ...made })
    .execute()
}

export async function findArticle(db: Db, id: string): Promise<StoredArticle | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toStored(row)
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockArticle(trx: Db, id: string): Promise<StoredArticle | undefined> {
  if (!isId(id)) return undefined
  const row = await trx.selectFrom('articles').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toStored(row)
}

/** Writes what changed, as the next version. */
export async function updateArticle(
  trx: Db,
  { id, version }: StoredArticle,
  change: {
    article?: Article
    shape?: Shape
    sequenceId?: string
    changed?: StoredArticle['changed'] | null
  },
  by: string,
  now: Date,
): Promise<void> {
  const { article, shape, sequenceId, changed } = change
  await trx
    .updateTable('articles')
    .set({
      version: version + 1,
      updated_at: now,
      updated_by: by,
      ...(article && { article: json(article) }),
      ...(shape && { split: json(shape) }),
      ...(sequenceId && { sequence_id: sequenceId }),
      ...(changed !== undefined && {
        changed: changed && json(changed.article),
        changed_source: changed?.source ?? null,
      }),
    })
    .where('id', '=', id)
    .execute()
}

/** The article a course was made from. */
export async function findArticleOf(db: Db, sequenceId: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('articles').select('id').where('sequence_id', '=', sequenceId).executeTakeFirst()
}

/** Those that are no course yet, the last touched first. */
export async function listArticles(db: Db) {
  return db
    .selectFrom('articles')
    .select(['id', 'source', 'updated_at', 'updated_by'])
    .select(sql<string>`split->>'title'`.as('title'))
    .select(sql<number>`jsonb_array_length(split->'lessons')`.as('lessons'))
    .where('sequence_id', 'is', null)
    .orderBy('updated_at', 'desc')
    .execute()
}

/** Throws an article away, unless it is a course. */
export async function deleteArticle(db: Db, id: string): Promise<void> {
  if (isId(id))
    await db.deleteFrom('articles').where('id', '=', id).where('sequence_id', 'is', null).execute()
}

/** Lets go of a changed version that was being looked at. */
export async function discardChanged(db: Db, id: string): Promise<void> {
  await db.updateTable('articles').set({ changed: null, changed_source: null }).where('id', '=', id).execute()
}

const toStored = (row: Selectable<Schema['articles']>): StoredArticle => ({
  id: row.id,
  source: row.source,
  article: row.article as Article,
  shape: row.split as Shape,
  version: row.version,
  sequenceId: row.sequence_id,
  changed: row.changed ? { article: row.changed as Article, source: row.changed_source ?? '' } : undefined,
  broughtAt: row.brought_at,
  broughtBy: row.brought_by,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
})

const isId = (id: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** Half a surrogate pair or a null character is no text to Postgres; one sign in its place keeps every offset. */
const json = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'string'
      ? part.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      : part,
  )
