import { Redis } from 'ioredis'
import { pino } from 'pino'
import { openJobs } from '../../src/jobs/open-jobs.ts'
import { benchEnvironment } from './bench-environment.ts'
import { loadReaders } from './load-readers.ts'
import { type BenchDatabase, makeDatabase } from './make-database.ts'
import { median } from './median.ts'
import { cpuSeconds, machineBusySeconds, rssOf } from './meter.ts'
import type { Accepted } from './sink.ts'
import { type Child, startChild } from './start-child.ts'
import type { Servers } from './start-servers.ts'

export interface ThroughputMeasured {
  mail: { subject: string; htmlKb: number; textKb: number }
  readers: number
  rounds: Round[]
  textbook: { readers: number; perSecond: number[]; redisBytesPerReader: number }
  /** By number of worker processes: medians over the rounds. */
  ratios: { workers: number; perSecond: number; ofCeiling: number; timesTextbook: number }[]
  ceilingPerSecond: number
  memory: { workers: number; beforeMb: number; afterEachRoundMb: number[]; peakMb: number }[]
  redisBytes: { before: number; peak: number; after: number }
  /** With `profile`: what Postgres spent on statements, those of foreign keys included. */
  statements?: { statement: string; calls: number; seconds: number }[]
}

export interface Round {
  workers: number
  ceilingPerSecond: number
  perSecond: number
  accepted: Accepted
  /** Processor seconds per 1,000 mails, and what all other programs on the machine took. */
  cpu: { ceiling: number; worker: number; postgres: number; redis: number; sink: number; others: number }
}

export interface ThroughputOptions {
  readers: number
  rounds: number
  textbookReaders: number
  /** Where the CPU profile of the one worker process goes. */
  profile?: string
  say: (line: string) => void
}

export async function measureThroughput(
  servers: Servers,
  options: ThroughputOptions,
): Promise<ThroughputMeasured> {
  const { say, readers } = options
  const sink = startChild('test/bench/sink.ts')
  const { url: sinkUrl } = await sink.next<{ url: string }>()
  const database = await makeDatabase(servers.postgresUrl, 'throughput')
  const env = {
    ...benchEnvironment,
    ...{ DATABASE_URL: database.url, REDIS_URL: servers.redisUrl, RESEND_BASE_URL: sinkUrl },
  }
  if (options.profile) await database.pool.query('create extension if not exists pg_stat_statements')
  let loaded = await load(database, 0, 2_000, 10_000)
  const ceiling = startChild('test/bench/ceiling.ts', env)
  const mail = await ceiling.next<{ subject: string; html: number; text: number }>()
  const bench = { ...options, servers, sink, sinkUrl, database, ceiling }

  const redis = new Redis(servers.redisUrl)
  const rounds: Round[] = []
  const memory: ThroughputMeasured['memory'] = []
  const redisBytes = { before: 0, peak: 0, after: 0 }
  for (const count of [1, 2]) {
    const workers: Child[] = []
    for (let i = 0; i < count; i++) {
      const worker = startChild('src/worker.ts', env, count === 1 ? options.profile : undefined)
      await worker.says('Working')
      workers.push(worker)
    }
    redisBytes.before ||= await usedMemory(redis)
    const watch = { workers: count, beforeMb: rssSum(workers), afterEachRoundMb: [] as number[], peakMb: 0 }
    const sampling = setInterval(async () => {
      watch.peakMb = Math.max(watch.peakMb, rssSum(workers))
      redisBytes.peak = Math.max(redisBytes.peak, await usedMemory(redis))
    }, 250)
    for (let round = 1; round <= options.rounds; round++) {
      const measured = await oneRound(bench, workers, redis, loaded)
      loaded += readers
      rounds.push(measured)
      watch.afterEachRoundMb.push(rssSum(workers))
      const { perSecond, ceilingPerSecond } = measured
      say(
        `${count} worker${count > 1 ? 's' : ''}, round ${round}: ${perSecond.toFixed(0)} mails/s, ceiling ${ceilingPerSecond.toFixed(0)}, ratio ${(perSecond / ceilingPerSecond).toFixed(2)}`,
      )
    }
    clearInterval(sampling)
    memory.push(watch)
    for (const worker of workers) await worker.end()
  }
  redisBytes.after = await usedMemory(redis)
  const statements = options.profile ? await statementsOf(database) : undefined
  redis.disconnect()
  await ceiling.end()

  const textbook = await measureTextbook(env, sinkUrl, options)
  await sink.end()
  await database.close()
  const ratios = [1, 2].map((workers) => {
    const own = rounds.filter((round) => round.workers === workers)
    const perSecond = median(own.map((round) => round.perSecond))
    return {
      workers,
      perSecond,
      ofCeiling: median(own.map((round) => round.perSecond / round.ceilingPerSecond)),
      timesTextbook: perSecond / median(textbook.perSecond),
    }
  })
  return {
    mail: { subject: mail.subject, htmlKb: mail.html / 1000, textKb: mail.text / 1000 },
    readers,
    rounds,
    textbook,
    ratios,
    ceilingPerSecond: median(rounds.map((round) => round.ceilingPerSecond)),
    memory,
    redisBytes,
    statements,
  }
}

interface Bench extends ThroughputOptions {
  servers: Servers
  sink: Child
  sinkUrl: string
  database: BenchDatabase
  ceiling: Child
}

