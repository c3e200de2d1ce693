/** From a pasted article to an open course, without a script, and everything that can go wrong on the way. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Article } from '../../../src/articles/article.ts'
import { findArticle, insertArticle } from '../../../src/articles/queries.ts'
import { firstShape } from '../../../src/articles/shape.ts'
import { createApp } from '../../../src/app.tsx'
import { newId } from '../../../src/db/new-id.ts'
import { findSequence, getRevision } from '../../../src/sequences/queries.ts'
import { buttonOf, pageForm } from './page-form.ts'
import { openStudio, type Studio, unescaped } from './studio-for-tests.ts'

let studio: Studio
let laurie: string
let mo: string
let app: Hono
beforeAll(async () => {
  studio = await openStudio()
  laurie = await studio.signUp('Laurie', 'laurie@example.org')
  mo = await studio.signUp('Mo', 'mo@example.org')
  app = createApp(studio.context)
})
afterAll(() => studio.context.db.close())

const words = (of: string) =>
  `The ${of} wants a ${of} that is slow, and a ${of} that is warm. `.repeat(12).trim()
const tea = `# On tea

## Water

${words('kettle')}

What do you listen for?

## Leaves

${words('leaf')}

${words('pot')}

## Milk & {{ honey }}

- ${words('cow')}
- ${words('bee')}
`
const NEW = '/admin/articles'
const html = async (path: string, as = laurie) => unescaped(await raw(path, as))
const raw = async (path: string, as = laurie) => (await studio.get(path, as)).text()
const locationOf = (answer: Response) => answer.headers.get('location')!
const bring = async (text: string, more: Record<string, string> = {}) => {
  const form = { ...pageForm(await raw(`${NEW}/new`), { action: NEW }), text, ...more }
  return studio.post(NEW, form, laurie)
}
const shapeForm = async (path: string, as = laurie) => pageForm(await raw(path, as), { id: 'shape' })
const press = async (path: string, button: string, as = laurie) => {
  const page = await raw(path, as)
  return studio.post(path, { ...pageForm(page, { id: 'shape' }), do: buttonOf(page, button)! }, as)
}
const fieldOf = (form: Record<string, string>, kind: string, place: number) =>
  Object.keys(form).filter((name) => name.startsWith(`${kind}-`))[place]!

test('a pasted article is split, and the whole of it is on one page', async () => {
  const answer = await bring(tea, { lessons: '3' })
  expect(answer.status).toBe(303)
  const page = await html(locationOf(answer))
  expect(page).toMatch(/<h1>On tea<\/h1>/)
  for (const of of ['kettle', 'leaf', 'pot', 'cow', 'bee']) expect(page).toContain(words(of))
  expect(page).toContain('What do you listen for? <small class="muted">from the article</small>')
  expect(page).toMatch(/All \d+ passages of the article are here: \d+ in lessons, in order; .*1 left out/)
  expect(page).toContain('It is the title of the course.')
  expect(page).toMatch(/3 lessons, [\d,]+ words\. The line is the length you wished for/)
  expect(await html(NEW)).toMatch(/On tea<\/a>.*3 lessons · pasted · last changed by Laurie/s)
})

test('mistakes stand in a sentence beside the field, and nothing typed is lost', async () => {
  const none = await bring('')
  expect(none.status).toBe(422)
  expect(await none.text()).toContain('There is no article yet: paste it, choose a file or give its address.')
  const inside = await bring('', { address: 'http://127.0.0.1:1/secret', minutes: '3' })
  const page = unescaped(await inside.text())
  expect([inside.status, page]).toEqual([422, expect.stringContaining('not on the public internet')])
  expect(page).toContain('value="http://127.0.0.1:1/secret"')
  expect(page).toContain('value="3"')
  const two = unescaped(await (await bring(tea, { address: 'https://example.org' })).text())
  expect(two).toContain('Bring one article at a time')
  expect(two).toContain(words('kettle'))
  const wish = unescaped(await (await bring(tea, { lessons: '0.5' })).text())
  expect(wish).toContain('The number of lessons must be a whole number from 1 to 200.')
  expect(wish).toContain(words('bee'))
  const form = new FormData()
  form.append('file', new File([new Uint8Array([0, 1, 2, 0, 255])], 'a.txt'))
  const rubbish = await upload(form)
  expect([rubbish.status, await rubbish.text()]).toEqual([422, expect.stringContaining('It is not a text')])
})

test('a file larger than 20 MB is refused with a sentence, and by nobody read for a stranger', async () => {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(22_000_000)], 'a.docx'))
  const answer = await upload(form)
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('larger than 20 MB')])
  const stranger = await upload(form, '')
  expect([stranger.status, await stranger.text()]).toEqual([
    401,
    expect.stringContaining('You are signed out'),
  ])
  // Any other form of the studio stays small.
  const large = await studio.post('/admin/sign-in', { email: 'x'.repeat(1_100_000) })
  expect(large.status).toBe(413)
})

async function upload(form: FormData, as = laurie) {
  const { origin } = new URL(studio.context.config.publicUrl)
  const request = new Request(`http://localhost${NEW}`, { method: 'POST', body: form })
  const body = Buffer.from(await request.arrayBuffer())
  return studio.app.request(NEW, {
    method: 'POST',
    body,
    headers: {
      origin,
      cookie: as,
      'content-type': request.headers.get('content-type')!,
      'content-length': String(body.length),
    },
  })
}

test('boundaries are moved, added and removed by buttons that carry what was typed', async () => {
  const path = locationOf(await bring(tea, { lessons: '3' }))
  const form = await shapeForm(path)
  const first = fieldOf(form, 'title', 0)
  const page = await raw(path)
  const typed = { ...form, [first]: 'Water, first', do: buttonOf(page, 'later-3')! }
  const moved = await studio.post(path, typed, laurie)
  expect(locationOf(moved)).toBe(`${path}#lesson-3`)
  const after = await html(path)
  expect(after).toContain('Water, first</textarea>')
  expect(after).toMatch(/id="lesson-3"(?:(?!id="lesson-).)*The bee wants/s)
  expect(after).not.toMatch(/id="lesson-3".*The cow wants/s)
  expect(locationOf(await press(path, 'join-3'))).toBe(`${path}#lesson-2`)
  expect(await html(path)).toContain('2 lessons,')
  const place = /id="(begin-\d+)"/.exec(await raw(path))![1]!
  expect(locationOf(await press(path, place))).toMatch(/#lesson-\d$/)
  expect(await html(path)).toContain('3 lessons,')
  const nowhere = await studio.post(path, { ...(await shapeForm(path)), do: 'begin 7' }, laurie)
  expect([nowhere.status, await nowhere.text()]).toEqual([
    422,
    expect.stringContaining('No lesson can begin there'),
  ])
})

test('titles and questions are chosen or written; a title cannot be empty', async () => {
  const path = locationOf(await bring(tea, { lessons: '3' }))
  const form = await shapeForm(path)
  const [title, choice, own] = ['title', 'choice', 'words'].map((kind) => fieldOf(form, kind, 1))
  const wrong = await studio.post(path, { ...form, [title!]: ' ' }, laurie)
  expect([wrong.status, await wrong.text()]).toEqual([
    422,
    expect.stringContaining('The lesson needs a title'),
  ])
  const words = {
    [choice!]: 'words',
    [own!]: 'Which leaf\r\nwould you be?',
    [fieldOf(form, 'choice', 2)]: 'nothing',
  }
  expect(locationOf(await studio.post(path, { ...form, ...words }, laurie))).toBe(`${path}?saved`)
  const saved = await shapeForm(path)
  expect(saved[own!]).toBe('Which leaf would you be?')
  expect(saved[choice!]).toBe('words')
  expect(saved[fieldOf(form, 'choice', 2)]).toBe('nothing')
  const offered = await studio.post(path, { ...saved, [choice!]: form[choice!]! }, laurie)
  expect(offered.status).toBe(303)
  expect((await shapeForm(path))[choice!]).toBe(form[choice!])
})

test('of two who shape it at once the second is told, and what they typed is still there', async () => {
  const path = locationOf(await bring(tea, { lessons: '3' }))
  const [hers, his] = [await shapeForm(path), await shapeForm(path, mo)]
  const [first, third] = [fieldOf(hers, 'title', 0), fieldOf(hers, 'title', 2)]
  await studio.post(path, { ...hers, [first]: 'Laurie’s title' }, laurie)
  await press(path, 'later-3')
  const second = await studio.post(
    path,
    { ...his, [fieldOf(his, 'title', 1)]: 'Mo’s title', [third]: 'Gone' },
    mo,
  )
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(unescaped(page)).toContain('Laurie changed this article meanwhile')
  expect(unescaped(page)).toContain('No lesson begins any more where you had “Gone”.')
  const again = pageForm(page, { id: 'shape' })
  expect(again[first]).toBe('Laurie’s title')
  expect((await studio.post(path, again, mo)).status).toBe(303)
  const both = await html(path)
  expect(both).toContain('Laurie’s title')
  expect(both).toContain('Mo’s title')
})

test('splitting again says what is lost, and throwing away is for good', async () => {
  const path = locationOf(await bring(tea, { lessons: '3' }))
  expect(await html(path)).not.toContain('lose those changes')
  await press(path, 'join-2')
  const page = await raw(path)
  expect(page).toContain('Split it again and lose those changes')
  const form = pageForm(page, { action: `${path}/split` })
  const wrong = await studio.post(`${path}/split`, { ...form, lessons: '2', minutes: '2' }, laurie)
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('not both')])
  await studio.post(`${path}/split`, { ...form, lessons: '2', minutes: '' }, laurie)
  expect(await html(path)).toContain('2 lessons,')
  const stale = await studio.post(`${path}/split`, { ...form, lessons: '3', minutes: '' }, mo)
  expect(stale.status).toBe(409)
  expect(locationOf(await studio.post(`${path}/delete`, {}, laurie))).toBe(`${NEW}?gone`)
  expect((await studio.get(path, laurie)).status).toBe(404)
})

test('what may be no heading is marked, and what does not add up is said instead of the proof', async () => {
  const db = studio.context.db.kysely
  const { article } = (await findArticle(
    db,
    locationOf(await bring(tea))
      .split('/')
      .at(-1)!,
  ))!
  const show = async (changed: Article, lessons?: number) => {
    const id = newId(new Date())
    const shape = firstShape(changed, { lessons })
    await insertArticle(db, { id, source: 'pasted', article: changed, shape }, 'Laurie', new Date())
    return html(`${NEW}/${id}`)
  }
  const markdown = `${article.markdown}\n\n### Honey\n\n${words('bee')}`
  const found = (confidence: number) => ({
    ...article,
    markdown,
    headings: [{ text: 'Honey', confidence, because: ['a short line'] }],
  })
  const title = />Honey<\/textarea>.*This title was taken for a heading/s
  expect(await show(found(0.6))).toMatch(title)
  expect(await show(found(0.8))).not.toMatch(title)
  const inside = /Taken for a heading\. If it is none.*<h4>Honey<\/h4>/s
  expect(await show(found(0.6), 1)).toMatch(inside)
  expect(await show(found(0.8), 1)).not.toMatch(inside)
  const lost = await show({ ...article, passages: [...article.passages, 'Somebody stole this one.'] })
  expect(lost).toMatch(/do not add up.*Missing: Somebody stole this one\./s)
  expect(lost).not.toContain('are here:')
})

test('looking at any of its pages changes nothing', async () => {
  const path = locationOf(await bring(tea, { lessons: '3' }))
  const { pool } = studio.context.db
  const everything = async () =>
    (await pool.query('select to_jsonb(a)::text as row from articles a order by id')).rows
  const before = await everything()
  for (const page of [NEW, `${NEW}/new`, path, `${path}/course`, `${path}/changes`])
    for (const method of ['GET', 'HEAD'])
      await studio.app.request(page, { method, headers: { cookie: laurie } })
  expect(await everything()).toEqual(before)
})

test('an article with hostile markup is shown as text', async () => {
  const evil = `# <script>alert(1)</script>\n\n${words('kettle')} <img src=x onerror=alert(1)>\n\n[x](javascript:alert(1))\n\n${words('leaf')}`
  const page = await raw(locationOf(await bring(evil, { lessons: '2' })))
  expect(page).not.toMatch(/<script>alert|onerror=alert\(1\)>|href="javascript/)
})

test('it becomes a course that nobody sees until it is opened, and closes again', async () => {
  const path = locationOf(await bring(tea, { lessons: '3' }))
  const going = await studio.post(path, { ...(await shapeForm(path)), do: 'course' }, laurie)
  const at = locationOf(going)
  expect(at).toBe(`${path}/course`)
  const form = pageForm(await raw(at), { action: at })
  expect(form).toMatchObject({ slug: 'on-tea', title: 'On tea', sendTime: '08:00', senderName: 'Laurie' })
  const weekdays = ['1', '2', '3', '4', '5']
  const post = (change: object) => studio.post(at, { ...form, weekdays, ...change } as never, laurie)
  const wrong = await post({ slug: 'On Tea', senderName: '' })
  const problems = await wrong.text()
  expect([wrong.status, problems]).toEqual([422, expect.stringContaining('only a-z, 0-9 and single hyphens')])
  const late = await post({ version: '99' })
  expect([late.status, await late.text()]).toEqual([
    409,
    expect.stringContaining('changed the article meanwhile'),
  ])

  const made = await post({ slug: 'tea-course' })
  expect([made.status, locationOf(made)]).toEqual([303, '/admin/sequences/tea-course?made'])
  const db = studio.context.db.kysely
  const sequence = (await findSequence(db, 'tea-course'))!
  const revision = await getRevision(db, sequence.published_revision_id!)
  expect(revision).toMatchObject({ number: 1, weekdays: [1, 2, 3, 4, 5], title: 'On tea' })
  expect(revision.lessons.map(({ key, subject }) => [key, subject])).toEqual([
    ['water', 'Water'],
    ['leaves', 'Leaves'],
    ['milk-honey', 'Milk & {% raw %}{{{% endraw %} honey }}'],
  ])
  expect(revision.lessons[0]!.markdown).toMatch(/^The kettle wants/)

  expect(sequence.opened_at).toBeNull()
  expect((await app.request('/courses/tea-course')).status).toBe(404)
  expect((await app.request('/courses/tea-course/asked')).status).toBe(404)
  const join = (course: string) =>
    app.request('/signups', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        course,
        email: 'ann@example.org',
        timezone: 'Europe/Berlin',
        send_time: '08:00',
      }),
    })
  expect((await join('tea-course')).status).toBe(422)
  expect(await (await app.request('/')).text()).not.toContain('On tea')
  expect(await html('/admin')).toContain('not open for sign-ups')
  expect(await html('/admin/sequences/tea-course/lessons/water')).toContain('The kettle wants')

  const course = '/admin/sequences/tea-course'
  expect(locationOf(await studio.post(`${course}/open`, {}, laurie))).toBe(`${course}?opened`)
  expect((await app.request('/courses/tea-course')).status).toBe(200)
  expect((await join('tea-course')).status).toBe(202)
  await studio.post(`${course}/close`, {}, laurie)
  expect((await app.request('/courses/tea-course')).status).toBe(404)
  expect(await html(course)).toContain('Not open yet')

  // The article is the course now: its page leads there, and it is not shaped or thrown away any more.
  expect(locationOf(await studio.get(path, laurie))).toBe(course)
  expect((await studio.post(path, { version: '2', do: 'join 1' }, laurie)).status).toBe(303)
  await studio.post(`${path}/delete`, {}, laurie)
  expect(locationOf(await studio.get(path, laurie))).toBe(course)

  const other = locationOf(await bring(tea))
  const again = pageForm(await raw(`${other}/course`), { action: `${other}/course` })
  expect(again.slug).toBe('on-tea')
  const taken = await studio.post(`${other}/course`, { ...again, weekdays, slug: 'tea-course' }, laurie)
  expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining('choose another address')])
})

test('a lesson that no mail can carry keeps an article from becoming a course', async () => {
  const path = locationOf(await bring(`# Long\n\n${`${words('kettle')}\n\n`.repeat(130)}`, { lessons: '1' }))
  const form = pageForm(await raw(`${path}/course`), { action: `${path}/course` })
  const answer = await studio.post(`${path}/course`, { ...form, weekdays: ['1'] }, laurie)
  expect([answer.status, unescaped(await answer.text())]).toEqual([
    422,
    expect.stringMatching(/#lesson-1.*(Gmail cuts off|longer than 60,000)/s),
  ])
})
