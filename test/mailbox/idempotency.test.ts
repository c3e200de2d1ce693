import { expect, test } from 'vitest'
import { aMailbox, letter } from './a-mailbox.ts'

const total = async (url: string) =>
  ((await (await fetch(`${url}/resend-accepted`)).json()) as { total: number }).total

test('the same key with the same payload gets the original answer and sends nothing more', async () => {
  const { resend, url, mailbox, types } = await aMailbox()
  const batch = [letter(), letter({ to: 'ben@reader.dev' })]
  const first = await resend.batch.send(batch, { idempotencyKey: 'batch-1' })
  const again = await resend.batch.send(batch, { idempotencyKey: 'batch-1' })
  expect(again.data).toEqual(first.data)
  expect(await total(url)).toBe(2)
  await mailbox.settled()
  expect(types()).toHaveLength(4)
})

test('the same key with another payload is refused', async () => {
  const { resend, url } = await aMailbox()
  await resend.emails.send(letter(), { idempotencyKey: 'one' })
  const { error } = await resend.emails.send(letter({ subject: 'Other' }), { idempotencyKey: 'one' })
  expect(error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' })
  expect(await total(url)).toBe(1)
})

test('a second request while the first is under way is told to come back', async () => {
  const { resend, mailbox } = await aMailbox()
  mailbox.faults.next(1, 'slow')
  const first = resend.emails.send(letter(), { idempotencyKey: 'one' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  const second = await resend.emails.send(letter(), { idempotencyKey: 'one' })
  expect(second.error).toMatchObject({ statusCode: 409, name: 'concurrent_idempotent_requests' })
  const third = await resend.emails.send(letter({ subject: 'Other' }), { idempotencyKey: 'one' })
  expect(third.error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' })
  const { data } = await first
  expect((await resend.emails.send(letter(), { idempotencyKey: 'one' })).data).toEqual(data)
})

test('a key is forgotten after 24 hours by the application’s clock', async () => {
  const { resend, url, clock } = await aMailbox()
  await resend.emails.send(letter(), { idempotencyKey: 'one' })
  clock.now = new Date('2026-11-24T08:59:59Z')
  await resend.emails.send(letter(), { idempotencyKey: 'one' })
  expect(await total(url)).toBe(1)
  clock.now = new Date('2026-11-24T09:00:00Z')
  await resend.emails.send(letter(), { idempotencyKey: 'one' })
  expect(await total(url)).toBe(2)
})

test('a request that failed leaves its key free', async () => {
  const { resend } = await aMailbox()
  expect((await resend.emails.send(letter({ to: 'x' }), { idempotencyKey: 'one' })).error?.statusCode).toBe(
    422,
  )
  expect((await resend.emails.send(letter(), { idempotencyKey: 'one' })).error).toBeNull()
})

test('a key has 1 to 256 characters', async () => {
  const { resend, api } = await aMailbox()
  expect((await resend.emails.send(letter(), { idempotencyKey: 'k'.repeat(256) })).error).toBeNull()
  const { error } = await resend.emails.send(letter(), { idempotencyKey: 'k'.repeat(257) })
  expect(error).toMatchObject({ statusCode: 400, name: 'invalid_idempotency_key' })
  const empty = await api('/emails', {
    method: 'POST',
    headers: { 'idempotency-key': '' },
    body: JSON.stringify(letter()),
  })
  expect(empty.status).toBe(400)
})
