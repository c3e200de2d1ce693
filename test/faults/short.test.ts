/** The fault suite in short: whatever goes wrong, nobody gets a lesson twice and nobody misses one. */
import { Hono } from 'hono'
import { afterAll, expect, inject, test } from 'vitest'
import { submitBatch } from '../../src/deliveries/submit-batch.ts'
import { claimDueLessons } from '../../src/enrollments/claim-due-lessons.ts'
import { openMail } from '../../src/mail/open-mail.ts'
import { openMailbox } from '../../src/mailbox/mailbox.ts'
import { listen } from '../../src/serve.ts'
import { testContext } from '../support/context.ts'
import { enrollMany } from '../support/many-readers.ts'
import { lineOf, runScenario } from './scenario.ts'

const DUE = 330
const webhookSecret = `whsec_${Buffer.from('not used by this test').toString('base64')}`
const closing: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

test('interrupted at every named point, and lied to by the stand-in', async () => {
  const server = await listen(0)
  const url = `http://localhost:${server.port}`
  const accepted = new Map<string, number>()
  const context = await testContext({
    mail: openMail({ apiKey: 're_x', baseUrl: `${url}/resend`, webhookSecret, timeout: 400 }),
  })
  const mailbox = await openMailbox({
    webhookUrl: '',
    webhookSecret,
    now: () => context.clock.now(),
    publicUrl: () => url,
    requestsPerSecond: 200,
    onAccepted(email) {
      const id = email.tags.find((tag) => tag.name === 'delivery')!.value
      accepted.set(id, (accepted.get(id) ?? 0) + 1)
    },
  })
  server.ready(new Hono().route('/', mailbox.app).fetch)
  closing.push(
    () => server.close(),
    () => mailbox.close(),
    () => context.db.close(),
  )
  // Each with a seed of its own, or they would all strike at once and only the first be seen.
  for (const [seed, fault] of (
    ['rate-limited', 'error-500', 'hang', 'reset', 'html', 'accept-500'] as const
  ).entries())
    mailbox.faults.withProbability(0.12, fault, 11 + seed)

  let interruptions = 0
  const interrupted = {
    ...context,
    checkpoint() {
      if (Math.random() > 0.25) return
      interruptions += 1
      throw new Error('interrupted')
    },
  }
  await enrollMany(context, DUE, context.clock.now(), { badEvery: 110 })
  const open = () =>
    context.db.kysely
      .selectFrom('batches')
      .select('id')
      .where('submitted_at', 'is', null)
      .where('refused_at', 'is', null)
      .where('needs_look_at', 'is', null)
      .execute()
  const claimed = async () =>
    Number((await context.db.pool.query('select count(*) from deliveries')).rows[0].count)
  for (let round = 0; round < 200; round += 1) {
    if (round > 0 && (await claimed()) === DUE && (await open()).length === 0) break
    await claimDueLessons(interrupted, context.clock.now(), { limit: 25 }).catch(() => {})
    await Promise.all(
      (await open()).map(({ id }) => submitBatch(interrupted, id, context.clock.now()).catch(() => {})),
    )
  }

  const { rows } = await context.db.pool.query(
    'select id, failed_at is not null as refused, submitted_at is not null as submitted from deliveries',
  )
  expect(interruptions).toBeGreaterThan(3)
  expect(rows).toHaveLength(DUE)
  expect(rows.filter((row) => row.refused)).toHaveLength(3)
  expect([...accepted.values()].filter((times) => times > 1)).toEqual([])
  expect(accepted.size).toBe(DUE - 3)
  expect(rows.filter((row) => row.submitted !== accepted.has(row.id))).toEqual([])
})

test.skipIf(!inject('postgresUrl'))(
  'worker processes killed with -9 (needs Postgres; uses Redis when there is one)',
  async () => {
    const result = await runScenario(
      {
        name: 'short',
        due: DUE,
        workers: 2,
        killProbability: 0.15,
        faults: { reset: 0.15, html: 0.1, 'rate-limited': 0.1 },
        seconds: 140,
      },
      { postgresUrl: inject('postgresUrl')!, redisUrl: inject('redisUrl') },
    )
    console.log(`due / accepted / twice / missing: ${lineOf('short', result)}`)
    expect(result).toMatchObject({ due: DUE, accepted: DUE, twice: 0, missing: 0 })
    expect(result.largestSecond).toBeLessThanOrEqual(40)
  },
  170_000,
)
