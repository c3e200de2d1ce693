/** A Context for tests: a database of the test's own, a clock it moves, and queues that only take notes. */
import { randomUUID } from 'node:crypto'
import { type Logger, pino } from 'pino'
import type { Clock } from '../../src/clock.ts'
import { type Config, readConfig } from '../../src/config.ts'
import type { Context } from '../../src/context.ts'
import type { Jobs } from '../../src/jobs/open-jobs.ts'
import type { Payloads, QueueName } from '../../src/jobs/queues.ts'
import { type Mail, openMail } from '../../src/mail/open-mail.ts'
import { openSecrets } from '../../src/secrets.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

export interface TestClock extends Clock {
  /** Sets any instant, also an earlier one. */
  set(instant: Date | string): void
}

export function testClock(start: Date | string = '2027-03-08T15:00:00Z'): TestClock {
  let at = new Date(start)
  return {
    now: () => new Date(at),
    moveTo: async (instant) => {
      at = new Date(instant)
    },
    refresh: async () => {},
    set: (instant) => {
      at = new Date(instant)
    },
  }
}

export interface NotedJobs extends Jobs {
  noted: { queue: QueueName; payload: unknown }[]
  /** Takes the payloads noted for a queue. */
  take<Q extends QueueName>(queue: Q): Payloads[Q][]
}

/** Queues that keep what was enqueued and run nothing: the test decides what runs, and when. */
export function notedJobs(): NotedJobs {
  const noted: NotedJobs['noted'] = []
  return {
    backend: 'postgres',
    noted,
    take: (queue) => {
      const mine = noted.filter((job) => job.queue === queue)
      for (const job of mine) noted.splice(noted.indexOf(job), 1)
      return mine.map((job) => job.payload as never)
    },
    enqueue: async (queue, payload) => void noted.push({ queue, payload }),
    enqueueMany: async (queue, jobs) => void noted.push(...jobs.map(({ payload }) => ({ queue, payload }))),
    every: async () => {},
    startWorker: async () => {},
    idle: async () => noted.length === 0,
    counts: async () => ({}) as never,
    health: async () => {},
    closeWorkers: async () => {},
    close: async () => {},
  }
}

export interface TestContext extends Context {
  readonly db: TestDatabase
  readonly jobs: NotedJobs
  readonly clock: TestClock
}

export interface TestContextOptions {
  db?: TestDatabase
  env?: Record<string, string>
  mail?: Mail
  jobs?: Jobs
  clock?: TestClock
  config?: Config
  log?: Logger
}

/** Close `context.db` when done. Without `mail`, sending ends in a connection refused. */
export async function testContext(options: TestContextOptions = {}): Promise<TestContext> {
  const config =
    options.config ??
    readConfig({ PORT: '1', SECRET_KEY: `test-${randomUUID()}-${randomUUID()}`, ...options.env })
  return {
    config,
    db: options.db ?? (await openTestDatabase()),
    jobs: (options.jobs ?? notedJobs()) as NotedJobs,
    clock: options.clock ?? testClock(),
    mail:
      options.mail ??
      openMail({
        apiKey: 're_test',
        baseUrl: 'http://127.0.0.1:1',
        webhookSecret: `whsec_${btoa('0'.repeat(24))}`,
      }),
    secrets: openSecrets(config.secretKeys!),
    log: options.log ?? pino({ level: process.env.TEST_LOG ?? 'silent' }),
  }
}
