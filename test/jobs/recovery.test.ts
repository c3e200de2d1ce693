import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { expect, inject, onTestFinished, test, vi } from 'vitest'
import { type JobsOptions, openJobs } from '../../src/jobs/open-jobs.ts'
import { StartError } from '../../src/start-error.ts'
import { openTestDatabase } from '../support/database.ts'
import { freePort } from '../support/postgres.ts'
import { startRedis } from '../support/redis.ts'

const log = { warn: () => {}, error: () => {} }
const noRedis = !inject('redisUrl')
const noPostgres = !inject('postgresUrl')

async function open(options: Pick<JobsOptions, 'redisUrl'> | Pick<JobsOptions, 'pool'>) {
  const jobs = await openJobs({ pool: undefined as never, ...options, log, lockDuration: 1_000 })
  onTestFinished(() => jobs.close())
  return jobs
}

/** Not the run's own: these tests empty it and stop it. */
async function privateRedis() {
  const server = await startRedis()
  let running = server
  onTestFinished(() => running.stop())
  return {
    url: server.url,
    stop: () => running.stop(),
    start: async () => {
      running = await startRedis(undefined, Number(new URL(server.url).port))
    },
  }
}

test.skipIf(noRedis)(
  'emptying Redis stops neither the workers nor the tick',
  { timeout: 60_000 },
  async () => {
    const redis = await privateRedis()
    const jobs = await open({ redisUrl: redis.url })
    let ticks = 0
    const seen: string[] = []
    await jobs.startWorker('reconcile', async () => void ticks++)
    await jobs.startWorker('submit-batch', async ({ batchId }) => void seen.push(batchId))
    await jobs.every('reconcile', 300)
    await vi.waitFor(() => expect(ticks).toBeGreaterThan(1), 5_000)
    const admin = new Redis(redis.url)
    await admin.flushall()
    await admin.quit()
    await jobs.enqueue('submit-batch', { batchId: 'after' }, { jobId: 'after' })
    await vi.waitFor(() => expect(seen).toEqual(['after']), 10_000)
    const before = ticks
    await vi.waitFor(() => expect(ticks).toBeGreaterThan(before + 2), 15_000)
  },
)

test.skipIf(noRedis)(
  'a restart of Redis is survived, and enqueueing meanwhile fails at once',
  { timeout: 60_000 },
  async () => {
    const redis = await privateRedis()
    const jobs = await open({ redisUrl: redis.url })
    let ticks = 0
    const seen: string[] = []
    await jobs.startWorker('reconcile', async () => void ticks++)
    await jobs.startWorker('submit-batch', async ({ batchId }) => void seen.push(batchId))
    await jobs.every('reconcile', 300)
    await vi.waitFor(() => expect(ticks).toBeGreaterThan(0), 5_000)

    await redis.stop()
    for (const wait of [0, 500, 2_000]) {
      await sleep(wait)
      const started = Date.now()
      await expect(jobs.enqueue('submit-batch', { batchId: 'meanwhile' })).rejects.toThrow()
      expect(Date.now() - started).toBeLessThan(2_100)
    }
    await expect(jobs.health()).rejects.toThrow()

    await redis.start()
    await vi.waitFor(() => jobs.health(), 10_000)
    await jobs.enqueue('submit-batch', { batchId: 'after' })
    await vi.waitFor(() => expect(seen).toContain('after'), 15_000)
    const before = ticks
    await vi.waitFor(() => expect(ticks).toBeGreaterThan(before + 2), 20_000)
  },
)

test.skipIf(noRedis)('closing does not hang while Redis is away', { timeout: 60_000 }, async () => {
  const redis = await privateRedis()
  const jobs = await open({ redisUrl: redis.url })
  await jobs.startWorker('submit-batch', async () => {})
  await jobs.every('reconcile', 300)
  await redis.stop()
  await sleep(300)
  const started = Date.now()
  await jobs.close()
  expect(Date.now() - started).toBeLessThan(10_000)
})

test('a Redis that does not answer at the start is one sentence', async () => {
  const problem = await open({ redisUrl: `redis://127.0.0.1:${await freePort()}` }).catch((error) => error)
  expect(problem).toBeInstanceOf(StartError)
  expect(problem.message).toMatch(/^The Redis server in REDIS_URL \(127\.0\.0\.1:\d+\) does not answer/)
})

test.skipIf(noPostgres)(
  'workers on Postgres survive the loss of every connection',
  { timeout: 60_000 },
  async () => {
    const database = await openTestDatabase('postgres')
    onTestFinished(() => database.close())
    const jobs = await open({ pool: database.pool })
    let ticks = 0
    const seen: string[] = []
    await jobs.startWorker('reconcile', async () => void ticks++)
    await jobs.startWorker('submit-batch', async ({ batchId }) => void seen.push(batchId))
    await jobs.every('reconcile', 300)
    await vi.waitFor(() => expect(ticks).toBeGreaterThan(0), 5_000)
    await database.pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await vi.waitFor(() => jobs.enqueue('submit-batch', { batchId: 'after' }), 5_000)
    await vi.waitFor(() => expect(seen).toContain('after'), 10_000)
    const before = ticks
    await vi.waitFor(() => expect(ticks).toBeGreaterThan(before + 2), 15_000)
    await jobs.close()
  },
)
