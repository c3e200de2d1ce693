/** A whole message that is an order: leaving is carried out, a pause is offered, and nothing answers twice or a machine. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { openContent } from '../../src/replies/reply.ts'
import { batchToMails } from './batch-to-mails.ts'
import { aReceiver, enrollmentOf, mailsOf, type Receiver } from './a-receiver.ts'

let at: Receiver
beforeAll(async () => {
  at = await aReceiver()
})
afterAll(() => at.context.db.close())

const mailed = async (kind: 'left' | 'pause_offer', enrollment: string) =>
  (await mailsOf(at.context, kind)).filter((mail) => mail.enrollment_id === enrollment)

test('STOP ends the course, is confirmed by one mail in its thread, and waits for nobody', async () => {
  const { reader, replyTo } = await at.aLesson()
  const row = await at.receive({ from: reader.email, to: replyTo, body: 'STOP' })
  expect(row.command).toBe('unsubscribe')
  expect((await enrollmentOf(at.context, reader.enrollment)).unsubscribed_at).toEqual(at.context.clock.now())
  const [left, ...more] = await mailed('left', reader.enrollment)
  expect(more).toEqual([])
  expect(left!.extra_headers).toMatchObject({ 'In-Reply-To': row.message_id })
  const [mail] = await batchToMails(at.context, left!.batch_id)
  expect(mail).toMatchObject({ to: reader.email, subject: 'You have left: A quiet week' })
  expect(mail!.headers).toMatchObject({ 'Auto-Submitted': 'auto-replied' })

  at.context.clock.set('2027-01-14T12:00:00Z')
  await claimAllDue(at.context, at.context.clock.now())
  const lessons = (await mailsOf(at.context, 'lesson')).filter(
    (one) => one.enrollment_id === reader.enrollment,
  )
  expect(lessons).toHaveLength(1)
})

test('ordered again, it is not confirmed again', async () => {
  const { reader, replyTo } = await at.aLesson()
  await at.receive({ from: reader.email, to: replyTo, body: 'unsubscribe' })
  await at.receive({ from: reader.email, to: replyTo, body: 'Unsubscribe me, please.' })
  expect(await mailed('left', reader.enrollment)).toHaveLength(1)
})

test.each([
  ['from an address that is not theirs', { from: 'friend@elsewhere.localhost', body: 'STOP' }],
  ['by a machine', { body: 'STOP', headers: ['Auto-Submitted: auto-replied'] }],
  ['within a sentence', { body: 'I cannot stop thinking about it.' }],
])('%s it ends nothing and nothing is mailed', async (_, letter) => {
  const { reader, replyTo } = await at.aLesson()
  const row = await at.receive({ from: reader.email, to: replyTo, ...letter })
  expect(row.command).toBeNull()
  expect((await enrollmentOf(at.context, reader.enrollment)).unsubscribed_at).toBeNull()
  expect(await mailed('left', reader.enrollment)).toEqual([])
})

test('a pause is offered by one mail a day and not guessed; a person still sees the reply', async () => {
  const { reader, replyTo } = await at.aLesson()
  const row = await at.receive({ from: reader.email, to: replyTo, body: 'Pause' })
  await at.receive({ from: reader.email, to: replyTo, body: 'pause please' })
  expect(row.command).toBe('pause')
  const [offer, ...more] = await mailed('pause_offer', reader.enrollment)
  expect(more).toEqual([])
  const [mail] = await batchToMails(at.context, offer!.batch_id)
  expect(mail!.text).toMatch(/\/me\/[a-z2-7]{26}#pause/)
  expect(mail!.headers).toMatchObject({ 'Auto-Submitted': 'auto-replied' })
  const { paused_at, paused_until, next_due_at } = await enrollmentOf(at.context, reader.enrollment)
  expect([paused_at, paused_until, next_due_at]).toEqual([null, null, new Date('2027-01-12T07:00:00Z')])
})

test.each(['STOP', 'pause'])(
  'beside signs of distress no machine obeys or offers anything: %s waits for a person',
  async (body) => {
    const { reader, replyTo } = await at.aLesson()
    const subject = 'I want to kill myself'
    const row = await at.receive({ from: reader.email, to: replyTo, subject, body })
    expect([row.care_at, row.command]).toEqual([at.context.clock.now(), null])
    expect(await enrollmentOf(at.context, reader.enrollment)).toMatchObject({
      unsubscribed_at: null,
      held_reason: 'care',
    })
    for (const kind of ['left', 'pause_offer'] as const)
      expect(await mailed(kind, reader.enrollment)).toEqual([])
  },
)

test('an order that may not be all they wrote waits for a person', async () => {
  const { reader, replyTo } = await at.aLesson()
  const other =
    'Nobody sent them this, so it may be their own: the house is empty since he left, and so am I.'
  const body = `STOP\r\n\r\n-----Original Message-----\r\n${other}`
  const row = await at.receive({ from: reader.email, to: replyTo, body })
  expect(openContent(at.context.secrets, row.content_sealed)).toMatchObject({
    reply: 'STOP',
    whole: expect.any(String),
  })
  expect(row.command).toBeNull()
  expect((await enrollmentOf(at.context, reader.enrollment)).unsubscribed_at).toBeNull()
})

test.each([
  ['to a mail without a course', 'update deliveries set enrollment_id = null where id = $1'],
  [
    'to a course that nothing is published of',
    'update sequences set published_revision_id = null where id = (select sequence_id from deliveries where id = $1)',
  ],
])('STOP in answer %s could not be carried out, and waits for a person', async (_, change) => {
  const { reader, delivery, replyTo } = await at.aLesson()
  await at.context.db.pool.query(change, [delivery.id])
  const row = await at.receive({ from: reader.email, to: replyTo, body: 'STOP' })
  expect([row.command, row.quarantined_at]).toEqual([null, null])
  expect(await mailed('left', reader.enrollment)).toEqual([])
})
