/** What the API takes and gives for articles: checked on the way in, and described at /api/openapi.json. */
import { z } from 'zod'
import { placesIn } from '../../articles/places.ts'
import type { StoredArticle } from '../../articles/queries.ts'
import { read } from '../../articles/split-article.ts'
import { splitJson } from '../../articles/split-json.ts'
import { isOneWish, ONE_WISH, splitWish } from '../../articles/split-wish.ts'

const offset = z
  .number()
  .int()
  .min(0)
  .meta({ description: 'A place in the article’s Markdown, in UTF-16 units.' })
const version = z
  .number()
  .int()
  .min(1)
  .meta({ description: 'The version that was seen; 409 when it is not the latest.' })

export const newArticle = z
  .strictObject({
    ...splitWish.shape,
    text: z.string().optional().meta({ description: 'Markdown, HTML or plain text.' }),
    url: z.string().max(2000).optional().meta({ description: 'Where it is published: http or https.' }),
  })
  .refine(
    ({ text, url }) => (text === undefined) !== (url === undefined),
    'give the article as text or as url, one of the two',
  )
  .refine(isOneWish, ONE_WISH)

export const boundary = z.union(
  [
    z.strictObject({
      version,
      index: z.number().int().min(0).meta({ description: 'The lesson to begin elsewhere, counted from 0.' }),
      to: offset,
    }),
    z.strictObject({ version, at: offset }),
  ],
  'give version, index and to, to move a boundary, or version and at, to add one',
)

export const articleShape = z.object({
  id: z.string(),
  version,
  title: z.string(),
  lessons: z.array(
    z.object({
      title: z.string(),
      body: z.string().meta({ description: 'Markdown.' }),
      prompt: z.string().nullable(),
      suggested: z.boolean().meta({ description: 'The prompt is not a question of the article’s own.' }),
      alternatives: z.array(z.string()),
      words: z.number().int(),
      minutes: z.number(),
      start: offset,
    }),
  ),
  left_out: z.array(z.object({ text: z.string(), reason: z.string() })),
  warnings: z.array(z.string()),
  places: z
    .array(z.object({ offset, text: z.string() }))
    .meta({ description: 'Where a lesson may begin, and with which words.' }),
})

export type ArticleJson = z.infer<typeof articleShape>

export const problem = z.object({ error: z.string().meta({ description: 'One sentence with a way out.' }) })

export function articleJson({ id, version, article, shape }: StoredArticle): ArticleJson {
  const split = splitJson(shape)
  return {
    id,
    version,
    ...split,
    lessons: split.lessons.map((lesson, i) => ({ ...lesson, start: shape.lessons[i]!.start })),
    places: placesIn(read(article).blocks),
  }
}