async function load(
  { pool, course }: BenchDatabase,
  from: number,
  count: number,
  dueEvery: number,
): Promise<number> {
  const client = await pool.connect()
  await loadReaders(client, course, { from: from + 1, count, dueEvery, now: new Date() })
  client.release()
  return from + count
}

/** The ceiling, then as many mails from the tick to the last recorded submission. */
async function oneRound(bench: Bench, workers: Child[], redis: Redis, loaded: number): Promise<Round> {
  const { readers, ceiling, sink, sinkUrl, database, servers } = bench
  await forgetAccepted(sinkUrl)
  const ceilingBefore = cpuSeconds(ceiling.pid)
  const { seconds: ceilingSeconds } = await ceiling.ask<{ seconds: number }>({ count: readers })
  const ceilingCpu = cpuSeconds(ceiling.pid) - ceilingBefore
  await checkAccepted(sinkUrl, readers)

  // Everybody becomes due at the instant of the commit, and the tick follows at once.
  const client = await database.pool.connect()
  await client.query('begin')
  await loadReaders(client, database.course, {
    from: loaded + 1,
    count: readers,
    dueEvery: 1,
    now: new Date(),
  })
  await client.query('checkpoint')
  const jobs = await openJobs({
    redisUrl: servers.redisUrl,
    pool: database.pool,
    log: pino({ level: 'warn' }),
  })
  const meters = async () => ({
    worker: workers.reduce((sum, worker) => sum + cpuSeconds(worker.pid), 0),
    postgres: cpuSeconds(servers.postgresPid),
    redis: await redisCpu(redis),
    sink: cpuSeconds(sink.pid),
    machine: machineBusySeconds(),
  })
  const before = await meters()
  await client.query('commit')
  const start = performance.now()
  await jobs.enqueue('claim-due-lessons', {})
  for (let open = -1; open !== 0; ) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    // An index scan over the few open batches; before the first claim there is none, so those due count too.
    const { rows } = await client.query(
      `select (select count(*) from batches where submitted_at is null and refused_at is null and needs_look_at is null)
        + (select count(*) from enrollments where next_due_at <= now()) as open`,
    )
    open = Number(rows[0].open)
  }
  const seconds = (performance.now() - start) / 1000
  const after = await meters()
  client.release()
  await jobs.close()
  const perThousand = (name: keyof typeof before) => ((after[name] - before[name]) / readers) * 1000
  const cpu = { worker: 0, postgres: 0, redis: 0, sink: 0 }
  for (const name of ['worker', 'postgres', 'redis', 'sink'] as const) cpu[name] = perThousand(name)
  const others = Math.max(0, perThousand('machine') - cpu.worker - cpu.postgres - cpu.redis - cpu.sink)
  return {
    workers: workers.length,
    ceilingPerSecond: readers / ceilingSeconds,
    perSecond: readers / seconds,
    accepted: await checkAccepted(sinkUrl, readers * 2),
    cpu: { ceiling: (ceilingCpu / readers) * 1000, ...cpu, others },
  }
}

async function measureTextbook(
  env: Record<string, string>,
  sinkUrl: string,
  { textbookReaders: readers, say }: ThroughputOptions,
): Promise<ThroughputMeasured['textbook']> {
  const child = startChild('test/bench/textbook.tsx', env)
  await child.next()
  const perSecond: number[] = []
  let redisBytesPerReader = 0
  for (let round = 0; round <= 2; round++) {
    await forgetAccepted(sinkUrl)
    const answer = await child.ask<{ seconds: number; bytesPerReader: number }>({ count: readers })
    await checkAccepted(sinkUrl, readers)
    redisBytesPerReader = Math.max(redisBytesPerReader, answer.bytesPerReader)
    // The first one warms up.
    if (round > 0) perSecond.push(readers / answer.seconds)
    say(`textbook, round ${round}: ${(readers / answer.seconds).toFixed(0)} mails/s`)
  }
  await child.end()
  return { readers, perSecond, redisBytesPerReader }
}

async function forgetAccepted(sinkUrl: string): Promise<void> {
  await fetch(sinkUrl, { method: 'DELETE' })
}

/** The costliest statements of the engine; those that load the readers are left out. */
async function statementsOf({ pool }: BenchDatabase): Promise<ThroughputMeasured['statements']> {
  const { rows } = await pool.query(
    `select regexp_replace(left(query, 110), '\\s+', ' ', 'g') as statement, calls::int, total_exec_time / 1000 as seconds
     from pg_stat_statements where query !~ 'loading|id_at|analyze|checkpoint|enrollments where next_due_at <= now' and calls > 5
     order by total_exec_time desc limit 20`,
  )
  return rows
}

/** Each delivery accepted exactly once, or the run counts for nothing. */
async function checkAccepted(sinkUrl: string, expected: number): Promise<Accepted> {
  const accepted = (await (await fetch(sinkUrl)).json()) as Accepted
  if (accepted.mails !== expected || accepted.distinct !== expected || accepted.twice > 0)
    throw new Error(`The sink accepted ${JSON.stringify(accepted)} and not ${expected} mails, each once.`)
  return accepted
}

const rssSum = (workers: Child[]) => workers.reduce((sum, worker) => sum + rssOf(worker.pid), 0)

async function usedMemory(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))![1])
}

async function redisCpu(redis: Redis): Promise<number> {
  const info = await redis.info('cpu')
  return ['used_cpu_sys', 'used_cpu_user'].reduce(
    (sum, name) => sum + Number(new RegExp(`${name}:([\\d.]+)`).exec(info)![1]),
    0,
  )
}
