import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../src/db/open-database.ts'
import { type Jobs, type JobsOptions, openJobs } from '../../src/jobs/open-jobs.ts'
import { GiveUp, TryLater } from '../../src/jobs/outcomes.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

const backends = {
  'the embedded database': { kind: 'embedded', found: true },
  'a PostgreSQL server': { kind: 'postgres', found: Boolean(inject('postgresUrl')) },
  Redis: { kind: undefined, found: Boolean(inject('redisUrl')) },
} as const

const log = { warn: () => {}, error: () => {} }

for (const [name, { kind, found }] of Object.entries(backends)) {
  describe.skipIf(!found)(`jobs in ${name}`, () => {
    let database: TestDatabase | undefined
    const opened: Jobs[] = []
    let prefix = ''

    beforeAll(async () => {
      if (kind) database = await openTestDatabase(kind)
    })
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((jobs) => jobs.close()))
      await database?.pool.query('truncate bullmq.job, bullmq.scheduler, bullmq.rate_limit cascade')
      prefix = ''
    })
    afterAll(() => database?.close())

    function backend(): Pick<JobsOptions, 'pool' | 'redisUrl' | 'prefix'> {
      prefix ||= `test-${Math.random().toString(36).slice(2)}`
      return kind
        ? { pool: database!.pool }
        : { redisUrl: inject('redisUrl'), prefix, pool: undefined as never }
    }
    async function open(options: Partial<JobsOptions> = {}): Promise<Jobs> {
      const jobs = await openJobs({ ...backend(), log, backoff: 20, lockDuration: 1_000, ...options })
      opened.push(jobs)
      return jobs
    }

    test('a job reaches a worker once, with its payload', async () => {
      const jobs = await open()
      const seen: string[] = []
      await jobs.startWorker('submit-batch', async ({ batchId }) => void seen.push(batchId))
      await jobs.enqueue('submit-batch', { batchId: 'one' })
      await vi.waitFor(() => expect(seen).toEqual(['one']))
      await untilIdle(jobs)
      expect(seen).toEqual(['one'])
    })

    test('a worker elsewhere hears of a job at once', async () => {
      const [producer, consumer] = [await open(), await open()]
      const took: number[] = []
      await consumer.startWorker(
        'submit-batch',
        async ({ batchId }) => void took.push(Date.now() - Number(batchId.slice(1))),
      )
      await sleep(300)
      for (let i = 0; i < 5; i++) {
        await producer.enqueue('submit-batch', { batchId: `t${Date.now()}` })
        await sleep(50)
      }
      await vi.waitFor(() => expect(took).toHaveLength(5))
      expect(Math.min(...took)).toBeLessThan(250)
    })

    test('many jobs are added at once and each is handled', async () => {
      const jobs = await open()
      const seen = new Set<string>()
      await jobs.enqueueMany(
        'submit-batch',
        Array.from({ length: 1_200 }, (_, i) => ({ payload: { batchId: `b${i}` } })),
      )
      expect((await jobs.counts())['submit-batch'].wait).toBe(1_200)
      expect(await jobs.idle()).toBe(false)
      await jobs.startWorker('submit-batch', async ({ batchId }) => void seen.add(batchId), {
        concurrency: 20,
      })
      await untilIdle(jobs)
      expect(seen.size).toBe(1_200)
    })

    test('a delayed job waits for its time', async () => {
      const jobs = await open()
      const started = Date.now()
      const handled = new Promise<number>((resolve) => {
        void jobs.startWorker('submit-batch', async () => resolve(Date.now() - started))
      })
      await jobs.enqueue('submit-batch', { batchId: 'later' }, { delay: 700 })
      expect(await handled).toBeGreaterThanOrEqual(690)
      expect(await handled).toBeLessThan(3_000)
    })

    test('a failing job is tried again after longer and longer waits, and then given up', async () => {
      const jobs = await open({ attempts: 4, backoff: 100 })
      const at: number[] = []
      const told: boolean[] = []
      await jobs.startWorker(
        'submit-batch',
        async () => {
          at.push(Date.now())
          throw new Error('no')
        },
        { onError: (_error, { final }) => void told.push(final) },
      )
      await jobs.enqueue('submit-batch', { batchId: 'hopeless' })
      await vi.waitFor(() => expect(told).toEqual([false, false, false, true]), 15_000)
      expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(45)
      expect(at[3]! - at[2]!).toBeGreaterThanOrEqual(195)
      expect((await jobs.counts())['submit-batch'].failed).toBe(0)
    })

    test('a job put off with TryLater keeps its attempts, one given up has no other', async () => {
      const jobs = await open({ attempts: 2 })
      const seen: string[] = []
      await jobs.startWorker('submit-batch', async ({ batchId }) => {
        seen.push(batchId)
        if (batchId === 'hopeless') throw new GiveUp('the address does not exist')
        if (seen.filter((id) => id === batchId).length < 4) throw new TryLater(20)
      })
      await jobs.enqueue('submit-batch', { batchId: 'patient' })
      await jobs.enqueue('submit-batch', { batchId: 'hopeless' })
      await vi.waitFor(() => expect(seen.filter((id) => id === 'patient')).toHaveLength(4), 10_000)
      await sleep(200)
      expect(seen.filter((id) => id === 'hopeless')).toHaveLength(1)
    })

    test('a limiter holds jobs back', async () => {
      const jobs = await open()
      const at: number[] = []
      await jobs.startWorker('submit-batch', async () => void at.push(Date.now()), {
        limiter: { max: 1, duration: 200 },
        concurrency: 5,
      })
      await jobs.enqueueMany(
        'submit-batch',
        Array.from({ length: 6 }, (_, i) => ({ payload: { batchId: `b${i}` } })),
      )
      await vi.waitFor(() => expect(at).toHaveLength(6), 20_000)
      expect(at[5]! - at[0]!).toBeGreaterThanOrEqual(900)
    })

    test('the same jobId twice is one job, and free again when it has finished', async () => {
      const jobs = await open()
      const seen: string[] = []
      await jobs.enqueue('submit-batch', { batchId: 'first' }, { jobId: 'batch-1' })
      await jobs.enqueue('submit-batch', { batchId: 'second' }, { jobId: 'batch-1' })
      await jobs.enqueueMany('submit-batch', [{ payload: { batchId: 'third' }, jobId: 'batch-1' }])
      await jobs.startWorker('submit-batch', async ({ batchId }) => void seen.push(batchId))
      await untilIdle(jobs)
      await vi.waitFor(() => expect(seen).toEqual(['first']))
      await jobs.enqueue('submit-batch', { batchId: 'fourth' }, { jobId: 'batch-1' })
      await vi.waitFor(() => expect(seen).toEqual(['first', 'fourth']))
    })

    test('a tick repeats, one job an interval, however often it was asked for', async () => {
      const [one, other] = [await open(), await open()]
      let ticks = 0
      for (const jobs of [one, other]) {
        await jobs.every('reconcile', 300)
        await jobs.startWorker('reconcile', async () => void ticks++)
      }
      await sleep(2_100)
      expect(ticks).toBeGreaterThanOrEqual(4)
      expect(ticks).toBeLessThanOrEqual(9)
      await one.closeWorkers()
      await other.closeWorkers()
      expect(await one.idle()).toBe(true)
    })

    test('a tick whose interval changed follows the new one', async () => {
      const jobs = await open()
      let ticks = 0
      await jobs.every('reconcile', 3_600_000)
      await jobs.startWorker('reconcile', async () => void ticks++)
      await jobs.every('reconcile', 200)
      await vi.waitFor(() => expect(ticks).toBeGreaterThan(2), 20_000)
    })

    test('closing waits for the job under way, and takes no other', async () => {
      const jobs = await open()
      const seen: string[] = []
      await jobs.startWorker('submit-batch', async ({ batchId }) => {
        seen.push(`${batchId} began`)
        await sleep(500)
        seen.push(`${batchId} ended`)
      })
      await jobs.enqueue('submit-batch', { batchId: 'one' })
      await vi.waitFor(() => expect(seen).toEqual(['one began']))
      await jobs.enqueue('submit-batch', { batchId: 'two' })
      await jobs.closeWorkers()
      expect(seen).toEqual(['one began', 'one ended'])
      expect((await jobs.counts())['submit-batch'].wait).toBe(1)
    })

    test('closing tells a job that takes too long, and then goes', async () => {
      const jobs = await open({ closeWithin: 300 })
      let aborted = false
      let began = false
      await jobs.startWorker('submit-batch', async (_payload, signal) => {
        began = true
        await sleep(60_000, undefined, { signal }).catch(() => {
          aborted = true
        })
      })
      await jobs.enqueue('submit-batch', { batchId: 'endless' })
      await vi.waitFor(() => expect(began).toBe(true))
      const started = Date.now()
      await jobs.close()
      expect(aborted).toBe(true)
      expect(Date.now() - started).toBeLessThan(3_000)
    })

    test('health is quiet while the backend answers', async () => {
      await expect((await open()).health()).resolves.toBeUndefined()
    })

    test('a job whose worker was killed is handled by another', async () => {
      let other = backend()
      let place = kind ? (database!.url ?? '') : JSON.stringify([inject('redisUrl'), prefix])
      let reopened: Database | undefined
      // Embedded there is only one process: the job is then found by whoever opens the directory next.
      const dataDir = kind === 'embedded' ? mkdtempSync(path.join(tmpdir(), 'lettercourse-jobs-')) : undefined
      if (dataDir) place = dataDir
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', 'test/jobs/worker-that-dies.ts', kind ?? 'redis', place],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      await once(child.stdout, 'data')
      child.kill('SIGKILL')
      await once(child, 'exit')
      if (dataDir) {
        onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
        reopened = await openDatabase({ dataDir })
        other = { pool: reopened.pool }
      }
      const jobs = await open(other)
      const seen: string[] = []
      await jobs.startWorker('submit-batch', async ({ batchId }) => void seen.push(batchId))
      await vi.waitFor(() => expect(seen).toEqual(['left behind']), 20_000)
      await untilIdle(jobs)
      await jobs.close()
      await reopened?.close()
    })
  })
}

async function untilIdle(jobs: Jobs): Promise<void> {
  await vi.waitFor(async () => expect(await jobs.idle()).toBe(true), { timeout: 30_000, interval: 50 })
}
