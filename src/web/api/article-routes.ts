import { Hono } from 'hono'
import { z } from 'zod'
import { ArticleError } from '../../articles/article.ts'
import { bringArticle } from '../../articles/bring-article.ts'
import { findArticle } from '../../articles/queries.ts'
import { type Cut, cut } from '../../articles/shape.ts'
import { shapeArticle } from '../../articles/shape-article.ts'
import type { Context } from '../../context.ts'
import { articleJson, boundary, newArticle } from './article-json.ts'
import type { ApiContext, ApiEnv } from './routes.ts'

/** /api/v1/articles: bringing an article, and moving where its lessons begin. */
export function articleRoutes(context: Context) {
  const db = context.db.kysely

  async function change(c: ApiContext, id: string, version: number, change: Cut) {
    try {
      const shaped = await shapeArticle(
        db,
        id,
        version,
        (article, shape) => cut(article, shape, change),
        c.var.admin.name,
        context.clock.now(),
      )
      if (shaped.shaped) return c.json(articleJson(shaped.stored))
      if (shaped.because === 'not-found') return notFound(c)
      const error =
        shaped.because === 'is-a-course'
          ? 'The article is a course already; its lessons are edited there.'
          : `${shaped.stored.updatedBy} changed the article since version ${version}; get it and look again.`
      return c.json({ error }, 409)
    } catch (error) {
      return refused(c, error)
    }
  }

  return new Hono<ApiEnv>()
    .post('/articles', async (c) => {
      const body = await readJson(c, newArticle)
      if ('error' in body) return c.json(body, 422)
      const { text, url, ...wish } = body.data
      const brought = text === undefined ? { address: url! } : { text }
      try {
        const id = await bringArticle(db, brought, wish, c.var.admin.name, context.clock.now())
        c.header('location', `/api/v1/articles/${id}`)
        return c.json(articleJson((await findArticle(db, id))!), 201)
      } catch (error) {
        return refused(c, error)
      }
    })
    .get('/articles/:id', async (c) => {
      const stored = await findArticle(db, c.req.param('id'))
      return stored ? c.json(articleJson(stored)) : notFound(c)
    })
    .post('/articles/:id/boundaries', async (c) => {
      const body = await readJson(c, boundary)
      if ('error' in body) return c.json(body, 422)
      const wanted = body.data
      const as: Cut =
        'at' in wanted ? { do: 'begin', at: wanted.at } : { do: 'move', index: wanted.index, to: wanted.to }
      return change(c, c.req.param('id'), wanted.version, as)
    })
    .delete('/articles/:id/boundaries/:index', async (c) => {
      const whole = z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number)
      const index = whole.safeParse(c.req.param('index'))
      const version = whole.safeParse(c.req.query('version'))
      if (!index.success || !version.success)
        return c.json(
          { error: 'Name the boundary by its number and the version you saw: …/boundaries/2?version=1.' },
          422,
        )
      return change(c, c.req.param('id'), version.data, { do: 'join', index: index.data })
    })
}

/** The body as `schema` wants it, or a sentence that names what is wrong in it. */
async function readJson<T>(c: ApiContext, schema: z.ZodType<T>): Promise<{ data: T } | { error: string }> {
  const isJson = /^application\/json\b/i.test(c.req.header('content-type') ?? '')
  const body: unknown = isJson ? await c.req.json().catch(() => undefined) : undefined
  if (body === undefined) return { error: 'Send JSON, with content-type application/json.' }
  const parsed = schema.safeParse(body)
  if (parsed.success) return { data: parsed.data }
  const { path, message } = parsed.error.issues[0]!
  return { error: `${path.length > 0 ? `${path.join('.')}: ` : ''}${message.replace(/\.$/, '')}.` }
}

const notFound = (c: ApiContext) => c.json({ error: 'There is no such article.' }, 404)

function refused(c: ApiContext, error: unknown) {
  if (error instanceof ArticleError) return c.json({ error: error.message }, 422)
  throw error
}
