import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { answerReply } from '../../../src/replies/answer-reply.ts'
import { readMessage } from '../../../src/replies/read-message.ts'
import { readReply } from '../../../src/replies/read-reply.ts'
import { type TestContext, testContext } from '../../support/context.ts'
import { aCourse, aReader, lessons } from '../../support/course.ts'
import { deliveriesTo, dumpOf, liveUntil, pagesOf, type Reader } from '../../support/reader-page.ts'

let context: TestContext
let pages: ReturnType<typeof pagesOf>
let reader: Reader
let page: string
let letter: Awaited<ReturnType<typeof deliveriesTo>>[number]

beforeAll(async () => {
  context = await testContext()
  pages = pagesOf(context)
})
afterAll(() => context.db.close())
beforeEach(async () => {
  context.clock.set('2027-01-12T10:00:00Z')
  const written = lessons('one', 'two', 'three')
  written[1]!.waitAtMostDays = 5
  const course = await aCourse(context, {
    lessons: written,
    repliesReadBy: 'Ana and Lou',
    repliesKeptDays: 90,
  })
  reader = await aReader(context, course)
  await liveUntil(context, '2027-01-12T10:00:00Z')
  letter = (await deliveriesTo(context, reader.id))[0]!
  page = pages.pathOf(pages.links(letter.id).answerUrl)
})

const nonceOf = (html: string) => /name="nonce" value="([^"]+)"/.exec(html)![1]!
const replies = () =>
  context.db.kysely.selectFrom('replies').selectAll().where('delivery_id', '=', letter.id).execute()

test('the page has the question, who reads, for how long it is kept, the limit and a helpline', async () => {
  const html = await (await pages.get(page)).text()
  for (const words of [
    'What about one?',
    'Ana and Lou',
    '90 days',
    '20,000',
    'not an emergency service',
    'findahelpline',
  ])
    expect(html).toContain(words)
})

test('what is sent is a reply like any other, sealed in every form, and shown afterwards with its day', async () => {
  const words = 'The garden,\r\nmostly. <b>Ünd</b> 🌱'
  const nonce = nonceOf(await (await pages.get(page)).text())
  const sent = await pages.post(page, { words, nonce })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${page}?sent`])
  const [row] = await replies()
  expect(row).toMatchObject({
    via: 'web',
    automatic: false,
    quarantined_at: null,
    lesson_id: letter.lesson_id,
  })
  const opened = await readReply(context, row!.id, 'ana', context.clock.now())
  expect(opened!.content).toMatchObject({ from: reader.email, reply: 'The garden,\nmostly. <b>Ünd</b> 🌱' })
  const raw = await readMessage(context.secrets.unseal(row!.raw_sealed!))
  expect(raw).toMatchObject({
    from: reader.email,
    reply: 'The garden,\nmostly. <b>Ünd</b> 🌱',
    automatic: false,
  })
  expect(await dumpOf(context)).not.toContain('garden')
  const html = await (await pages.get(`${page}?sent`)).text()
  expect(html).toContain('mostly. &lt;b&gt;Ünd&lt;/b&gt;')
  expect(html).toContain('Sent, 12 January 2027')
})

test('a form sent twice is one reply, and another form is another', async () => {
  const nonce = nonceOf(await (await pages.get(page)).text())
  await Promise.all([
    pages.post(page, { words: 'Once.', nonce }),
    pages.post(page, { words: 'Once.', nonce }),
  ])
  expect(await replies()).toHaveLength(1)
  await pages.post(page, { words: 'Twice.', nonce: nonceOf(await (await pages.get(page)).text()) })
  expect(await replies()).toHaveLength(2)
})

test('nothing, and more than 20,000 characters, are refused in a sentence that keeps the words', async () => {
  const nonce = nonceOf(await (await pages.get(page)).text())
  expect((await pages.post(page, { words: ' \n', nonce })).status).toBe(422)
  expect((await pages.post(page, { words: '🌱'.repeat(20_000), nonce })).status).toBe(303)
  const long = await pages.post(page, { words: `${'a'.repeat(20_000)}!`, nonce: crypto.randomUUID() })
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('aaa!</textarea>')
  expect((await pages.post(page, { words: 'No nonce.' })).status).toBe(422)
})

test('it releases a letter that waited for it', async () => {
  await liveUntil(context, '2027-01-13T10:00:00Z')
  expect(await deliveriesTo(context, reader.id)).toHaveLength(1)
  await pages.post(page, { words: 'Here.', nonce: nonceOf(await (await pages.get(page)).text()) })
  await liveUntil(context, '2027-01-14T08:00:00Z')
  expect(await deliveriesTo(context, reader.id)).toHaveLength(2)
})

test('its answer stands in the thread of the lesson', async () => {
  await context.db.kysely
    .updateTable('deliveries')
    .set({ message_id: '<lesson-1@ses.test>' })
    .where('id', '=', letter.id)
    .execute()
  await pages.post(page, { words: 'Here.', nonce: nonceOf(await (await pages.get(page)).text()) })
  const [row] = await replies()
  await answerReply(
    context,
    row!.id,
    { body: 'Thank you.', authorName: 'Ana', by: 'ana' },
    context.clock.now(),
  )
  const [answer] = await deliveriesTo(context, reader.id, 'answer')
  expect(answer).toMatchObject({
    to_address: reader.email,
    extra_headers: { 'In-Reply-To': '<lesson-1@ses.test>', References: '<lesson-1@ses.test>' },
  })
})

test('a link of another purpose, or older than half a year, opens nothing', async () => {
  const { secrets } = context
  expect((await pages.get(`/answer/${secrets.token('preferences', letter.id)}`)).status).toBe(404)
  context.clock.set('2027-08-12T10:00:00Z')
  expect((await pages.get(page)).status).toBe(404)
  expect((await pages.post(page, { words: 'Late.', nonce: crypto.randomUUID() })).status).toBe(404)
})
