/** The course's page and its form over HTTP: what is answered, to whom, and what is mailed. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hono } from 'hono'
import { createApp } from '../../../src/app.tsx'
import { newId } from '../../../src/db/new-id.ts'
import { type TestContext, testContext } from '../../support/context.ts'
import { aCourse, aReader } from '../../support/course.ts'
import { solve } from '../../signups/solve.ts'

let context: TestContext
let app: Hono
let course: Awaited<ReturnType<typeof aCourse>>
beforeAll(async () => {
  // A proxy in front, so that each request may say where it comes from.
  context = await testContext({ env: { PUBLIC_URL: 'https://courses.test' } })
  app = createApp(context)
  course = await openCourse()
})
afterAll(() => context.db.close())
beforeEach(() => context.clock.set('2027-03-08T15:00:00Z'))

const db = () => context.db.kysely
async function openCourse(changes: Parameters<typeof aCourse>[1] = {}) {
  const made = await aCourse(context, changes)
  await db()
    .updateTable('sequences')
    .set({ opened_at: context.clock.now() })
    .where('id', '=', made.id)
    .execute()
  return made
}
let people = 0
const somebody = () => `somebody-${++people}@readers.test`
let machines = 0
const somewhere = () => `2001:db8::${++machines}`

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const post = (fields: Record<string, string>, ip = somewhere(), path = '/signups') =>
  app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { 'x-forwarded-for': ip } })
const postJson = (fields: object, ip = somewhere()) =>
  app.request('/signups', {
    method: 'POST',
    body: JSON.stringify({ course: course.slug, timezone: 'Europe/Berlin', ...fields }),
    headers: { 'content-type': 'application/json', 'x-forwarded-for': ip },
  })
async function formOf(slug = course.slug) {
  const html = await (await get(`/courses/${slug}`)).text()
  const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return Object.fromEntries(hidden.map(([, name, value]) => [name!, value!]))
}
const filled = async (email: string) => ({
  ...(await formOf()),
  email,
  timezone: 'Europe/Berlin',
  send_time: '07:00',
})
const wait = (seconds: number) => context.clock.set(new Date(context.clock.now().getTime() + seconds * 1000))
const mailsTo = (email: string) =>
  db().selectFrom('deliveries').selectAll().where('to_address', '=', email).execute()
const challenge = async () => (await (await get(`/courses/${course.slug}/form`)).json()).challenge

test('a course that is not open is not there: no page, no sample, no form, no signup', async () => {
  const closed = await aCourse(context)
  for (const page of ['', '/sample', '/form', '/asked'])
    expect((await get(`/courses/${closed.slug}${page}`)).status, page).toBe(404)
  expect((await postJson({ course: closed.slug, email: somebody() })).status).toBe(422)
  expect((await post({ course: closed.slug, email: somebody() })).status).toBe(404)
})

test('the page says what it is, who writes it, who reads replies, and is found under one address', async () => {
  const other = await openCourse({
    language: 'de',
    accent: '#1f5f4a',
    title: 'Eine <stille> Woche',
    weekdays: [1, 3, 5],
    repliesReadBy: 'Ana und Mo',
    repliesKeptDays: 90,
  })
  const html = await (await get(`/courses/${other.slug}`, { 'accept-language': 'en-US,de-AT;q=0.8' })).text()
  expect(html).toContain('<html lang="de" dir="ltr">')
  expect(html).toContain('Eine &lt;stille&gt; Woche')
  expect(html).toContain('Jeden Tag ein Brief, Montag, Mittwoch und Freitag, zu der Uhrzeit, die du wählst.')
  expect(html).toContain(
    'liest Ana und Mo oder jemand, der damit betraut ist. Keine Maschine antwortet. Es bleibt verschlüsselt gespeichert und wird nach 90 Tagen gelöscht.',
  )
  expect(html).toContain(`<link rel="canonical" href="https://courses.test/courses/${other.slug}"/>`)
  expect(html).toContain('<meta property="og:title" content="Eine &lt;stille&gt; Woche"/>')
  expect(html).toContain('--accent:#1f5f4a')
  expect(html).not.toContain('noindex')
})

test('hours are written as the reader writes them, and posted as HH:MM', async () => {
  const hours = async (language: string) =>
    /<option value="19:00">([^<]+)</.exec(
      await (await get(`/courses/${course.slug}`, { 'accept-language': language })).text(),
    )![1]
  expect(await hours('en-US')).toBe('7:00 pm')
  expect(await hours('en-GB,en-US;q=0.5')).toBe('19:00')
  expect(await hours('fr')).toBe('19:00')
})

test('the first letter is there to read, without anybody’s name and without what only a reader may do', async () => {
  const html = await (await get(`/courses/${course.slug}/sample`)).text()
  expect(html).toContain('Dear friend, this is one.')
  expect(html).toContain('What about one?')
  const stranger = await openCourse({
    lessons: [
      {
        key: 'one',
        subject: '{{ first_name | default: "You" }}, listen',
        preheader: '',
        markdown:
          '# A head\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) [mine]({{ preferences_url }}) day {{ day }}',
        prompt: null,
        waitAtMostDays: null,
      },
    ],
  })
  const theirs = await (await get(`/courses/${stranger.slug}/sample`)).text()
  expect(theirs).not.toMatch(/<script>alert|javascript:/)
  expect(theirs).toContain('day 1')
  expect(theirs.match(/<h1/g)).toHaveLength(1)
})

test('known, unknown, paused by ours, suppressed: the same answer, as a form and as JSON', async () => {
  const known = await aReader(context, course)
  const suppressed = somebody()
  await db()
    .insertInto('suppressions')
    .values({
      address_hash: context.secrets.hashOf(suppressed),
      reason: 'complained',
      suppressed_at: context.clock.now(),
    })
    .execute()
  const answers = []
  for (const email of [known.email, suppressed, somebody()]) {
    const json = await postJson({ email })
    const form = await filled(email)
    wait(5)
    const page = await post(form)
    answers.push([
      json.status,
      await json.text(),
      page.status,
      page.headers.get('location'),
      await page.text(),
    ])
  }
  expect(answers[0]).toEqual([
    202,
    '{"status":"confirmation_sent"}',
    303,
    `/courses/${course.slug}/asked`,
    '',
  ])
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
  expect((await mailsTo(known.email)).map(({ kind }) => kind)).toEqual(['welcome_back', 'welcome_back'])
})

test('the trap looks the same and sends nothing', async () => {
  const email = somebody()
  const form = await filled(email)
  wait(5)
  expect((await post({ ...form, website: 'https://spam.test' })).status).toBe(303)
  expect(await mailsTo(email)).toEqual([])
})

test('a form filled in faster than people read asks for one more press, and takes that', async () => {
  const email = somebody()
  const form = await filled(email)
  wait(1)
  const fast = await post(form)
  expect(fast.status).toBe(422)
  const html = await fast.text()
  expect(html).toContain('please press the button once more')
  expect(html).toContain(`value="${email}"`)
  expect(await mailsTo(email)).toEqual([])
  const opened = /name="opened" value="([^"]+)"/.exec(html)![1]!
  expect((await post({ ...form, opened })).status).toBe(303)
  expect(await mailsTo(email)).toHaveLength(1)
})

test('a proof of work is taken once, also from a fast hand, and a used one says what to do', async () => {
  const [email, other] = [somebody(), somebody()]
  const altcha = solve(await challenge())
  expect((await post({ ...(await filled(email)), altcha })).status).toBe(303)
  const again = await postJson({ email: other, altcha })
  expect(again.status).toBe(422)
  expect((await again.json()).problems.form).toBe(
    'This form has been sent already, or it is too old. Please press the button once more.',
  )
  expect([await mailsTo(email), await mailsTo(other)].map((mails) => mails.length)).toEqual([1, 0])
  expect(
    await db().selectFrom('signups').select('proven').where('email', '=', email).executeTakeFirst(),
  ).toEqual({
    proven: true,
  })
})

test('from one address of the network thirty an hour without a proof, more with one', async () => {
  const ip = somewhere()
  await fillUp(ip, 30)
  const refused = await postJson({ email: somebody() }, ip)
  expect([refused.status, (await refused.json()).error]).toEqual([
    429,
    'There were too many signups from your network just now. Please try again in an hour.',
  ])
  const email = somebody()
  expect((await postJson({ email, altcha: solve(await challenge()) }, ip)).status).toBe(202)
  expect((await postJson({ email: somebody() })).status, 'from elsewhere').toBe(202)
  wait(3601)
  expect((await postJson({ email: somebody() }, ip)).status, 'an hour later').toBe(202)
})

test('many machines taking turns without a proof are held at three hundred an hour', async () => {
  wait(100_000)
  await fillUp(null, 300)
  expect((await postJson({ email: somebody() })).status).toBe(429)
  expect((await postJson({ email: somebody(), altcha: solve(await challenge()) })).status).toBe(202)
})

async function fillUp(ip: string | null, count: number) {
  const now = context.clock.now()
  await db()
    .insertInto('signups')
    .values(
      Array.from({ length: count }, () => ({
        id: newId(now),
        sequence_id: course.id,
        email: somebody(),
        timezone: 'UTC',
        send_time: '08:00',
        consent_wording: '',
        form_version: '',
        requested_at: now,
        requested_ip: ip,
        expires_at: now,
      })),
    )
    .execute()
}

test('a throwaway address is told why not, in one sentence with the way out', async () => {
  const refused = await postJson({ email: 'me@mailinator.com' })
  expect(refused.status).toBe(422)
  expect((await refused.json()).problems.email).toMatch(
    /^Addresses at mailinator\.com .* Please give one that you will still read next week\.$/,
  )
})

test('a slip is asked about, once; a script that does not ask is not asked', async () => {
  wait(200_000)
  const typed = `slip-${++people}@gmial.com`
  const form = await filled(typed)
  wait(5)
  const asked = await post(form)
  expect(asked.status).toBe(422)
  const html = await asked.text()
  expect(html).toContain(`Did you mean ${typed.replace('gmial', 'gmail')}?`)
  const insist = /name="insist" value="([^"]+)"/.exec(html)![1]!
  expect(insist).toBe(typed)
  expect((await post({ ...form, insist })).status, 'they insist').toBe(303)
  expect(await mailsTo(typed)).toHaveLength(1)
  expect((await post({ ...form, use: typed.replace('gmial', 'gmail') })).status, 'they take it').toBe(303)
  expect(await mailsTo(typed.replace('gmial', 'gmail'))).toHaveLength(1)
  expect((await postJson({ email: `slip-${++people}@gmial.com` })).status).toBe(202)
})

test('what is wrong is said beside its field and above the form, and what was filled in stays', async () => {
  const refused = await post({
    course: course.slug,
    email: 'nobody',
    timezone: 'Mars/Base',
    first_name: 'Ruth',
    send_time: '7',
  })
  const html = await refused.text()
  expect(refused.status).toBe(422)
  expect(html).toMatch(/role="alert" id="problems" tabindex="-1" autofocus=""/i)
  for (const field of ['email', 'timezone', 'send_time']) {
    expect(html).toContain(`href="#${field}"`)
    expect(html).toMatch(
      new RegExp(`id="${field}"[^>]*aria-invalid="true" aria-describedby="${field}-error"`),
    )
  }
  expect(html).toContain('value="Ruth"')
})

test('a form may come from any site, and nothing but the form', async () => {
  for (const path of [`/courses/${course.slug}/form`, '/signups']) {
    const preflight = await app.request(path, { method: 'OPTIONS', headers: { origin: 'https://blog.test' } })
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
    expect(preflight.headers.get('access-control-allow-credentials')).toBe(null)
  }
  const form = await get(`/courses/${course.slug}/form`)
  expect(form.headers.get('access-control-allow-origin')).toBe('*')
  expect((await postJson({ email: somebody() })).headers.get('access-control-allow-origin')).toBe('*')
  for (const path of ['/', `/courses/${course.slug}`, `/courses/${course.slug}/asked`]) {
    const page = await get(path)
    expect(page.headers.get('access-control-allow-origin'), path).toBe(null)
    expect(page.headers.get('content-security-policy') ?? '', path).toMatch(/frame-ancestors 'self'|^$/)
  }
})
