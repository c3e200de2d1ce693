import {
  createPostgresBackend,
  type Processor,
  Queue,
  type QueueOptions,
  Worker,
  type WorkerOptions,
} from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import { migrateJobs } from './migrate-jobs.ts'

/** What differs between Redis and Postgres underneath BullMQ. Everything else is in `open-jobs.ts`. */
export interface Backend {
  name: 'redis' | 'postgres'
  queue(name: string, options: Omit<QueueOptions, 'connection'>): Queue
  worker(name: string, handle: Processor, options: Omit<WorkerOptions, 'connection'>): Worker
  health(): Promise<unknown>
  close(): Promise<void>
}

export async function redisBackend(redisUrl: string, onError: (error: Error) => void): Promise<Backend> {
  const retryStrategy = (times: number) => Math.min(times * 100, 2_000)
  // Producers fail at once while Redis is away, since Postgres holds the truth; workers wait for it.
  const producer = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    lazyConnect: true,
    retryStrategy,
  })
  producer.on('error', onError)
  try {
    await producer.connect()
    await producer.ping()
  } catch (error) {
    producer.disconnect()
    throw new StartError(whyUnreachable(redisUrl, error as Error))
  }
  const consumer = new Redis(redisUrl, { maxRetriesPerRequest: null, retryStrategy })
  consumer.on('error', onError)
  // Each worker waits for jobs on a connection of its own, which BullMQ keeps when it cannot close it in order.
  const waiting: Redis[] = []
  consumer.duplicate = (...options) => {
    const connection = Redis.prototype.duplicate.apply(consumer, options)
    waiting.push(connection)
    return connection
  }
  return {
    name: 'redis',
    queue: (name, options) => new Queue(name, { ...options, connection: producer }),
    worker: (name, handle, options) => new Worker(name, handle, { ...options, connection: consumer }),
    health: () => producer.ping(),
    close: async () => {
      for (const connection of [producer, consumer, ...waiting]) connection.disconnect()
    },
  }
}

function whyUnreachable(redisUrl: string, error: Error): string {
  const host = URL.canParse(redisUrl) ? new URL(redisUrl).host : 'the address'
  if (/NOAUTH|WRONGPASS|AUTH/.test(error.message)) {
    return `The Redis server at ${host} does not let us in: check the user and password in REDIS_URL (${error.message}).`
  }
  return `The Redis server in REDIS_URL (${host}) does not answer: start it, correct REDIS_URL, or unset it to queue in Postgres (${error.message}).`
}

/**
 * BullMQ's tables live in the schema `bullmq` of the same database and its statements rely on search_path, so
 * it gets connections of its own; each worker also keeps one for LISTEN.
 */
export async function postgresBackend(main: pg.Pool, onError: (error: Error) => void): Promise<Backend> {
  const pool = new pg.Pool({
    ...main.options,
    max: Math.max(main.options.max ?? 0, 20),
    keepAlive: true,
    application_name: 'lettercourse-jobs',
    options: '-c search_path=bullmq',
  })
  pool.setMaxListeners(0) // one a queue and one a worker is no leak
  pool.on('error', onError)
  // One that breaks while it is in use, too: BullMQ listens again by itself.
  pool.on('connect', (client) => client.on('error', onError))
  await migrateJobs(pool)
  return {
    name: 'postgres',
    // BullMQ's types carry the backend; nothing here uses what differs.
    queue: (name, options) =>
      new Queue(name, { ...options, connection: pool }, createPostgresBackend) as unknown as Queue,
    worker: (name, handle, options) =>
      new Worker(name, handle, { ...options, connection: pool }, createPostgresBackend) as unknown as Worker,
    health: () => pool.query('select 1'),
    close: () => pool.end(),
  }
}
