import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetErased } from '../../src/deliveries/forget.ts'
import { submitBatch } from '../../src/deliveries/submit-batch.ts'
import type { Payload } from '../../src/mail/payload.ts'
import { answerReply } from '../../src/replies/answer-reply.ts'
import { receiveWebAnswer } from '../../src/replies/receive-web-answer.ts'
import { receiveReply } from '../../src/replies/receive-reply.ts'
import { suppress } from '../../src/subscribers/suppress.ts'
import { anInbound } from '../replies/an-inbound.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader } from '../support/course.ts'
import {
  type Course,
  deliveriesTo,
  dumpOf,
  liveUntil,
  pagesOf,
  type Reader,
  sealedMail,
} from '../support/reader-page.ts'

let context: TestContext
let pages: ReturnType<typeof pagesOf>
let course: Course
let reader: Reader
let page: string
/** What Resend is asked to send, and how it answers. */
let calls: { key: string; to: string[]; bytes: string }[]
let answers: 'accepts' | 'is silent'
/** One nobody else here has. */
let name: string
const names = ['Wilhelmina', 'Ottilie', 'Hedwig', 'Balthasar', 'Kunigunde', 'Leopold']

beforeAll(async () => {
  const opened = await testContext()
  context = {
    ...opened,
    mail: {
      ...opened.mail,
      submit: async (key, payload: Payload) => {
        const bytes = payload.bytes.toString()
        const to = [...bytes.matchAll(/"to":\[?"([^"]+)"/g)].map((match) => match[1]!)
        calls.push({ key, to, bytes })
        if (answers === 'accepts')
          return { accepted: true, ids: to.map(() => crypto.randomUUID()), refusals: new Map() }
        const verdict = { do: 'retry', inDoubt: true } as const
        return {
          accepted: false,
          verdict,
          error: { name: 'application_error', message: '', statusCode: null },
        }
      },
    },
  }
  pages = pagesOf(context)
})
afterAll(() => context.db.close())

beforeEach(async () => {
  name = names.pop()!
  calls = []
  answers = 'accepts'
  context.clock.set('2027-01-12T10:00:00Z')
  course = await aCourse(context)
  reader = await aReader(context, course, { firstName: name })
  await liveUntil(context, '2027-01-12T10:00:00Z')
  const [letter] = await deliveriesTo(context, reader.id)
  page = pages.pathOf(pages.links(letter!.id).preferencesUrl)
})

const submitOpen = async () => {
  const open = await context.db.kysely
    .selectFrom('batches')
    .select('id')
    .where('submitted_at', 'is', null)
    .where('refused_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id } of open) await submitBatch(context, id, context.clock.now()).catch(() => undefined)
}
const forget = () => context.db.kysely.transaction().execute((trx) => forgetErased(trx, context.clock.now()))

/** The link in the mail that proves the mailbox, as its reader finds it. */
async function askToBeErased(): Promise<string> {
  expect((await pages.post(page, { do: 'erase', word: 'Erase' })).status).toBe(303)
  const proof = (await deliveriesTo(context, reader.id, 'proof')).at(-1)!
  expect(proof.to_address).toBe(reader.email)
  return pages.pathOf(/http\S+\/me\/proof\/\w+/.exec(sealedMail(context, proof.sealed_mail).text)![0])
}

test('by the links of a letter nobody is erased: it takes the word, the mailbox, and a press there', async () => {
  await pages.post(page, { do: 'erase', word: 'yes' })
  expect(await deliveriesTo(context, reader.id, 'proof')).toEqual([])
  const link = await askToBeErased()
  expect((await pages.get(link)).status).toBe(200)
  expect(
    await context.db.kysely.selectFrom('subscribers').select('id').where('id', '=', reader.id).execute(),
  ).toHaveLength(1)
  context.clock.set('2027-01-12T11:00:01Z')
  expect((await pages.post(link)).status).toBe(410)
})

test('after it, a dump of the database searched for address, name and words finds nothing', async () => {
  const { db, clock, secrets } = context
  const [letter] = await deliveriesTo(context, reader.id)
  const secret = 'the orchard behind the mill'
  await db.kysely
    .insertInto('signups')
    .values({
      id: crypto.randomUUID(),
      sequence_id: course.id,
      email: reader.email,
      first_name: name,
      timezone: 'Europe/Berlin',
      send_time: '08:00',
      consent_wording: 'Send me this course.',
      form_version: '1',
      requested_at: clock.now(),
      requested_ip: '203.0.113.77',
      requested_user_agent: 'A browser nobody else has',
      expires_at: new Date('2027-02-01'),
      confirmed_at: clock.now(),
      subscriber_id: reader.id,
    })
    .execute()
  await receiveWebAnswer(
    context,
    { delivery: letter!, subject: 'Lesson one', words: secret, nonce: 'n' },
    clock.now(),
  )
  const { id } = await db.kysely
    .selectFrom('replies')
    .select('id')
    .where('delivery_id', '=', letter!.id)
    .executeTakeFirstOrThrow()
  await answerReply(context, id, { body: `Dear ${name}.`, authorName: 'Ana', by: 'ana' }, clock.now())
  await db.kysely
    .insertInto('mail_events')
    .values({
      svix_id: 'open-event',
      type: 'email.received',
      payload: JSON.stringify({
        type: 'email.received',
        created_at: clock.now(),
        data: { email_id: 'in-9', from: `${name} <${reader.email.toUpperCase()}>`, subject: secret },
      }),
      received_at: clock.now(),
    })
    .execute()
  await db.kysely
    .updateTable('deliveries')
    .set({ failure: `550 <${reader.email}> is over quota` })
    .where('id', '=', letter!.id)
    .execute()
  await submitOpen()
  expect(await dumpOf(context)).toContain(name)
  expect((await pages.post(page, { do: 'leave', enrollment: reader.enrollment, words: secret })).status).toBe(
    303,
  )

  const link = await askToBeErased()
  expect(await (await pages.post(link)).text()).toContain('Everything is erased')
  const dump = await dumpOf(context)
  for (const trace of [reader.email, name, '203.0.113.77', 'nobody else has', secret, reader.id])
    expect([trace, dump.toLowerCase().includes(trace.toLowerCase())]).toEqual([trace, false])
  // Nothing of theirs rests sealed either.
  const { rows } = await db.pool.query(
    `select (select count(*)::int from replies) as replies, (select count(*)::int from answers) as answers,
      (select count(*)::int from deliveries where length(sealed_mail) > 0 and erased_at is not null) as sealed`,
  )
  expect(rows).toEqual([{ replies: 0, answers: 0, sealed: 0 }])
  // The counts stay, and the mark.
  const kept = await db.kysely
    .selectFrom('deliveries')
    .select(['kind', 'lesson_id', 'submitted_at'])
    .where('id', '=', letter!.id)
    .executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ kind: 'lesson', lesson_id: letter!.lesson_id, submitted_at: expect.any(Date) })
  const marks = await db.kysely
    .selectFrom('suppressions')
    .select('reason')
    .where('address_hash', '=', secrets.hashOf(reader.email))
    .execute()
  expect(marks).toEqual([{ reason: 'erased' }])
  expect((await pages.get(page)).status).toBe(404)
})

