import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringArticle, bringChangedArticle } from '../../src/articles/bring-article.ts'
import { findArticle, listArticles } from '../../src/articles/queries.ts'
import { cut, nameLessons } from '../../src/articles/shape.ts'
import { shapeArticle } from '../../src/articles/shape-article.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())
const now = new Date('2027-03-08T15:00:00Z')
const bring = (brought: Parameters<typeof bringArticle>[1], wish = {}) =>
  bringArticle(db.kysely, brought, wish, 'Laurie', now)
const get = async (id: string) => (await findArticle(db.kysely, id))!

const words = 'Warm the pot before anything else, and wait for as long as it takes. '
const tea = `# Tea\n\n## Water\n\n${words.repeat(12)}\n\n## Milk\n\n${words.repeat(12)}\n`

test('a pasted text is kept with how it is split', async () => {
  const stored = await get(await bring({ text: tea }, { lessons: 2 }))
  expect(stored).toMatchObject({ source: 'pasted', version: 1, broughtBy: 'Laurie', sequenceId: null })
  expect(stored.article.markdown).toBe(tea)
  expect(stored.shape).toMatchObject({ title: 'Tea', wish: { lessons: 2 } })
  expect(stored.shape.lessons.map(({ title }) => title)).toEqual(['Water', 'Milk'])
  expect((await listArticles(db.kysely))[0]).toMatchObject({ title: 'Tea', lessons: 2, updated_by: 'Laurie' })
})

test('a file is read by its name and by what it is', async () => {
  const docx = readFileSync(new URL('./letter.docx', import.meta.url))
  const stored = await get(await bring({ file: { name: 'letter.docx', bytes: docx } }))
  expect(stored.source).toBe('letter.docx')
  expect(stored.shape.lessons.length).toBeGreaterThan(0)
  await expect(bring({ file: { name: 'a.pdf', bytes: Buffer.from('%PDF') } })).rejects.toThrow(/\.pdf files/)
  await expect(bring({ file: { name: 'a.docx', bytes: Buffer.from('no zip') } })).rejects.toThrow(/Word/)
  await expect(bring({ file: { name: 'a.txt', bytes: Buffer.from([0, 1, 2, 0]) } })).rejects.toThrow(
    /not a text/,
  )
})

test('an address is one of the web, never one of this machine or a file on it', async () => {
  const file = path.join(tmpdir(), `bring-${process.pid}.md`)
  writeFileSync(file, tea)
  for (const address of [file, `file://${file}`, './package.json', '-', 'ftp://example.org'])
    await expect(bring({ address })).rejects.toThrow(/is not a web address/)
  await expect(bring({ address: 'http://127.0.0.1:1/' })).rejects.toThrow(/not on the public internet/)
  await expect(bring({ address: '127.0.0.1' })).rejects.toThrow(/not on the public internet/)
})

test('nothing is kept of what cannot be split, and a sentence says why', async () => {
  const before = (await listArticles(db.kysely)).length
  for (const text of ['', ' \n ', '# Only a title', '# A title\n\n## And another'])
    await expect(bring({ text })).rejects.toMatchObject({ name: 'ArticleError' })
  await expect(bring({ text: `${'> '.repeat(6000)}deep` })).rejects.toThrow(/nested too deeply|levels|deep/)
  expect(await listArticles(db.kysely)).toHaveLength(before)
})

test('half a surrogate pair and a null character do not stop an article from being kept, and no place moves', async () => {
  const odd = tea.replace('Warm', 'Wa\ud83dm')
  const stored = await get(await bring({ text: odd }))
  expect(stored.article.markdown).toHaveLength(odd.length)
  const shaped = await shapeArticle(
    db.kysely,
    stored.id,
    1,
    (article, shape) =>
      nameLessons(article, shape, new Map([[shape.lessons[0]!.start, { title: 'A\0b', prompt: null }]])),
    'Laurie',
    now,
  )
  expect(shaped.shaped).toBe(true)
  expect((await get(stored.id)).shape.lessons[0]!.title).toBe('A\ufffdb')
})

test('of two who change one version, one is told, and each change is a version', async () => {
  const id = await bring({ text: tea }, { lessons: 2 })
  const join = (by: string) =>
    shapeArticle(db.kysely, id, 1, (article, shape) => cut(article, shape, { do: 'join', index: 1 }), by, now)
  const both = await Promise.all([join('Laurie'), join('Mo')])
  const told = both.find(({ shaped }) => !shaped)!
  const done = both.find(({ shaped }) => shaped)!
  expect(done.stored).toMatchObject({ version: 2 })
  expect(told).toMatchObject({ because: 'changed-meanwhile', stored: { version: 2 } })
  expect(told.stored!.updatedBy).toBe(done.stored!.updatedBy)
  expect((await get(id)).shape.lessons).toHaveLength(1)
  expect((await shapeArticle(db.kysely, 'x', 1, (_, shape) => shape, 'Mo', now)).shaped).toBe(false)
})

test('a changed version is brought only for a course', async () => {
  const id = await bring({ text: tea })
  expect(await bringChangedArticle(db.kysely, id, { text: tea }, 'Mo', now)).toBe(false)
  expect((await get(id)).changed).toBeUndefined()
})
