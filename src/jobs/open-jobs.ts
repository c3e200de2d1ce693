import { DelayedError, type Job, type Queue, UnrecoverableError, type Worker } from 'bullmq'
import type pg from 'pg'
import { postgresBackend, redisBackend } from './backend.ts'
import { GiveUp, TryLater } from './outcomes.ts'
import { type Payloads, type QueueName, queueNames } from './queues.ts'
import { Schedulers } from './schedulers.ts'
import { within } from './within.ts'

export interface JobsOptions {
  /** With it, jobs are kept in Redis; without it, in the database that `pool` belongs to. */
  redisUrl?: string
  pool: pg.Pool
  log: JobsLog
  /** How often a failing job is tried in all. */
  attempts?: number
  /** Milliseconds before the second attempt; each later wait is twice as long, give or take a half. */
  backoff?: number
  /** Apart from others on the same Redis. */
  prefix?: string
  /** Milliseconds after which a job of a worker that died is given to another. */
  lockDuration?: number
  /** Milliseconds that closing waits for the jobs under way. */
  closeWithin?: number
}

export interface JobsLog {
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface WorkerSettings {
  concurrency?: number
  /** At most `max` jobs begin in any fixed window of `duration` ms, over all workers of the queue. */
  limiter?: { max: number; duration: number }
  /** Called for every failed attempt; `final` when there will be no other. */
  onError?: (error: Error, job: { attempt: number; final: boolean }) => void
}

export interface Jobs {
  readonly backend: 'redis' | 'postgres'
  /**
   * Resolves when the job is stored; a job whose `jobId` is still waiting or running is the same job, and what
   * is given here is ignored. Rejects within two seconds when it cannot be: callers may go on, since whatever
   * a job does is found again in Postgres by the next tick. `delay` is in milliseconds.
   */
  enqueue<Q extends QueueName>(
    queue: Q,
    payload: Payloads[Q],
    options?: { jobId?: string; delay?: number },
  ): Promise<void>
  enqueueMany<Q extends QueueName>(queue: Q, jobs: { payload: Payloads[Q]; jobId?: string }[]): Promise<void>
  /** A job with an empty payload again and again, one an interval however many processes ask for it (one that takes longer may meet the next). */
  every(queue: QueueName, milliseconds: number): Promise<void>
  /**
   * Hands each job to `handle`, which may run twice for one job (its process died) and must not mind. It throws
   * to be called again later; `TryLater` and `GiveUp` say when. `signal` aborts when closing takes too long.
   */
  startWorker<Q extends QueueName>(
    queue: Q,
    handle: (payload: Payloads[Q], signal?: AbortSignal) => Promise<void>,
    settings?: WorkerSettings,
  ): Promise<void>
  /** Nothing waits and nothing runs. Jobs for later (a delay, a retry, the next tick) do not count. */
  idle(): Promise<boolean>
  counts(): Promise<Record<QueueName, Record<string, number>>>
  /** Rejects when the backend does not answer within two seconds. */
  health(): Promise<void>
  /** Takes no new jobs and waits for those under way. */
  closeWorkers(): Promise<void>
  close(): Promise<void>
}

const ENQUEUE_WITHIN_MS = 2_000
const ENQUEUE_MANY_WITHIN_MS = 15_000
const BULK = 1_000

/** @throws StartError when Redis does not answer. */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { log, prefix = 'lettercourse', lockDuration = 30_000, closeWithin = 25_000 } = options
  const onError = quietly((error) => log.warn({ err: error }, 'the job queue reported an error'))
  const backend = options.redisUrl
    ? await redisBackend(options.redisUrl, onError)
    : await postgresBackend(options.pool, onError)
  const queues = new Map<QueueName, Queue>()
  const workers: RunningWorker[] = []

  for (const name of queueNames) {
    const queue = backend.queue(name, {
      prefix,
      defaultJobOptions: {
        attempts: options.attempts ?? 8,
        backoff: { type: 'exponential', delay: options.backoff ?? 2_000, jitter: 0.5 },
        // A finished job is forgotten at once: while it is remembered its jobId cannot be used again, and
        // what became of it is in Postgres.
        removeOnComplete: true,
        removeOnFail: true,
      },
    })
    queue.on('error', onError)
    queues.set(name, queue)
  }
  await Promise.all([...queues.values()].map((queue) => queue.waitUntilReady()))
  const queueOf = (name: QueueName) => queues.get(name)!
  const schedulers = new Schedulers(queueOf, onError)

