import { z } from 'zod'
import { articleShape, boundary, newArticle, problem } from './article-json.ts'

const json = (schema: z.ZodType, io: 'input' | 'output' = 'output') => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io })
  return { 'application/json': { schema: plain } }
}
const refers = (name: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
})
const article = (description: string) => ({ description, content: refers('Article') })
const refusal = (description: string) => ({ description, content: refers('Problem') })

const REFUSALS = {
  401: refusal('Nobody is signed in.'),
  404: refusal('There is no such article.'),
}
const CHANGE_REFUSALS = {
  ...REFUSALS,
  409: refusal('Somebody changed the article since that version, or it is a course by now.'),
  422: refusal('No lesson can begin there, or the request is not as described.'),
}
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }

/** What the API offers, in OpenAPI 3.1; the schemas are those that requests are checked with. */
export const openApi = (publicUrl: string) => ({
  openapi: '3.1.0',
  info: { title: 'Lettercourse', version: '1', description: 'For admins who are signed in to the studio.' },
  servers: [{ url: publicUrl }],
  security: [{ session: [] }],
  paths: {
    '/api/v1/articles': {
      post: {
        summary: 'Bring an article and split it into lessons',
        requestBody: { required: true, content: json(newArticle, 'input') },
        responses: {
          201: article('The split.'),
          401: REFUSALS[401],
          413: refusal('The request is too large.'),
          422: refusal('The article cannot be read or split, or the request is not as described.'),
        },
      },
    },
    '/api/v1/articles/{id}': {
      get: {
        summary: 'An article as it is cut now',
        parameters: [id],
        responses: { 200: article('The split.'), ...REFUSALS },
      },
    },
    '/api/v1/articles/{id}/boundaries': {
      post: {
        summary: 'Let a lesson begin elsewhere, or one more begin',
        parameters: [id],
        requestBody: { required: true, content: json(boundary, 'input') },
        responses: {
          200: article('The split, of which only the lessons beside it changed.'),
          ...CHANGE_REFUSALS,
        },
      },
    },
    '/api/v1/articles/{id}/boundaries/{index}': {
      delete: {
        summary: 'Join a lesson with the one before it',
        parameters: [
          id,
          {
            name: 'index',
            in: 'path',
            required: true,
            description: 'The lesson to be joined, counted from 0.',
            schema: { type: 'integer', minimum: 1 },
          },
          { name: 'version', in: 'query', required: true, schema: { type: 'integer', minimum: 1 } },
        ],
        responses: { 200: article('The split.'), ...CHANGE_REFUSALS },
      },
    },
  },
  components: {
    schemas: {
      Article: json(articleShape)['application/json'].schema,
      Problem: json(problem)['application/json'].schema,
    },
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName(publicUrl) } },
  },
})

/** As better-auth names it: behind https with a prefix that browsers hold to its word. */
const cookieName = (publicUrl: string) =>
  `${publicUrl.startsWith('https:') ? '__Secure-' : ''}lettercourse.session_token`
