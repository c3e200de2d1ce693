/** The one door out, against an API that answers what the test says, and against the stand-in. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { submitBatch } from '../../src/deliveries/submit-batch.ts'
import { getSending, resumeSending, resumeSendingWhenOver } from '../../src/deliveries/sending.ts'
import { claimDueLessons } from '../../src/enrollments/claim-due-lessons.ts'
import { verdictOf } from '../../src/mail/error-table.ts'
import type { Mail, SubmitOutcome } from '../../src/mail/open-mail.ts'
import type { OutgoingMail } from '../../src/mail/payload.ts'
import { recordOutcome } from '../../src/deliveries/record-outcome.ts'
import { isSuppressed } from '../../src/subscribers/queries.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader, lessons } from '../support/course.ts'

let context: TestContext
const calls: { key: string; mails: OutgoingMail[] }[] = []
let answer: (mails: OutgoingMail[]) => SubmitOutcome = accept

function accept(mails: OutgoingMail[]): SubmitOutcome {
  return { accepted: true, ids: mails.map((_, i) => `id-${i}`), refusals: new Map() }
}
function refuse(statusCode: number | null, name: string, retryAfter?: number): () => SubmitOutcome {
  const error = { statusCode, name, message: `said ${name}` }
  return () => ({ accepted: false, verdict: verdictOf(error, retryAfter), error })
}

beforeAll(async () => {
  const opened = await testContext()
  const mail: Mail = {
    ...opened.mail,
    submit: async (key, { bytes }) => {
      const written = JSON.parse(bytes.toString()) as (OutgoingMail & { reply_to: string })[]
      const mails = written.map(({ reply_to, ...mail }) => ({ ...mail, replyTo: reply_to }))
      calls.push({ key, mails })
      return answer(mails)
    },
  }
  context = { ...opened, mail }
})
afterAll(() => context.db.close())
beforeEach(async () => {
  calls.length = 0
  answer = accept
  await context.db.pool.query('update enrollments set next_due_at = null')
  await context.db.pool.query("update sending set per_second = 1000, recent = '{}'")
  await resumeSending(context.db.kysely)
  context.clock.set('2027-01-11T15:00:00Z')
})

async function aBatch(size = 1) {
  const course = await aCourse(context)
  for (let i = 0; i < size; i += 1) await aReader(context, course, { firstName: `Reader <${i}>` })
  const { batches } = await claimDueLessons(context, context.clock.now())
  return batches[0]!.id
}
const batch = (id: string) =>
  context.db.kysely.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const deliveries = (id: string) =>
  context.db.kysely.selectFrom('deliveries').selectAll().where('batch_id', '=', id).orderBy('place').execute()
const submit = (id: string) => submitBatch(context, id, context.clock.now())

describe('an attempt', () => {
  test('sends the same bytes under the same key, however often, and records the answer once', async () => {
    const id = await aBatch(3)
    answer = refuse(null, 'application_error')
    await expect(submit(id)).rejects.toThrow('no status application_error')
    await expect(submit(id)).rejects.toThrow()
    answer = accept
    await submit(id)
    await submit(id)
    expect(calls.map((call) => call.key)).toEqual([id, id, id])
    expect(new Set(calls.map((call) => JSON.stringify(call.mails))).size).toBe(1)
    expect((await deliveries(id)).map((row) => row.resend_id)).toEqual(['id-0', 'id-1', 'id-2'])
    expect((await batch(id)).submitted_at).not.toBeNull()
  })

  test('carries what a lesson needs: names escaped in html and plain in text, links, list headers, tags', async () => {
    const id = await aBatch()
    await submit(id)
    const mail = calls[0]!.mails[0]!
    expect(mail.html).toContain('Reader &lt;0&gt;')
    expect(mail.text).toContain('Dear Reader <0>, this is one.')
    expect(mail.replyTo).toMatch(/^r\+[a-z2-7]{26}@replies\.lettercourse\.localhost$/)
    expect(mail.headers['List-Unsubscribe']).toMatch(/^<http:\/\/localhost:1\/unsubscribe\/[a-z2-7]{26}>$/)
    expect(mail.tags).toContainEqual({ name: 'delivery', value: (await deliveries(id))[0]!.id })
    const stored = JSON.stringify(await deliveries(id))
    expect(stored).not.toContain(/r\+([a-z2-7]{26})/.exec(mail.replyTo!)![1]!)
  })

  test('links that an author wrote are filled in, and their tokens rest nowhere', async () => {
    const written = lessons('one').map((lesson) => ({
      ...lesson,
      markdown: 'Change [the hour]({{ preferences_url }}), or open {{ preferences_url }} yourself.',
    }))
    await aReader(context, await aCourse(context, { lessons: written }))
    const { batches } = await claimDueLessons(context, context.clock.now())
    await submit(batches[0]!.id)
    const mail = calls[0]!.mails[0]!
    const page = /http:\/\/localhost:1\/me\/([a-z2-7]{26})/.exec(mail.text)!
    expect(mail.html).toContain(`href="${page[0]}"`)
    expect(mail.text).toContain(`or open ${page[0]} yourself`)
    expect(JSON.stringify(await deliveries(batches[0]!.id))).not.toContain(page[1])
  })

  test('maps the refused ones back by their place', async () => {
    const id = await aBatch(3)
    answer = (mails) => ({
      accepted: true,
      ids: [`a`, null, `b`],
      refusals: new Map([[1, `${mails[1]!.to} is refused`]]),
    })
    await submit(id)
    const rows = await deliveries(id)
    expect(rows.map((row) => [row.resend_id, row.failed_at !== null])).toEqual([
      ['a', false],
      [null, true],
      ['b', false],
    ])
    expect(rows[1]!.failure).toContain('is refused')
  })
})

describe('what an error does', () => {
  test.each([
    [null, 'application_error', 'retry'],
    [500, 'internal_server_error', 'retry'],
    [503, 'a name nobody has heard of', 'retry'],
    [408, 'timeout', 'retry'],
    [429, 'rate_limit_exceeded', 'retry'],
    [409, 'concurrent_idempotent_requests', 'retry'],
    [409, 'invalid_idempotent_request', 'look'],
    [409, 'something new', 'look'],
    [401, 'restricted_api_key', 'pause'],
    [403, 'something new', 'pause'],
    [429, 'daily_quota_exceeded', 'pause'],
    [429, 'monthly_quota_exceeded', 'pause'],
    [422, 'validation_error', 'refuse'],
    [400, 'something new', 'refuse'],
    [404, 'not_found', 'pause'],
    [405, 'method_not_allowed', 'pause'],
  ])('%s %s: %s', (statusCode, name, verdict) => {
    expect(verdictOf({ statusCode, name, message: '' }).do).toBe(verdict)
  })

  test('a 429 is surely not taken, so its key begins anew, and everybody slows down', async () => {
    const id = await aBatch()
    answer = refuse(429, 'rate_limit_exceeded', 1)
    await expect(submit(id)).rejects.toThrow('rate_limit_exceeded')
    expect((await batch(id)).in_doubt_since).toBeNull()
    const before = performance.now()
    answer = accept
    await submit(id)
    expect(performance.now() - before).toBeGreaterThan(800)
  })

  test('a 429 says nothing about an earlier attempt whose outcome is unknown', async () => {
    const id = await aBatch()
    answer = refuse(null, 'application_error')
    await expect(submit(id)).rejects.toThrow()
    const doubt = (await batch(id)).in_doubt_since
    answer = refuse(429, 'rate_limit_exceeded', 0.01)
    context.clock.set('2027-01-12T10:00:00Z')
    await expect(submit(id)).rejects.toThrow()
    expect(await batch(id)).toMatchObject({ in_doubt_since: doubt, first_attempt_at: doubt })
    context.clock.set('2027-01-12T15:00:00Z')
    await submit(id)
    expect((await batch(id)).needs_look_at).not.toBeNull()
    expect(calls).toHaveLength(2)
  })

  test('a quota pauses all sending until its reset, says so, and goes on by itself', async () => {
    const id = await aBatch()
    answer = refuse(429, 'daily_quota_exceeded')
    await submit(id)
    expect(await getSending(context.db.kysely)).toMatchObject({
      paused_reason: 'said daily_quota_exceeded',
      paused_until: new Date('2027-01-12T00:00:00Z'),
    })
    answer = accept
    await submit(id)
    expect(calls).toHaveLength(1)
    context.clock.set('2027-01-12T00:00:01Z')
    await resumeSendingWhenOver(context.db.kysely, context.clock.now())
    await submit(id)
    expect((await batch(id)).submitted_at).not.toBeNull()
  })

  test('a refused batch fails its mails with the reason and is never tried again', async () => {
    const id = await aBatch(2)
    answer = refuse(422, 'validation_error')
    await submit(id)
    await submit(id)
    expect(calls).toHaveLength(1)
    expect((await deliveries(id)).every((row) => row.failure?.includes('said validation_error'))).toBe(true)
  })

  test('refused after an attempt in doubt, nobody says "failed" of what may have arrived', async () => {
    const id = await aBatch()
    answer = refuse(null, 'application_error')
    await expect(submit(id)).rejects.toThrow()
    answer = refuse(422, 'validation_error')
    await submit(id)
    expect(await batch(id)).toMatchObject({ refused_at: null, needs_look_at: expect.any(Date) })
    expect((await deliveries(id))[0]!.failed_at).toBeNull()
  })

  test('while lessons are held, a batch that was open stays, and a mail somebody waits for leaves', async () => {
    const lesson = await aBatch()
    const urgent = await aBatch()
    await context.db.pool.query('update batches set urgent = true where id = $1', [urgent])
    await context.db.pool.query('update sending set held_at = now()')
    await submit(lesson)
    await submit(urgent)
    expect(calls.map((call) => call.key)).toEqual([urgent])
    await context.db.pool.query('update sending set held_at = null')
  })

  test('"another payload under this key" means Resend has it: a person looks, and an event settles it', async () => {
    const id = await aBatch()
    answer = refuse(409, 'invalid_idempotent_request')
    await submit(id)
    expect((await batch(id)).needs_look_at).not.toBeNull()
    await submit(id)
    expect(calls).toHaveLength(1)
    const [row] = await deliveries(id)
    await recordOutcome(context, {
      type: 'email.delivered',
      created_at: '2027-01-11T15:01:00Z',
      data: { email_id: 'theirs', tags: { delivery: row!.id } },
    })
    expect(await batch(id)).toMatchObject({ needs_look_at: null, submitted_at: expect.any(Date) })
  })

  test('an outcome unknown when the key has run out is never sent again', async () => {
    const id = await aBatch()
    answer = refuse(null, 'application_error')
    await expect(submit(id)).rejects.toThrow()
    context.clock.set('2027-01-12T15:00:00Z')
    answer = accept
    await submit(id)
    expect(calls).toHaveLength(1)
    expect((await batch(id)).needs_look_at).not.toBeNull()
  })

  test('bytes that changed after an attempt in doubt are never sent', async () => {
    const id = await aBatch()
    answer = refuse(null, 'application_error')
    await expect(submit(id)).rejects.toThrow()
    await context.db.pool.query("update deliveries set from_name = 'Somebody else' where batch_id = $1", [id])
    await submit(id)
    expect(calls).toHaveLength(1)
    expect((await batch(id)).last_error).toContain('bytes changed')
  })
})

describe('what Resend tells about a mail', () => {
  const tell = (delivery: string, type: string, data: object = {}) =>
    recordOutcome(context, {
      type: `email.${type}`,
      created_at: '2027-01-11T15:05:00Z',
      data: { tags: { delivery }, ...data },
    })

  test('fills each outcome once, in any order; a late one undoes nothing', async () => {
    const id = await aBatch()
    await submit(id)
    const [row] = await deliveries(id)
    await tell(row!.id, 'delivered')
    await tell(row!.id, 'sent', { message_id: '<m@x>' })
    await recordOutcome(context, {
      type: 'email.delivered',
      created_at: '2027-02-01T00:00:00Z',
      data: { tags: { delivery: row!.id } },
    })
    expect((await deliveries(id))[0]).toMatchObject({
      delivered_at: new Date('2027-01-11T15:05:00Z'),
      sent_at: expect.any(Date),
      message_id: '<m@x>',
    })
  })

  test.each([
    ['bounced', { bounce: { type: 'Permanent', message: 'no such box' } }],
    ['complained', {}],
    ['suppressed', { suppressed: { message: 'on the list' } }],
  ])('%s suppresses the address in every course', async (type, data) => {
    const course = await aCourse(context)
    const reader = await aReader(context, course)
    const { batches } = await claimDueLessons(context, context.clock.now())
    await submit(batches[0]!.id)
    await tell((await deliveries(batches[0]!.id))[0]!.id, type, data)
    expect(await isSuppressed(context.db.kysely, context.secrets.hashOf(reader.email.toUpperCase()))).toBe(
      true,
    )
    const row = await context.db.kysely
      .selectFrom('enrollments')
      .selectAll()
      .where('id', '=', reader.enrollment)
      .executeTakeFirstOrThrow()
    expect(row.next_due_at).toBeNull()
  })

  test('soft bounces suppress at the third of the last five', async () => {
    const course = await aCourse(context)
    const reader = await aReader(context, course)
    for (const [index, soft] of [true, false, true, true].entries()) {
      context.clock.set(new Date(Date.UTC(2027, 0, 11 + index, 15)))
      await context.db.pool.query('update enrollments set next_due_at = $2 where id = $1', [
        reader.enrollment,
        context.clock.now(),
      ])
      const { batches } = await claimDueLessons(context, context.clock.now())
      await submit(batches[0]!.id)
      const [row] = await deliveries(batches[0]!.id)
      await tell(row!.id, soft ? 'bounced' : 'delivered', { bounce: { type: 'Transient', message: 'full' } })
      expect(await isSuppressed(context.db.kysely, context.secrets.hashOf(reader.email))).toBe(index === 3)
    }
  })
})