  async function closeWorkers(): Promise<void> {
    await Promise.all(workers.splice(0).map(closeWorker))
  }

  async function closeWorker({ worker, running }: RunningWorker): Promise<void> {
    const closing = worker.close()
    // BullMQ waits without end for a job, and for a backend that is away.
    const ended = Promise.allSettled([...running]).then(() => within(3_000, closing))
    if (
      await within(closeWithin, ended).then(
        () => true,
        () => false,
      )
    )
      return
    if (running.size) log.warn({ queue: worker.name }, 'a job did not end in time and will be run again')
    worker.cancelAllJobs('closing')
    await within(1_000, closing).catch(() => {})
  }

  let closed: Promise<void> | undefined
  async function closeAll(): Promise<void> {
    schedulers.close()
    await closeWorkers()
    await Promise.all([...queues.values()].map((queue) => within(2_000, queue.close()).catch(onError)))
    await backend.close()
  }

  return {
    backend: backend.name,

    async enqueue(name, payload, { jobId, delay } = {}) {
      await within(ENQUEUE_WITHIN_MS, queueOf(name).add(name, payload, { jobId, delay }))
    },

    async enqueueMany(name, jobs) {
      for (let from = 0; from < jobs.length; from += BULK) {
        const bulk = jobs.slice(from, from + BULK)
        const data = bulk.map(({ payload, jobId }) => ({ name, data: payload, opts: { jobId } }))
        await within(ENQUEUE_MANY_WITHIN_MS, queueOf(name).addBulk(data))
      }
    },

    every: (name, milliseconds) => schedulers.every(name, milliseconds),

    async startWorker(name, handle, settings = {}) {
      const running = new Set<Promise<void>>()
      const worker = backend.worker(name, processor(handle as never, running), {
        prefix,
        concurrency: settings.concurrency ?? 1,
        limiter: settings.limiter,
        lockDuration,
        stalledInterval: lockDuration,
        // A job whose process was killed is given out again, and again: what it does is safe to repeat.
        maxStalledCount: 20,
        runRetryDelay: 1_000,
      })
      worker.on('error', onError)
      worker.on('failed', (job, error) => {
        const attempt = job?.attemptsMade ?? 0
        const final = !job || attempt >= (job.opts.attempts ?? 1) || error instanceof UnrecoverableError
        settings.onError?.(error, { attempt, final })
        const fields = { err: error, queue: name, job: job?.id, data: job?.data, attempt }
        if (final) log.error(fields, 'a job failed for good')
        else log.warn(fields, 'a job failed and will be tried again')
      })
      workers.push({ worker, running })
      await worker.waitUntilReady()
    },

    async idle() {
      const all = await Promise.all(
        [...queues.values()].map((queue) => queue.getJobCounts('wait', 'prioritized', 'active')),
      )
      return all.every((counts) => Object.values(counts).every((count) => count === 0))
    },

    async counts() {
      const entries = queueNames.map(async (name) => {
        const counts = await queueOf(name).getJobCounts('wait', 'active', 'delayed', 'failed')
        return [name, counts] as const
      })
      return Object.fromEntries(await Promise.all(entries)) as Record<QueueName, Record<string, number>>
    },

    async health() {
      await within(ENQUEUE_WITHIN_MS, backend.health())
    },

    closeWorkers,

    close() {
      closed ??= closeAll()
      return closed
    },
  }
}

interface RunningWorker {
  worker: Worker
  running: Set<Promise<void>>
}

function processor(
  handle: (payload: unknown, signal?: AbortSignal) => Promise<void>,
  running: Set<Promise<void>>,
) {
  return async (job: Job, token?: string, signal?: AbortSignal): Promise<void> => {
    const handling = handle(job.data, signal)
    running.add(handling)
    try {
      await handling
    } catch (error) {
      if (error instanceof GiveUp) throw new UnrecoverableError(error.message)
      if (!(error instanceof TryLater)) throw error
      await job.moveToDelayed(Date.now() + error.milliseconds, token)
      throw new DelayedError()
    } finally {
      running.delete(handling)
    }
  }
}

/** A backend that is away reports it many times a second: the same message is passed on twice a minute. */
function quietly(report: (error: Error) => void): (error: Error) => void {
  const last = new Map<string, number>()
  return (error) => {
    const now = Date.now()
    if (now - (last.get(error.message) ?? 0) < 30_000) return
    if (last.size > 100) last.clear()
    last.set(error.message, now)
    report(error)
  }
}