test('who shares a batch with somebody erased before it left gets their letter, once; the erased one gets nothing', async () => {
  const others = await Promise.all([aReader(context, course), aReader(context, course)])
  await liveUntil(context, '2027-01-13T08:00:00Z')
  const lessons = await deliveriesTo(context, reader.id)
  const link = await askToBeErased()
  await context.db.kysely
    .updateTable('batches')
    .set({ submitted_at: new Date() })
    .where('urgent', '=', true)
    .execute()
  const stale = lessons.at(-1)!.batch_id
  await pages.post(link)
  // The job of the batch as it was finds it closed.
  await submitBatch(context, stale, context.clock.now())
  expect(calls).toEqual([])
  await submitOpen()
  const told = calls.flatMap((call) => call.to)
  expect(told).not.toContain(reader.email)
  for (const { email } of others) expect(told.filter((to) => to === email)).toHaveLength(2)
  const { rows } = await context.db.pool.query(
    'select array_agg(place order by place) as places from deliveries where erased_at is null group by batch_id',
  )
  for (const { places } of rows) expect(places).toEqual(places.map((_: number, place: number) => place))
})

test('a batch in doubt is sent again with the same bytes, and forgotten once its outcome is known', async () => {
  answers = 'is silent'
  await submitOpen()
  const [first] = calls.filter((call) => call.to.includes(reader.email))
  const link = await askToBeErased()
  await pages.post(link)
  await forget()
  expect(await dumpOf(context)).toContain(reader.email)
  answers = 'accepts'
  calls = []
  await submitOpen()
  const again = calls.filter((call) => call.key === first!.key)
  expect(again).toEqual([first])
  await forget()
  expect(await dumpOf(context)).not.toContain(reader.email)
})

