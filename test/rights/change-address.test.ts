import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { answerReply } from '../../src/replies/answer-reply.ts'
import { receiveReply } from '../../src/replies/receive-reply.ts'
import { receiveWebAnswer } from '../../src/replies/receive-web-answer.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader } from '../support/course.ts'
import { deliveriesTo, liveUntil, pagesOf, type Reader, sealedMail } from '../support/reader-page.ts'
import { anInbound } from '../replies/an-inbound.ts'

let context: TestContext
let pages: ReturnType<typeof pagesOf>
let reader: Reader
let page: string
let newEmail: string
let count = 0

beforeAll(async () => {
  context = await testContext()
  pages = pagesOf(context)
})
afterAll(() => context.db.close())
beforeEach(async () => {
  context.clock.set('2027-01-12T10:00:00Z')
  reader = await aReader(context, await aCourse(context))
  await liveUntil(context, '2027-01-12T10:00:00Z')
  const [letter] = await deliveriesTo(context, reader.id)
  page = pages.pathOf(pages.links(letter!.id).preferencesUrl)
  newEmail = `new-${++count}@readers.localhost`
})

const emailNow = async () =>
  (
    await context.db.kysely
      .selectFrom('subscribers')
      .select('email')
      .where('id', '=', reader.id)
      .executeTakeFirstOrThrow()
  ).email
const proofs = async () =>
  (await deliveriesTo(context, reader.id, 'proof')).map((row) => {
    const { text, subject } = sealedMail(context, row.sealed_mail)
    return { to: row.to_address, subject, text, link: pages.pathOf(/http\S+\/me\/proof\/\w+/.exec(text)![0]) }
  })

test('an address changes when the present mailbox and then the new one have agreed, and the old one is told', async () => {
  await pages.post(page, { do: 'address', email: ` ${newEmail.toUpperCase()} ` })
  const [first] = await proofs()
  expect(first).toMatchObject({ to: reader.email, text: expect.stringContaining(newEmail) })
  expect(await (await pages.get(first!.link)).text()).toContain(newEmail)
  expect(await (await pages.post(first!.link)).text()).toContain('Now look in the new mailbox')
  expect(await emailNow()).toBe(reader.email)
  const [, second] = await proofs()
  expect(second).toMatchObject({ to: newEmail, subject: 'Is this your new address?' })
  expect(await (await pages.post(second!.link)).text()).toContain('Your address is changed')
  expect(await emailNow()).toBe(newEmail)
  const [told] = await deliveriesTo(context, reader.id, 'receipt')
  expect(told!.to_address).toBe(reader.email)
  expect(sealedMail(context, told!.sealed_mail).text).toContain(newEmail)
  expect((await pages.post(second!.link)).status).toBe(410)
  await liveUntil(context, '2027-01-13T08:00:00Z')
  expect((await deliveriesTo(context, reader.id)).map((row) => row.to_address)).toEqual([
    reader.email,
    newEmail,
  ])
})

test('with a forwarded letter alone, nobody moves its reader: without the first press the new mailbox gets nothing', async () => {
  await pages.post(page, { do: 'address', email: newEmail })
  const sent = await context.db.kysely
    .selectFrom('deliveries')
    .select('id')
    .where('to_address', '=', newEmail)
    .execute()
  expect(sent).toEqual([])
  context.clock.set('2027-01-12T11:00:01Z')
  expect((await pages.post((await proofs())[0]!.link)).status).toBe(410)
})

test('an address that takes part already is not taken over', async () => {
  const other = await aReader(context, await aCourse(context))
  await pages.post(page, { do: 'address', email: other.email })
  await pages.post((await proofs())[0]!.link)
  expect((await pages.post((await proofs())[1]!.link)).status).toBe(409)
  expect(await emailNow()).toBe(reader.email)
})

test('an answer to what was written before goes to the address of today', async () => {
  const [letter] = await deliveriesTo(context, reader.id)
  const { db, clock } = context
  await receiveWebAnswer(
    context,
    { delivery: letter!, subject: 'Lesson', words: 'Hello.', nonce: 'n' },
    clock.now(),
  )
  await db.kysely.updateTable('subscribers').set({ email: newEmail }).where('id', '=', reader.id).execute()
  const { id } = await db.kysely
    .selectFrom('replies')
    .select('id')
    .where('subscriber_id', '=', reader.id)
    .executeTakeFirstOrThrow()
  await answerReply(context, id, { body: 'Hello you.', authorName: 'Ana', by: 'ana' }, clock.now())
  expect((await deliveriesTo(context, reader.id, 'answer'))[0]!.to_address).toBe(newEmail)
})

test('a reply from the address of today to a letter sent to the one before is theirs', async () => {
  const [letter] = await deliveriesTo(context, reader.id)
  const { replyTo } = pages.links(letter!.id)
  const { db, clock } = context
  await db.kysely.updateTable('subscribers').set({ email: newEmail }).where('id', '=', reader.id).execute()
  for (const [from, theirs] of [
    [newEmail, true],
    [reader.email, true],
    ['stranger@readers.localhost', false],
  ] as const) {
    const raw = `From: <${from}>\r\nTo: <${replyTo}>\r\nSubject: Re\r\n\r\nHello.`
    const inbound = anInbound(raw, { from, to: replyTo })
    const receiving = { ...context, mail: { ...context.mail, fetchInbound: async () => inbound } }
    const id = crypto.randomUUID()
    await receiveReply(
      receiving,
      { type: 'email.received', created_at: '', data: { email_id: id } },
      clock.now(),
    )
    const row = await db.kysely
      .selectFrom('replies')
      .select('quarantined_at')
      .where('inbound_id', '=', id)
      .executeTakeFirstOrThrow()
    expect([from, row.quarantined_at === null]).toEqual([from, theirs])
  }
})
