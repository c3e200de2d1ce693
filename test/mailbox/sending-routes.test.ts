import { expect, test } from 'vitest'
import { aMailbox, letter } from './a-mailbox.ts'

test('a mail sent through the SDK can be looked up with all its fields', async () => {
  const { resend } = await aMailbox()
  const sent = await resend.emails.send(
    letter({
      replyTo: 'r+abc@reply.lettercourse.dev',
      cc: 'cc@reader.dev',
      html: '<p>Good morning.</p>',
      tags: [{ name: 'delivery', value: '42' }],
    }),
  )
  const { data } = await resend.emails.get(sent.data!.id)
  expect(data).toMatchObject({
    object: 'email',
    id: sent.data!.id,
    from: 'Mara Lind <mara@letters.lettercourse.dev>',
    to: ['ada@reader.dev'],
    cc: ['cc@reader.dev'],
    bcc: null,
    reply_to: ['r+abc@reply.lettercourse.dev'],
    subject: 'Before you answer',
    html: '<p>Good morning.</p>',
    text: 'Good morning.\nWhat did you notice?',
    tags: [{ name: 'delivery', value: '42' }],
    last_event: 'delivered',
    scheduled_at: null,
    created_at: '2026-11-23T09:00:00.000Z',
  })
  expect(data!.message_id).toMatch(/^<.+@.+>$/)
})

test('a strict batch with one bad email sends nothing', async () => {
  const { resend } = await aMailbox()
  const { error } = await resend.batch.send([letter(), letter({ to: 'nobody' })])
  expect(error).toMatchObject({ statusCode: 422, name: 'validation_error' })
  expect((await resend.emails.list()).data!.data).toEqual([])
})

test('a permissive batch sends the good ones and names the others by their index', async () => {
  const { resend } = await aMailbox()
  const { data } = await resend.batch.send(
    [letter({ subject: 'a' }), letter({ to: 'nobody' }), letter({ subject: 'c' }), letter({ subject: '' })],
    { batchValidation: 'permissive' },
  )
  expect(data!.data).toHaveLength(2)
  expect(data!.errors).toEqual([
    { index: 1, message: expect.stringContaining('Invalid `to` field.') },
    { index: 3, message: 'Missing `subject` field.' },
  ])
  const second = await resend.emails.get(data!.data[1]!.id)
  expect(second.data!.subject).toBe('c')
})

test('a batch takes a hundred emails and not one more', async () => {
  const { resend } = await aMailbox()
  const hundred = Array.from({ length: 100 }, (_, i) => letter({ to: `r${i}@reader.dev` }))
  expect((await resend.batch.send(hundred)).data!.data).toHaveLength(100)
  expect((await resend.batch.send([...hundred, letter()])).error).toMatchObject({ statusCode: 422 })
})

test('a batch ignores attachments without a word, as Resend does', async () => {
  const { resend, mailbox } = await aMailbox()
  const attachments = [{ filename: 'a.txt', content: Buffer.from('a') }]
  const { data } = await resend.batch.send([letter({ attachments }) as never])
  expect(data!.data).toHaveLength(1)
  await mailbox.settled()
})

test('the list goes from newest to oldest, by cursor in both directions', async () => {
  const { resend } = await aMailbox()
  const ids: string[] = []
  for (let i = 0; i < 5; i += 1) ids.unshift((await resend.emails.send(letter())).data!.id)
  const idsOf = async (options: object) => {
    const { data } = await resend.emails.list(options as never)
    return { ids: data!.data.map((each) => each.id), more: data!.has_more }
  }
  expect(await idsOf({ limit: 2 })).toEqual({ ids: ids.slice(0, 2), more: true })
  expect(await idsOf({ limit: 2, after: ids[1] })).toEqual({ ids: ids.slice(2, 4), more: true })
  expect(await idsOf({ limit: 2, after: ids[3] })).toEqual({ ids: ids.slice(4), more: false })
  expect(await idsOf({ limit: 2, before: ids[3] })).toEqual({ ids: ids.slice(1, 3), more: true })
  expect((await resend.emails.list({ limit: 101 })).error).toMatchObject({ statusCode: 422 })
})

test('a scheduled mail waits for the application’s clock, and can be canceled', async () => {
  const { resend, clock, mailbox, heard, types } = await aMailbox()
  const scheduledAt = '2026-11-24T09:00:00Z'
  const kept = (await resend.emails.send(letter({ scheduledAt }))).data!.id
  const dropped = (await resend.emails.send(letter({ scheduledAt: 'in 3 days' }))).data!.id
  expect((await resend.emails.cancel(dropped)).error).toBeNull()
  await mailbox.settled()
  expect(types()).toEqual(['email.scheduled', 'email.scheduled'])
  clock.now = new Date('2026-11-30T09:00:00Z')
  await expect
    .poll(async () => (await resend.emails.get(kept)).data!.last_event, { timeout: 3000 })
    .toBe('delivered')
  await mailbox.settled()
  expect(
    heard
      .filter((each) => each.data.email_id === kept)
      .map((each) => each.type)
      .sort(),
  ).toEqual(['email.delivered', 'email.scheduled', 'email.sent'])
  expect((await resend.emails.get(dropped)).data!.last_event).toBe('canceled')
})

test('what does not exist is 404 and what is not done that way is 405, both in Resend’s form', async () => {
  const { resend, api } = await aMailbox()
  expect((await resend.emails.get('9b1c8f5e-0000-4000-8000-000000000000')).error).toEqual({
    statusCode: 404,
    name: 'not_found',
    message: 'Email not found',
  })
  expect((await resend.domains.list()).error).toMatchObject({ statusCode: 404, name: 'not_found' })
  const put = await api('/emails', { method: 'PUT', body: '{}' })
  expect(put.status).toBe(405)
  expect(await put.json()).toMatchObject({ statusCode: 405, name: 'method_not_allowed' })
})
