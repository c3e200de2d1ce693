import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAdminLink } from '../../../src/admins/make-admin-link.ts'
import { cookieOf, openStudio, PASSWORD, pathOf, type Studio } from './studio-for-tests.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.context.db.close())

const link = async (email?: string, now = new Date()) =>
  pathOf(await makeAdminLink(studio.context, { email, now }))
const admins = () => studio.context.db.kysely.selectFrom('admin_users').select(['name', 'email']).execute()

test('the first link makes the first account: looking changes nothing, and it works once', async () => {
  const first = await link()
  for (let look = 0; look < 3; look += 1) {
    const page = await studio.get(first)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Make your account')
  }
  expect(await admins()).toEqual([])

  const short = await studio.post(first, {
    name: 'Laurie',
    email: 'laurie@example.org',
    password: 'too short',
  })
  expect(short.status).toBe(422)
  expect(await short.text()).toContain('at least 12 characters')

  const made = await studio.post(first, { name: 'Laurie', email: 'Laurie@Example.org', password: PASSWORD })
  expect(made.status).toBe(303)
  expect(made.headers.get('location')).toBe('/admin')
  expect(made.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/)
  expect(await admins()).toEqual([{ name: 'Laurie', email: 'laurie@example.org' }])
  expect((await studio.get('/admin', cookieOf(made))).status).toBe(200)

  const again = await studio.post(first, { name: 'Eve', email: 'eve@example.org', password: PASSWORD })
  expect(again.status).toBe(410)
  expect(await again.text()).toContain('used already')
  expect((await studio.get(first)).status).toBe(410)
  expect(await admins()).toHaveLength(1)
})

test('two presses at once use a link once', async () => {
  const path = await link()
  const answers = await Promise.all([studio.post(path, {}), studio.post(path, {})])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
})

test('later a link without a name signs the first admin in, and one with an e-mail makes that account only', async () => {
  const unnamed = await link()
  expect(await (await studio.get(unnamed)).text()).toContain('Sign in as Laurie')
  const signedIn = await studio.post(unnamed, {})
  expect((await studio.get('/admin', cookieOf(signedIn))).status).toBe(200)

  const named = await link('Mo@example.org')
  expect(await (await studio.get(named)).text()).toContain('value="mo@example.org"')
  await studio.post(named, { name: 'Mo', email: 'other@example.org', password: PASSWORD })
  expect(await admins()).toContainEqual({ name: 'Mo', email: 'mo@example.org' })
})

test('an expired link, and one that never was, say so and show the way out', async () => {
  const expired = await link(undefined, new Date(Date.now() - 3_600_001))
  const page = await studio.get(expired)
  expect(page.status).toBe(410)
  expect(await page.text()).toMatch(/has expired.*admin create/)
  expect((await studio.post(expired, {})).status).toBe(410)
  expect((await studio.get('/admin/sign-in/link/nothing')).status).toBe(410)
})

test('only the hash of a link is kept', async () => {
  const token = (await link()).split('/').at(-1)!
  const rows = await studio.context.db.kysely.selectFrom('admin_links').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(rows.every((row) => row.token_hash.length === 32)).toBe(true)
})

test('who is not signed in is asked to, and gets where they wanted to go', async () => {
  const turned = await studio.get('/admin/readers?search=ann')
  expect(turned.status).toBe(303)
  expect(turned.headers.get('location')).toBe('/admin/sign-in?to=%2Fadmin%2Freaders%3Fsearch%3Dann')
  const to = '/admin/readers?search=ann'
  const signedIn = await studio.post('/admin/sign-in', {
    email: 'laurie@example.org',
    password: PASSWORD,
    to,
  })
  expect(signedIn.status).toBe(303)
  expect(signedIn.headers.get('location')).toBe(to)
  const cookie = cookieOf(signedIn)
  expect((await studio.get(to, cookie)).status).toBe(200)

  const out = await studio.post('/admin/sign-out', {}, cookie)
  expect(out.headers.get('location')).toBe('/admin/sign-in')
  expect((await studio.get(to, cookie)).status).toBe(303)
})

test.each(['https://evil.example/', '//evil.example', '/admin/../..//evil', '/admin\\@evil', '/other'])(
  'a way back to %s is not taken',
  async (to) => {
    const signedIn = await studio.post('/admin/sign-in', {
      email: 'laurie@example.org',
      password: PASSWORD,
      to,
    })
    expect(signedIn.headers.get('location')).toBe('/admin')
  },
)

test('what a signed-out person posts is kept on the page', async () => {
  const page = await studio.post('/admin/sequences/a/lessons/b', { markdown: 'an <hour> of "writing"' })
  expect(page.status).toBe(401)
  expect(await page.text()).toContain('value="an &lt;hour&gt; of &quot;writing&quot;"')
})

test('posts from other sites are refused', async () => {
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ]) {
    expect((await studio.post('/admin/sign-out', {}, undefined, headers)).status).toBe(403)
    expect((await studio.post(await link(), {}, undefined, headers)).status).toBe(403)
  }
})

test('a wrong password and an unknown address get the same sentence, and many tries are stopped', async () => {
  const tries = [
    { email: 'laurie@example.org', password: 'not the password' },
    { email: 'nobody@example.org', password: 'not the password' },
  ]
  const pages = []
  for (const form of tries) {
    const answer = await studio.post('/admin/sign-in', form)
    expect(answer.status).toBe(401)
    pages.push((await answer.text()).replace(form.email, ''))
  }
  expect(pages[0]).toContain('do not belong together')
  expect(pages[0]).toBe(pages[1])
  let last = 401
  for (let attempt = 0; attempt < 12 && last === 401; attempt += 1)
    last = (await studio.post('/admin/sign-in', tries[0]!)).status
  expect(last).toBe(429)
})
