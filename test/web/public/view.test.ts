import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../../src/app.tsx'
import { linksOf } from '../../../src/deliveries/outgoing-mail.ts'
import { claimAllDue } from '../../../src/enrollments/claim-due-lessons.ts'
import { type TestContext, testContext } from '../../support/context.ts'
import { aCourse, aReader, lessons } from '../../support/course.ts'

let context: TestContext
let app: ReturnType<typeof createApp>
let deliveries: { id: string; subscriber_id: string | null }[]

beforeAll(async () => {
  context = await testContext()
  app = createApp(context)
  context.clock.set('2027-01-12T10:00:00Z')
  const written = lessons('one', 'two')
  written[1]!.markdown = 'Your page is [here]({{ preferences_url }}), and {{ unsubscribe_url }} stops it.'
  await aReader(context, await aCourse(context, { lessons: written, language: 'de' }))
  await claimAllDue(context, context.clock.now())
  context.clock.set('2027-01-13T07:00:00Z')
  await claimAllDue(context, context.clock.now())
  deliveries = await context.db.kysely
    .selectFrom('deliveries')
    .select(['id', 'subscriber_id'])
    .where('kind', '=', 'lesson')
    .orderBy('id')
    .execute()
})
afterAll(() => context.db.close())

const pathOf = (id: string) => new URL(linksOf(context.config, context.secrets, { id }).viewUrl).pathname
const get = (id: string) => app.request(pathOf(id))

test('A letter is shown as it was sent, and every address of its reader’s own leads to the page that asks for a link', async () => {
  const answer = await get(deliveries[1]!.id)
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(html).toContain('Lesson two')
  expect(html).toContain('Tag 2 von 2')
  for (const { id } of deliveries) {
    const { replyTo: _, ...links } = linksOf(context.config, context.secrets, { id })
    for (const url of Object.values(links)) expect(html).not.toContain(url.split('/').at(-1)!)
  }
  const own = [...html.matchAll(/href="([^"]*)"/g)]
    .map(([, url]) => url!)
    .filter((url) => !url.includes('findahelpline'))
  expect(own).toHaveLength(8)
  for (const url of own) expect(url).toMatch(/^http:\/\/localhost:1\/me([?#]\w+)?$/)
})

test('It runs nothing, is not kept, not indexed, and tells no other site its address', async () => {
  const { headers } = await get(deliveries[0]!.id)
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('content-security-policy')).not.toContain('script-src')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-robots-tag')).toContain('noindex')
})

test('After 90 days, and when the reader took the links back, it says so and leads on', async () => {
  const { id, subscriber_id } = deliveries[0]!
  context.clock.set('2027-04-12T09:00:00Z')
  expect((await get(id)).status).toBe(200)
  context.clock.set('2027-04-12T11:00:00Z')
  const gone = await get(id)
  expect(gone.status).toBe(404)
  expect(await gone.text()).toContain('Dieser Brief lässt sich hier nicht mehr ansehen')
  context.clock.set('2027-01-14T10:00:00Z')
  expect((await get(id)).status).toBe(200)
  await context.db.kysely
    .updateTable('subscribers')
    .set({ links_valid_from: new Date('2027-01-12T12:00:00Z') })
    .where('id', '=', subscriber_id!)
    .execute()
  expect((await get(id)).status).toBe(404)
  expect((await get(deliveries[1]!.id)).status).toBe(200)
  expect((await app.request('/view/nonsense')).status).toBe(404)
  expect((await app.request(`/view/${'a'.repeat(26)}`)).status).toBe(404)
})
