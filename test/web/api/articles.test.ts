import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../../src/app.tsx'
import { openStudio, type Studio } from '../admin/studio-for-tests.ts'

let studio: Studio
let app: Hono
let cookie: string
beforeAll(async () => {
  studio = await openStudio()
  app = createApp(studio.context)
  cookie = await studio.signUp('Laurie', 'laurie@example.org')
})
afterAll(() => studio.context.db.close())

const words = (of: string) =>
  `The ${of} wants a ${of} that is slow, and a ${of} that is warm. `.repeat(9).trim()
const text = `# On tea\n\n${['Kettle', 'Leaf', 'Pot'].map((title) => `## ${title}\n\n${words(title)}\n\nThen rest, ${title}.`).join('\n\n')}\n`

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await app.request(`/api/v1${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: answer.status, json: (await answer.json()) as Answer, headers: answer.headers }
}
interface Answer {
  id: string
  version: number
  title: string
  lessons: { title: string; body: string; start: number; words: number }[]
  places: { offset: number; text: string }[]
  left_out: unknown[]
  error: string
}

test('an article is split as the command splits it, and read again', async () => {
  const { status, json, headers } = await ask('POST', '/articles', { text, lessons: 3 })
  expect(status).toBe(201)
  expect(headers.get('location')).toBe(`/api/v1/articles/${json.id}`)
  expect(Object.keys(json).sort()).toEqual(
    ['id', 'left_out', 'lessons', 'places', 'title', 'version', 'warnings'].sort(),
  )
  expect(Object.keys(json.lessons[0]!).sort()).toEqual(
    ['alternatives', 'body', 'minutes', 'prompt', 'start', 'suggested', 'title', 'words'].sort(),
  )
  expect(json).toMatchObject({ title: 'On tea', version: 1 })
  expect(json.lessons.map(({ title }) => title)).toEqual(['Kettle', 'Leaf', 'Pot'])
  for (const { start } of json.lessons) expect(json.places.map(({ offset }) => offset)).toContain(start)
  expect((await ask('GET', `/articles/${json.id}`)).json).toEqual(json)
})

test('a boundary is moved, added and removed; only the lessons beside it change', async () => {
  const { json: first } = await ask('POST', '/articles', { text, lessons: 3 })
  const at = `/articles/${first.id}/boundaries`
  const to = first.places.find(({ text }) => text === 'Then rest, Leaf.')!.offset
  const moved = await ask('POST', at, { version: 1, index: 2, to })
  expect(moved.json).toMatchObject({ version: 2 })
  expect(moved.json.lessons[0]).toEqual(first.lessons[0])
  expect(moved.json.lessons[2]).toMatchObject({ start: to })
  expect(moved.json.lessons[1]!.words + moved.json.lessons[2]!.words).toBe(
    first.lessons[1]!.words + first.lessons[2]!.words,
  )
  const stale = await ask('POST', at, { version: 1, at: first.lessons[2]!.start })
  expect([stale.status, stale.json.error]).toEqual([409, expect.stringContaining('since version 1')])
  const added = await ask('POST', at, { version: 2, at: first.lessons[2]!.start })
  expect(added.json.lessons).toHaveLength(4)
  expect((await ask('DELETE', `${at}/3?version=2`)).status).toBe(409)
  const removed = await ask('DELETE', `${at}/3?version=3`)
  expect(removed.json.lessons.map(({ start }) => start)).toEqual(moved.json.lessons.map(({ start }) => start))
  expect((await ask('GET', `/articles/${first.id}`)).json).toEqual(removed.json)
})

test('what is asked wrongly is answered in a sentence', async () => {
  const { json } = await ask('POST', '/articles', { text })
  const at = `/articles/${json.id}/boundaries`
  const asked: [string, string, unknown, number, RegExp][] = [
    ['POST', '/articles', {}, 422, /text or as url/],
    ['POST', '/articles', { text, url: 'https://example.org' }, 422, /one of the two/],
    ['POST', '/articles', { text, lessons: 2, minutes: 2 }, 422, /not both/],
    ['POST', '/articles', { text, lessons: 0 }, 422, /lessons: the number of lessons must be/],
    ['POST', '/articles', { text, lesson: 3 }, 422, /lesson/],
    ['POST', '/articles', { text: '' }, 422, /empty/],
    ['POST', '/articles', { text: 7 }, 422, /text/],
    ['POST', '/articles', { url: 'http://127.0.0.1:1/' }, 422, /not on the public internet/],
    ['POST', '/articles', { url: '/etc/hostname' }, 422, /web address/],
    ['POST', '/articles', '{ not json', 422, /Send JSON/],
    ['POST', '/articles', '[]', 422, /./],
    ['POST', '/articles', { text: `Half a \ud83d. ${words('pair')}` }, 201, /^$/],
    ['POST', at, { version: 1, index: 0, to: 3 }, 422, /There is no boundary|No lesson|first/],
    ['POST', at, { version: 1, at: 1 }, 422, /No lesson can begin there/],
    ['POST', at, { version: 1 }, 422, /version, index and to/],
    ['DELETE', `${at}/1`, undefined, 422, /version you saw/],
    ['DELETE', `${at}/999?version=1`, undefined, 422, /none before it/],
    ['GET', '/articles/not-an-id', undefined, 404, /no such article/],
    ['GET', '/nowhere', undefined, 404, /openapi/],
  ]
  for (const [method, path, body, status, error] of asked) {
    const answer = await ask(method, path, body)
    expect([path, body, answer.status]).toEqual([path, body, status])
    expect(answer.json.error ?? '').toMatch(error)
  }
  expect((await ask('POST', '/articles', 'x'.repeat(33_000_000))).status).toBe(413)
})

test('only somebody signed in, on a page of ours, is answered', async () => {
  const stranger = await ask('POST', '/articles', { text }, { cookie: '' })
  expect([stranger.status, stranger.json.error]).toEqual([401, expect.stringContaining('Sign in')])
  expect((await ask('GET', '/articles/x', undefined, { cookie: '' })).status).toBe(401)
  const elsewhere = await ask('POST', '/articles', { text }, { origin: 'https://elsewhere.example' })
  expect([elsewhere.status, elsewhere.json.error]).toEqual([403, expect.any(String)])
  const here = new URL(studio.context.config.publicUrl).origin
  expect((await ask('POST', '/articles', { text }, { origin: here })).status).toBe(201)
})

test('the description names exactly what there is, and the cookie it asks for', async () => {
  const document = (await (await app.request('/api/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, Record<string, unknown>>
    components: { securitySchemes: { session: { name: string } }; schemas: Record<string, Described> }
  }
  expect(document.openapi).toBe('3.1.0')
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const routes = app.routes
    .filter(({ path, method }) => path.startsWith('/api/v1/articles') && method !== 'ALL')
    .map(({ path, method }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect(described.sort()).toEqual([...new Set(routes)].sort())
  expect(cookie).toContain(`${document.components.securitySchemes.session.name}=`)
  const { json } = await ask('POST', '/articles', { text })
  expect(Object.keys(json).sort()).toEqual([...document.components.schemas.Article!.required].sort())
})
interface Described {
  required: string[]
}
