import { expect, test } from 'vitest'
import { aMailbox, letter, SECRET } from './a-mailbox.ts'

test('a delivered mail is announced as sent and delivered, with all that Resend says about it', async () => {
  const { resend, mailbox, heard } = await aMailbox()
  const tags = [{ name: 'delivery', value: '42' }]
  const { data } = await resend.emails.send(letter({ tags }))
  await mailbox.settled()
  expect(heard.map((each) => each.type).sort()).toEqual(['email.delivered', 'email.sent'])
  const { message_id } = (await resend.emails.get(data!.id)).data!
  expect(heard[0]!.data).toEqual({
    email_id: data!.id,
    message_id,
    created_at: '2026-11-23T09:00:00.000Z',
    from: 'Mara Lind <mara@letters.lettercourse.dev>',
    to: ['ada@reader.dev'],
    subject: 'Before you answer',
    tags: { delivery: '42' },
  })
})

test.each([
  ['delivered+a@resend.dev', ['email.delivered', 'email.sent'], 'delivered'],
  ['bounced@resend.dev', ['email.bounced', 'email.sent'], 'bounced'],
  ['Ben <complained+x@resend.dev>', ['email.complained', 'email.delivered', 'email.sent'], 'complained'],
  ['suppressed@resend.dev', ['email.suppressed'], 'suppressed'],
  ['bounced@reader.dev', ['email.delivered', 'email.sent'], 'delivered'],
])('%s → %j', async (to, expected, last) => {
  const { resend, mailbox, types } = await aMailbox()
  const { data } = await resend.emails.send(letter({ to }))
  await mailbox.settled()
  expect(types().sort()).toEqual(expected)
  expect((await resend.emails.get(data!.id)).data!.last_event).toBe(last)
})

test('a bounce is permanent and says so', async () => {
  const { resend, mailbox, heard } = await aMailbox()
  await resend.emails.send(letter({ to: 'bounced@resend.dev' }))
  await mailbox.settled()
  const bounce = heard.find((each) => each.type === 'email.bounced')!.data.bounce
  expect(bounce).toEqual({ type: 'Permanent', subType: 'General', message: expect.any(String) })
})

test('an event that was not answered with 2xx comes again with the same id and the same bytes', async () => {
  const { resend, mailbox, heard, answers } = await aMailbox()
  answers.unshift(500, 302)
  await resend.emails.send(letter({ to: 'suppressed@resend.dev' }))
  await mailbox.settled()
  expect(heard).toHaveLength(3)
  expect(new Set(heard.map((each) => each.id)).size).toBe(1)
  expect(new Set(heard.map((each) => each.body)).size).toBe(1)
})

test('the answer to a send does not wait for its webhooks', async () => {
  const { resend, heard } = await aMailbox()
  await resend.emails.send(letter())
  expect(heard).toEqual([])
})

test('the SDK refuses an event that was tampered with', async () => {
  const { resend, mailbox, heard } = await aMailbox()
  await resend.emails.send(letter())
  await mailbox.settled()
  const headers = { id: heard[0]!.id, timestamp: String(Math.floor(Date.now() / 1000)), signature: 'v1,AAAA' }
  const payload = heard[0]!.body
  expect(() => resend.webhooks.verify({ payload, headers, webhookSecret: SECRET })).toThrow()
})

test('without an address nothing is sent out', async () => {
  const { resend, mailbox, heard } = await aMailbox({ webhookUrl: '' })
  await resend.emails.send(letter())
  await mailbox.settled()
  expect(heard).toEqual([])
})

test('webhooks can be lost, doubled and reversed on request', async () => {
  const { resend, mailbox, heard, types } = await aMailbox()
  mailbox.faults.next(1, 'webhook-lost')
  await resend.emails.send(letter())
  await mailbox.settled()
  expect(heard).toEqual([])

  mailbox.faults.next(1, 'webhook-doubled')
  await resend.emails.send(letter())
  await mailbox.settled()
  expect(heard).toHaveLength(4)
  expect(new Set(heard.map((each) => each.id)).size).toBe(2)

  heard.length = 0
  mailbox.faults.next(1, 'webhook-reversed')
  await resend.emails.send(letter({ to: 'complained@resend.dev' }))
  await mailbox.settled()
  expect(types()).toEqual(['email.complained', 'email.delivered', 'email.sent'])
})
