import { expect, test } from 'vitest'
import { aMailbox, letter } from './a-mailbox.ts'

type Accepted = { total: number; distinct: number; repeated: number; repeats: string[]; untagged: number }
const acceptedAt = async (url: string) => (await (await fetch(`${url}/resend-accepted`)).json()) as Accepted

test.each([
  ['rate-limited', 429, 'rate_limit_exceeded'],
  ['error-500', 500, 'internal_server_error'],
  ['error-503', 503, 'service_unavailable'],
] as const)('%s: nothing is accepted', async (fault, statusCode, name) => {
  const { resend, mailbox, url } = await aMailbox()
  mailbox.faults.next(1, fault)
  const { error, headers } = await resend.emails.send(letter(), { idempotencyKey: 'one' })
  expect(error).toMatchObject({ statusCode, name })
  if (statusCode === 429) expect(headers).toMatchObject({ 'retry-after': '1' })
  expect((await acceptedAt(url)).total).toBe(0)
  expect((await resend.emails.send(letter(), { idempotencyKey: 'one' })).error).toBeNull()
})

test.each([
  ['accept-500', 500],
  ['reset', null],
  ['html', null],
  ['hang', null],
] as const)(
  '%s: the mail is accepted, the caller cannot know, and the retry does not double it',
  async (fault, statusCode) => {
    const { resend, mailbox, url } = await aMailbox()
    mailbox.faults.next(1, fault)
    const once = { idempotencyKey: 'one', signal: AbortSignal.timeout(500) } as { idempotencyKey: string }
    const { error } = await resend.emails.send(letter(), once)
    expect(error).toMatchObject({ statusCode, name: 'application_error' })
    expect((await acceptedAt(url)).total).toBe(1)
    const retried = await resend.emails.send(letter(), { idempotencyKey: 'one' })
    expect(retried.data!.id).toBeTruthy()
    expect((await acceptedAt(url)).total).toBe(1)
  },
)

test('faults are ordered over HTTP, for sending, reading or both, and cleared', async () => {
  const { resend, url } = await aMailbox()
  const order = (body: object) =>
    fetch(`${url}/resend-faults`, { method: 'POST', body: JSON.stringify(body) }).then((r) => r.status)
  expect(await order({ fault: 'error-500', on: 'reading', next: 2 })).toBe(204)
  expect((await resend.emails.send(letter())).error).toBeNull()
  expect((await resend.emails.list()).error?.statusCode).toBe(500)
  expect(await order({ clear: true })).toBe(204)
  expect((await resend.emails.list()).error).toBeNull()
  expect(await order({ fault: 'error-500', probability: 1 })).toBe(204)
  expect((await resend.emails.send(letter())).error?.statusCode).toBe(500)
  expect(await order({ fault: 'nonsense', next: 1 })).toBe(400)
})

test('random faults repeat exactly for the same seed', async () => {
  const { mailbox } = await aMailbox()
  const draw = (seed: number) => {
    mailbox.faults.clear()
    mailbox.faults.withProbability(0.3, 'reset', seed)
    return Array.from({ length: 200 }, () => mailbox.faults.drawForRequest('POST') === 'reset')
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  expect(draw(7).filter(Boolean).length).toBeGreaterThan(40)
  expect(draw(7).filter(Boolean).length).toBeLessThan(80)
})

test('accepted mails are counted by delivery, so that a doubled one shows', async () => {
  const { resend, url } = await aMailbox()
  const tagged = (value: string) => letter({ tags: [{ name: 'delivery', value }] })
  await resend.batch.send([tagged('a'), tagged('b'), tagged('a'), letter()])
  expect(await acceptedAt(url)).toMatchObject({
    total: 4,
    distinct: 2,
    repeated: 1,
    repeats: ['a'],
    untagged: 1,
  })
})

test('without leave there is no way to order faults over HTTP', async () => {
  const { url } = await aMailbox({ allowFaults: false })
  expect((await fetch(`${url}/resend-faults`, { method: 'POST', body: '{}' })).status).toBe(404)
  expect((await fetch(`${url}/resend-accepted`)).status).toBe(404)
})
