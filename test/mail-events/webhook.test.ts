/** The one door in: an event is stored before it is answered for, whatever it says. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { svixHeaders } from '../../src/mailbox/signature.ts'
import { type TestContext, testContext } from '../support/context.ts'

const SECRET = `whsec_${btoa('0'.repeat(24))}`

let context: TestContext
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  context = await testContext()
  app = createApp(context)
})
afterAll(() => context.db.close())

const post = (id: string, payload: string, headers = svixHeaders(id, payload, SECRET, new Date())) =>
  app.request('/webhooks/resend', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: payload,
  })
const received = (data: object) =>
  JSON.stringify({ type: 'email.received', created_at: '2027-01-11T15:00:00Z', data })
const stored = (id: string) =>
  context.db.kysely.selectFrom('mail_events').selectAll().where('svix_id', '=', id).executeTakeFirst()

test('An event is answered 200 once it is stored, and its job asked for', async () => {
  context.jobs.take('process-mail-event')
  expect((await post('msg-1', received({ email_id: 'a' }))).status).toBe(200)
  expect((await stored('msg-1'))!.payload).toMatchObject({ data: { email_id: 'a' } })
  expect(context.jobs.take('process-mail-event')).toEqual([{ mailEventId: 'msg-1' }])
})

test('A store that fails is a 5xx, so that Resend tries again; then it is stored', async () => {
  const payload = received({ email_id: 'b' })
  const broken = vi.spyOn(context.db.kysely, 'insertInto').mockImplementation(() => {
    throw new Error('the disk is full')
  })
  const answer = await post('msg-2', payload)
  broken.mockRestore()
  expect(answer.status).toBeGreaterThanOrEqual(500)
  expect(await stored('msg-2')).toBeUndefined()
  expect((await post('msg-2', payload)).status).toBe(200)
  expect(await stored('msg-2')).toBeDefined()
})

test('A queue that is gone costs nothing: the event is stored and answered for', async () => {
  const broken = vi.spyOn(context.jobs, 'enqueueMany').mockRejectedValue(new Error('no Redis'))
  expect((await post('msg-3', received({ email_id: 'c' }))).status).toBe(200)
  broken.mockRestore()
  expect(await stored('msg-3')).toBeDefined()
})

test('Told twice it is one row', async () => {
  const payload = received({ email_id: 'd' })
  expect([(await post('msg-4', payload)).status, (await post('msg-4', payload)).status]).toEqual([200, 200])
  const { rows } = await context.db.pool.query("select 1 from mail_events where svix_id = 'msg-4'")
  expect(rows).toHaveLength(1)
})

test('Without a good signature nothing is stored', async () => {
  const payload = received({ email_id: 'e' })
  const headers = svixHeaders('msg-5', payload, `whsec_${btoa('1'.repeat(24))}`, new Date())
  expect((await post('msg-5', payload, headers)).status).toBe(401)
  expect((await post('msg-5', `${payload} `, svixHeaders('msg-5', payload, SECRET, new Date()))).status).toBe(
    401,
  )
  expect(await stored('msg-5')).toBeUndefined()
})

test('A message to ten thousand people is taken in', async () => {
  const to = Array.from({ length: 10_000 }, (_, index) => `somebody-number-${index}@elsewhere.localhost`)
  expect((await post('msg-6', received({ email_id: 'f', to, received_for: to }))).status).toBe(200)
})

let count = 0
test('Of the event of a received mail nobody’s name, subject or file is kept, not for a moment', async () => {
  const attachments = [{ filename: 'diary of march.txt' }]
  const payload = received({ email_id: 'w', subject: 'My secret', from: 'ann@readers.test', attachments })
  expect((await post('msg-w', payload)).status).toBe(200)
  expect((await stored('msg-w'))!.payload).toEqual({
    ...JSON.parse(payload),
    data: { email_id: 'w' },
  })
})

test('Of the event of a sent mail only what became of it is kept, and never its subject or whom it went to', async () => {
  const tags = { delivery: '0190c0de-0000-7000-8000-000000000000' }
  const letter = {
    email_id: 's',
    subject: 'Re: My secret',
    to: ['ann@readers.test'],
    from: 'us@here.test',
    tags,
  }
  for (const [type, why] of [
    ['delivered', {}],
    ['opened', { open: { ipAddress: '10.0.0.9' } }],
    ['bounced', { bounce: { type: 'Permanent', message: 'No such mailbox.', subType: 'General' } }],
    ['failed', { failed: { reason: 'Over the limit.' } }],
    ['suppressed', { suppressed: { message: 'Bounced before.', type: 'OnAccountSuppressionList' } }],
  ] as const) {
    const id = `msg-s-${type}`
    const event = { type: `email.${type}`, created_at: '2027-01-11T15:00:00Z', data: { ...letter, ...why } }
    expect((await post(id, JSON.stringify(event))).status).toBe(200)
    expect((await stored(id))!.payload).toEqual({ ...event, data: { email_id: 's', tags, ...KEPT[type] } })
  }
})
const KEPT: Partial<Record<string, object>> = {
  bounced: { bounce: { type: 'Permanent', message: 'No such mailbox.' } },
  failed: { failed: { reason: 'Over the limit.' } },
  suppressed: { suppressed: { message: 'Bounced before.' } },
}

test('Whatever stands in subject and sender, NUL and halves of characters too, is stored', async () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('\0', '\ud83d', '\udc00', '\\', '"'), fc.string()),
  })
  await fc.assert(
    fc.asyncProperty(text, text, async (subject, from) => {
      const id = `msg-any-${++count}`
      expect((await post(id, received({ email_id: id, subject, from }))).status).toBe(200)
      expect((await stored(id))!.payload).toMatchObject({ data: { email_id: id } })
    }),
    { numRuns: 60 },
  )
})