test('who was erased is asked when they sign up anew, and confirming lifts the mark; a bounce is not lifted', async () => {
  await pages.post(await askToBeErased())
  const { db, secrets, clock } = context
  const signUp = async (email: string) => {
    const fields = { course: course.slug, email, timezone: 'Europe/Berlin', send_time: '08:00' }
    await db.kysely
      .updateTable('sequences')
      .set({ opened_at: clock.now() })
      .where('id', '=', course.id)
      .execute()
    await pages.app.request('/signups', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    })
    return db.kysely
      .selectFrom('deliveries')
      .selectAll()
      .where('kind', '=', 'confirmation')
      .where('to_address', '=', email)
      .execute()
  }
  await suppress(db.kysely, secrets.hashOf('bounced@readers.localhost'), 'bounced', clock.now())
  expect(await signUp('bounced@readers.localhost')).toEqual([])
  const [asked] = await signUp(reader.email)
  expect(asked).toBeDefined()
  const token = secrets.token('confirmation', asked!.signup_id!)
  const { confirmSignup } = await import('../../src/signups/confirm-signup.ts')
  const confirmed = await confirmSignup(context, token, { ip: null, userAgent: null }, clock.now())
  expect(confirmed).toMatchObject({ confirmed: true })
  calls = []
  await liveUntil(context, clock.now().toISOString())
  await submitOpen()
  expect(calls.flatMap((call) => call.to)).toContain(reader.email)
})

test('what an erased reader sends later is set apart for a person, and makes nobody a subscriber', async () => {
  const [letter] = await deliveriesTo(context, reader.id)
  const { replyTo } = pages.links(letter!.id)
  await pages.post(await askToBeErased())
  const raw = `From: <${reader.email}>\r\nTo: <${replyTo}>\r\nSubject: Re\r\nMessage-ID: <late@x.test>\r\n\r\nHello again.`
  const inbound = anInbound(raw, { from: reader.email, to: replyTo })
  const receiving = { ...context, mail: { ...context.mail, fetchInbound: async () => inbound } }
  const event = { type: 'email.received', created_at: '', data: { email_id: `late-${reader.id}` } }
  await receiveReply(receiving, event, context.clock.now())
  const row = await context.db.kysely
    .selectFrom('replies')
    .select(['subscriber_id', 'quarantined_at'])
    .where('inbound_id', '=', `late-${reader.id}`)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ subscriber_id: null, quarantined_at: expect.any(Date) })
})

test('a message set apart that nobody can open keeps nobody from being erased', async () => {
  await context.db.kysely
    .insertInto('replies')
    .values({
      id: crypto.randomUUID(),
      inbound_id: 'damaged',
      content_sealed: Buffer.alloc(80, 7),
      received_at: context.clock.now(),
    })
    .execute()
  expect((await pages.post(await askToBeErased())).status).toBeLessThan(400)
  expect(
    await context.db.kysely.selectFrom('subscribers').select('id').where('id', '=', reader.id).execute(),
  ).toEqual([])
})
