import { request } from 'node:http'
import { Resend } from 'resend'
import { expect, test } from 'vitest'
import { aMailbox, letter } from './a-mailbox.ts'

test('a key must be there, be one of Resend’s, and be allowed to read', async () => {
  const { api, url } = await aMailbox()
  const missing = await fetch(`${url}/resend/emails`)
  expect(await missing.json()).toMatchObject({ statusCode: 401, name: 'missing_api_key' })
  const wrong = await api('/emails', { headers: { authorization: 'Bearer sk_1' } })
  expect(await wrong.json()).toMatchObject({ statusCode: 403, name: 'invalid_api_key' })
  const sending = new Resend('re_sendonly_1', { baseUrl: `${url}/resend` })
  expect((await sending.emails.send(letter())).error).toBeNull()
  expect((await sending.emails.receiving.list()).error).toMatchObject({
    statusCode: 401,
    name: 'restricted_api_key',
  })
})

test('a request without a User-Agent is turned away', async () => {
  const { url } = await aMailbox()
  const status = await new Promise((resolve, reject) => {
    const asked = request(`${url}/resend/emails`, { headers: { authorization: 'Bearer re_1' } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.on('error', reject).end()
  })
  expect(status).toBe(403)
})

test('no more than the limit passes in any sliding second', async () => {
  let wall = Date.now()
  const { resend, url } = await aMailbox({
    requestsPerSecond: 3,
    webhookUrl: '',
    wallClock: () => new Date(wall),
  })
  const passes = async () => (await resend.emails.send(letter())).error === null
  expect([await passes(), await passes()]).toEqual([true, true])
  wall += 900
  expect([await passes(), await passes()]).toEqual([true, false])
  wall += 99
  expect(await passes()).toBe(false)
  // A fixed window would start anew here; a sliding one frees only the two of the first moment.
  wall += 1
  expect([await passes(), await passes(), await passes()]).toEqual([true, true, false])
  const { largestSecond } = (await (await fetch(`${url}/resend-accepted`)).json()) as {
    largestSecond: number
  }
  expect(largestSecond).toBe(6)
})

test('the limit is reported on every answer, and a refusal says when to come back', async () => {
  const { resend } = await aMailbox({ requestsPerSecond: 1 })
  const first = await resend.emails.send(letter())
  expect(first.headers).toMatchObject({
    'ratelimit-limit': '1',
    'ratelimit-remaining': '0',
    'ratelimit-reset': '1',
  })
  const second = await resend.emails.send(letter())
  expect(second.error).toMatchObject({ statusCode: 429, name: 'rate_limit_exceeded' })
  expect(second.headers).toMatchObject({ 'retry-after': '1', 'ratelimit-remaining': '0' })
})

test('quotas count every recipient and what came in, and end with the day and the month', async () => {
  const { resend, clock, mailbox } = await aMailbox({ dailyQuota: 4, monthlyQuota: 6 })
  const first = await resend.emails.send(
    letter({ to: ['a@reader.dev', 'b@reader.dev'], bcc: 'c@reader.dev' }),
  )
  expect(first.headers).toMatchObject({ 'x-resend-daily-quota': '3', 'x-resend-monthly-quota': '3' })
  await mailbox.receive('Subject: Hi\r\n\r\nHi', { from: 'a@reader.dev', to: ['r@reply.lettercourse.dev'] })
  const second = await resend.emails.send(letter())
  expect(second.error).toMatchObject({ statusCode: 429, name: 'daily_quota_exceeded' })
  expect(second.headers).toMatchObject({ 'x-resend-daily-quota': '4' })
  clock.now = new Date('2026-11-24T00:00:00Z')
  expect((await resend.batch.send([letter(), letter()])).error).toBeNull()
  expect((await resend.emails.send(letter())).error).toMatchObject({ name: 'monthly_quota_exceeded' })
  clock.now = new Date('2026-12-01T00:00:00Z')
  expect((await resend.emails.send(letter())).error).toBeNull()
})
