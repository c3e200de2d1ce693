/** The page behind the link in the mail: what confirms, what does not, and what is said afterwards. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../../src/app.tsx'
import { claimAllDue } from '../../../src/enrollments/claim-due-lessons.ts'
import { type TestContext, testContext } from '../../support/context.ts'
import { aCourse } from '../../support/course.ts'

let context: TestContext
let app: Hono
let course: Awaited<ReturnType<typeof aCourse>>
beforeAll(async () => {
  context = await testContext()
  app = createApp(context)
  course = await aCourse(context, { firstLesson: 'next_send_time' })
  await setOpen(true)
})
afterAll(() => context.db.close())
beforeEach(() => context.clock.set('2027-03-08T15:00:00Z'))

const db = () => context.db.kysely
const setOpen = (open: boolean) =>
  db()
    .updateTable('sequences')
    .set({ opened_at: open ? context.clock.now() : null })
    .where('id', '=', course.id)
    .execute()
let people = 0
async function aSignup() {
  const email = `confirming-${++people}@readers.test`
  await app.request('/signups', {
    method: 'POST',
    body: JSON.stringify({ course: course.slug, email, timezone: 'Europe/Berlin', send_time: '07:00' }),
    headers: { 'content-type': 'application/json' },
  })
  const { id } = await db()
    .selectFrom('signups')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return { id, email, path: `/signups/${context.secrets.token('confirmation', id)}/confirmation` }
}
const isConfirmed = async (id: string) =>
  (await db().selectFrom('signups').select('confirmed_at').where('id', '=', id).executeTakeFirstOrThrow())
    .confirmed_at !== null
const press = (path: string, body: Record<string, string> = { from: 'page', begin: 'yes' }) =>
  app.request(path, { method: 'POST', body: new URLSearchParams(body) })
const later = (days: number) => context.clock.set(new Date(context.clock.now().getTime() + days * 86_400_000))

test('opening the link, or asking for its head, confirms nothing and shows one button', async () => {
  const { id, path } = await aSignup()
  for (const method of ['GET', 'HEAD', 'GET']) expect((await app.request(path, { method })).status).toBe(200)
  const html = await (await app.request(path)).text()
  expect(html.match(/<button/g)).toHaveLength(1)
  expect(html).not.toContain('<script')
  expect(await isConfirmed(id)).toBe(false)
})

test('a scanner that submits the form it found has not pressed the button', async () => {
  const { id, path } = await aSignup()
  const hidden = Object.fromEntries(
    [...(await (await app.request(path)).text()).matchAll(/type="hidden" name="(\w+)" value="(\w+)"/g)].map(
      ([, name, value]) => [name!, value!],
    ),
  )
  const answer = await press(path, hidden)
  expect(await answer.text()).toContain('That did not come from the button.')
  expect(await isConfirmed(id)).toBe(false)
  await press(path)
  expect(await isConfirmed(id)).toBe(true)
})

test('the page after says when the first letter comes and what lets it arrive; a second press says so kindly', async () => {
  const { id, path } = await aSignup()
  const first = await (await press(path)).text()
  expect(first).toContain('The first letter comes tomorrow, Tuesday, at 7:00.')
  expect(first).toContain(context.config.mailFrom.address)
  for (const program of ['Gmail', 'Apple Mail', 'Outlook', 'Yahoo']) expect(first).toContain(program)
  const { confirmed_at } = (await db()
    .selectFrom('signups')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst())!
  later(1)
  await claimAllDue(context, context.clock.now())
  const second = await (await press(path)).text()
  expect(second).toContain('You had said yes already')
  expect(second).toContain('The next letter comes tomorrow, Wednesday, at 7:00.')
  expect(
    (await db().selectFrom('signups').selectAll().where('id', '=', id).executeTakeFirst())!.confirmed_at,
  ).toEqual(confirmed_at)
})

test('after a week the link is over, and its button sends a new one to the same mailbox', async () => {
  const { id, email, path } = await aSignup()
  later(7)
  expect((await press(path)).status).toBe(410)
  expect(await isConfirmed(id)).toBe(false)
  const page = await app.request(path)
  expect(page.status).toBe(410)
  expect(await page.text()).toContain('Send me a new link')
  const renewed = await press(path.replace('confirmation', 'renewal'), {})
  expect([renewed.status, renewed.headers.get('location')]).toEqual([303, `/courses/${course.slug}/asked`])
  const mails = await db().selectFrom('deliveries').selectAll().where('to_address', '=', email).execute()
  expect(mails.map(({ kind }) => kind)).toEqual(['confirmation', 'confirmation'])
  const signups = await db()
    .selectFrom('signups')
    .selectAll()
    .where('email', '=', email)
    .orderBy('requested_at')
    .execute()
  expect(signups[1]).toMatchObject({ send_time: '07:00', timezone: 'Europe/Berlin', confirmed_at: null })
  for (let i = 0; i < 5; i++) await press(path.replace('confirmation', 'renewal'), {})
  const all = await db().selectFrom('deliveries').selectAll().where('to_address', '=', email).execute()
  expect(all, 'three an hour').toHaveLength(4)
})

test('a course that has closed meanwhile keeps its word to who had the link, and sends no new one', async () => {
  const [{ id, path }, expired] = [await aSignup(), await aSignup()]
  await setOpen(false)
  await press(path)
  expect(await isConfirmed(id)).toBe(true)
  later(8)
  expect((await press(expired.path.replace('confirmation', 'renewal'), {})).status).toBe(409)
  await setOpen(true)
})

test('a link nobody was sent says where to go, in the reader’s language', async () => {
  const answer = await app.request('/signups/aaaaaaaaaaaaaaaaaaaaaaaaaa/confirmation', {
    headers: { 'accept-language': 'de-AT' },
  })
  expect([answer.status, (await answer.text()).includes('Dieser Link funktioniert nicht')]).toEqual([
    404,
    true,
  ])
  expect((await press('/signups/nonsense/confirmation')).status).toBe(404)
  expect((await press('/signups/nonsense/renewal')).status).toBe(404)
})
