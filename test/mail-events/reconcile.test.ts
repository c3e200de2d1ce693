/** Webhooks that never came, came twice, or came in the wrong order. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reconcile } from '../../src/mail-events/reconcile.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { aCourse, aReader } from '../support/course.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp({ at: '2027-01-11T15:00:00Z', requestsPerSecond: 1000 })
})
afterAll(() => app.close())

const deliveries = async () =>
  (
    await app.context.db.pool.query(
      'select id, submitted_at, sent_at, delivered_at from deliveries order by queued_at',
    )
  ).rows
const replies = async () =>
  (await app.context.db.pool.query('select quarantined_at, matched_by from replies')).rows
const reply = (to: string, from: string) =>
  app.mailbox.receive(`From: ${from}\r\nTo: ${to}\r\nSubject: Re: x\r\nMessage-ID: <${to}>\r\n\r\nMine.`, {
    from,
    to: [to],
  })

test('what no webhook told is found by asking, an outcome as well as a reply', async () => {
  const reader = await aReader(app.context, await aCourse(app.context))
  app.mailbox.faults.withProbability(1, 'webhook-lost', 3)
  await app.liveUntil('2027-01-11T15:01:00Z')
  await reply(app.accepted[0]!.reply_to[0]!, reader.email)
  await app.quiet()
  expect((await deliveries())[0].delivered_at).toBeNull()
  expect(await replies()).toEqual([])
  app.clock.set('2027-01-11T16:00:00Z')
  await reconcile(app.context, app.clock.now())
  await app.quiet()
  expect((await deliveries())[0].delivered_at).not.toBeNull()
  expect(await replies()).toEqual([{ quarantined_at: null, matched_by: 'token' }])
  await reconcile(app.context, app.clock.now())
  await app.quiet()
  expect(await replies()).toHaveLength(1)
})

test('doubled and in the wrong order they say the same', async () => {
  app.mailbox.faults.clear()
  app.mailbox.faults.withProbability(1, 'webhook-doubled', 1)
  app.mailbox.faults.withProbability(1, 'webhook-reversed', 2)
  const reader = await aReader(app.context, await aCourse(app.context))
  await app.liveUntil('2027-01-11T16:01:00Z')
  const lesson = app.accepted.at(-1)!
  expect(lesson.to).toEqual([reader.email])
  await reply(lesson.reply_to[0]!, reader.email)
  await app.quiet()
  expect((await deliveries()).every((row) => row.delivered_at && row.submitted_at)).toBe(true)
  expect(await replies()).toHaveLength(2)
})

test('after a long silence of the webhooks every reply is found, not only the last hundred', async () => {
  app.mailbox.faults.clear()
  app.mailbox.faults.withProbability(1, 'webhook-lost', 4)
  const before = (await replies()).length
  await app.mailbox.receive('From: a@b.localhost\r\nMessage-ID: <before-any@course>\r\n\r\nOld.', {
    from: 'a@b.localhost',
    to: ['x@replies.lettercourse.localhost'],
  })
  for (let letter = 0; letter < 239; letter++)
    await app.mailbox.receive(
      `From: a@b.localhost\r\nMessage-ID: <lost-${letter}@b>\r\n\r\nLetter ${letter}.`,
      {
        from: 'a@b.localhost',
        to: ['x@replies.lettercourse.localhost'],
      },
    )
  await app.quiet()
  expect(await replies()).toHaveLength(before)
  await app.context.db.pool.query('update sending set per_second = 1000')
  await reconcile(app.context, app.clock.now())
  await app.quiet()
  expect(await replies()).toHaveLength(before + 240)
}, 60_000)

test('mail from before the first course is no reply to it', async () => {
  app.mailbox.faults.clear()
  app.mailbox.faults.withProbability(1, 'webhook-lost', 5)
  const now = app.clock.now()
  app.clock.set('2026-01-01T00:00:00Z')
  const id = await reply('somebody@replies.lettercourse.localhost', 'old@b.localhost')
  app.clock.set(now)
  await reconcile(app.context, now)
  await app.quiet()
  const { rows } = await app.context.db.pool.query('select 1 from replies where inbound_id = $1', [id])
  expect(rows).toEqual([])
})

test('one lost among many that were told is found, however many came since', async () => {
  const now = app.clock.now()
  const told = (place: number) => ({
    id: `told-${place}`,
    createdAt: new Date(+now - place * 60_000).toISOString(),
  })
  await app.context.db.pool.query(`update sequences set created_at = '2026-12-01'`)
  const inbox = Array.from({ length: 1000 }, (_, place) => told(place))
  inbox.push(...Array.from({ length: 1000 }, (_, place) => told(4 * 24 * 60 + place)))
  for (const { id } of inbox.filter(({ id }) => id !== 'told-150'))
    await app.context.db.pool.query(
      `insert into mail_events (svix_id, type, payload, received_at, processed_at) values ($1, 'email.received', $2, $3, $3)`,
      [id, JSON.stringify({ type: 'email.received', data: { email_id: id } }), now],
    )
  let asked = 0
  const listInbound = async (limit: number, after?: string) => {
    asked++
    const from = after ? inbox.findIndex(({ id }) => id === after) + 1 : 0
    return inbox.slice(from, from + limit)
  }
  const jobs = { ...app.context.jobs, enqueueMany: async () => undefined }
  await reconcile({ ...app.context, mail: { ...app.context.mail, listInbound }, jobs }, now)
  const { rows } = await app.context.db.pool.query(
    `select 1 from mail_events where svix_id = 'reconciled-received-told-150'`,
  )
  expect(rows).toHaveLength(1)
  expect(asked).toBe(11)
})
