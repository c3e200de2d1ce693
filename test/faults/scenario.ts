/**
 * One run of the fault suite: readers due, worker processes, the stand-in in a process of its own that counts what it
 * accepted for each delivery, and something going wrong all the while. It must end `due / accepted / 0 / 0`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openDatabase } from '../../src/db/open-database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { enrollMany } from '../support/many-readers.ts'
import { urlOf } from '../support/template.ts'

export interface Scenario {
  name: string
  due: number
  workers: number
  /** Every n-th address is one that Resend refuses. */
  badEvery?: number
  killProbability?: number
  /** Probabilities of the stand-in's faults. */
  faults?: Partial<Record<string, number>>
  /** Called about once a second while mails are leaving. */
  everySecond?: (run: Run, second: number) => Promise<void> | void
  /** Webhooks are delivered to a web process, and each delivery must end delivered. */
  webhooks?: boolean
  seconds?: number
}

export interface Run {
  databaseUrl: string
  pool: pg.Pool
  killOne(): void
}

export interface Result {
  due: number
  accepted: number
  twice: number
  missing: number
  refused: number
  kills: Record<string, number>
  seconds: number
  largestSecond: number
  /** Deliveries whose outcome the webhooks told; only where there are webhooks. */
  delivered?: number
}

export async function runScenario(
  scenario: Scenario,
  servers: { postgresUrl: string; redisUrl?: string },
): Promise<Result> {
  const started = performance.now()
  const databaseUrl = await freshDatabase(servers.postgresUrl)
  const db = await openDatabase({ databaseUrl })
  db.pool.on('error', () => {})
  const children = new Set<ChildProcess>()
  const kills: Record<string, number> = {}
  let over = false
  try {
    await migrate(db.pool)
    await enrollMany({ db }, scenario.due, new Date(), { badEvery: scenario.badEvery })
    const webPort = 20_000 + Math.floor(Math.random() * 20_000)
    const secret = `whsec_${Buffer.from('a secret of the fault suite').toString('base64')}`
    const standIn = await start(children, 'src/mailbox/serve.ts', {}, [
      ...['--port', '0', '--rps', '40', '--sink', '--secret', secret],
      ...(scenario.webhooks ? ['--webhook-url', `http://127.0.0.1:${webPort}/webhooks/resend`] : []),
    ])
    const { url } = JSON.parse(standIn.line) as { url: string }
    // Each with a seed of its own, or they would all strike at once and only the first be seen.
    for (const [index, [fault, probability]] of Object.entries(scenario.faults ?? {}).entries())
      await order(url, { fault, probability, seed: 7 + index })

    const env = {
      DATABASE_URL: databaseUrl,
      ...(servers.redisUrl && { REDIS_URL: servers.redisUrl }),
      PORT: String(webPort),
      RESEND_API_KEY: 're_faults',
      RESEND_BASE_URL: `${url}/resend`,
      RESEND_WEBHOOK_SECRET: secret,
      PUBLIC_URL: 'https://faults.localhost',
      MAIL_FROM: 'Faults <faults@lettercourse.localhost>',
      REPLY_DOMAIN: 'replies.lettercourse.localhost',
      POSTAL_ADDRESS: '1 Broken Road, Faultville',
      SECRET_KEY: 'the fault suite needs a key of some length',
      LOG_LEVEL: 'silent',
      KILL_PROBABILITY: String(scenario.killProbability ?? 0),
    }
    if (scenario.webhooks) await start(children, 'src/web.ts', env)

    const workers = new Set<ChildProcess>()
    const keepOneRunning = async (): Promise<void> => {
      while (!over) {
        const child = spawnNode('test/faults/worker.ts', env)
        children.add(child)
        workers.add(child)
        createInterface({ input: child.stdout! }).on('line', (line) => {
          if (line.startsWith('killed ')) kills[line.slice(7)] = (kills[line.slice(7)] ?? 0) + 1
        })
        let said = ''
        child.stderr!.on('data', (data) => {
          said = (said + data).slice(-2000)
        })
        const [code] = await once(child, 'exit')
        workers.delete(child)
        children.delete(child)
        // A worker that dies of an error of its own is a finding, not a fault we made.
        if (!over && code !== null) {
          kills[
            `exit ${code}: ${said.split('\n').find((line) => /error/i.test(line)) ?? said.slice(-200)}`
          ] ??= 0
          kills[
            `exit ${code}: ${said.split('\n').find((line) => /error/i.test(line)) ?? said.slice(-200)}`
          ]! += 1
          await sleep(500)
        }
      }
    }
    const run: Run = {
      databaseUrl,
      pool: db.pool,
      killOne() {
        const victims = [...workers]
        const victim = victims[Math.floor(Math.random() * victims.length)]
        if (victim?.kill('SIGKILL')) kills['at random'] = (kills['at random'] ?? 0) + 1
      },
    }
    const running = Array.from({ length: scenario.workers }, keepOneRunning)

    const deadline = performance.now() + (scenario.seconds ?? 240) * 1000
    for (let second = 1; performance.now() < deadline; second += 1) {
      await sleep(1000)
      const left = await openDeliveries(db.pool).catch(() => undefined)
      if (left && left.claimed === scenario.due && left.open === 0) {
        if (!scenario.webhooks || (await undelivered(db.pool)) === 0) break
      }
      if (left && left.open + (scenario.due - left.claimed) > 0) await scenario.everySecond?.(run, second)
    }
    over = true
    for (const child of workers) child.kill('SIGKILL')
    await Promise.all(running)

    const counted = (await (await fetch(`${url}/resend-accepted`)).json()) as Record<string, number>
    const refused = Number(
      (await db.pool.query('select count(*) from deliveries where failed_at is not null')).rows[0].count,
    )
    const expected = scenario.due - refused
    return {
      due: scenario.due,
      accepted: counted.distinct!,
      twice: counted.repeated!,
      missing: expected - counted.distinct!,
      refused,
      kills,
      seconds: Math.round((performance.now() - started) / 1000),
      largestSecond: counted.largestSecond!,
      ...(scenario.webhooks && { delivered: expected - (await undelivered(db.pool)) }),
    }
  } finally {
    over = true
    for (const child of children) child.kill('SIGKILL')
    await db.close().catch(() => {})
  }
}

/** `due / accepted / twice / missing`, and what was done to it. */
export function lineOf(name: string, result: Result): string {
  const kills = Object.entries(result.kills)
    .map(([point, times]) => `${times}× ${point}`)
    .join(', ')
  const bad = result.refused ? ` (${result.refused} refused)` : ''
  const told = result.delivered === undefined ? '' : `, ${result.delivered} outcomes told`
  return `${name.padEnd(44)} ${result.due} / ${result.accepted} / ${result.twice} / ${result.missing}${bad}${told}  ${result.seconds} s${kills ? `  killed: ${kills}` : ''}`
}

async function freshDatabase(serverUrl: string): Promise<string> {
  const name = `lettercourse_faults_${process.pid}_${Date.now()}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`create database ${name}`)
  // What was committed must survive a crash of the server, as in production; the test server is set up faster than that.
  await admin.query(`alter database ${name} set synchronous_commit = on`)
  await admin.end()
  return urlOf(serverUrl, name)
}

async function openDeliveries(pool: pg.Pool): Promise<{ claimed: number; open: number }> {
  const { rows } = await pool.query(
    'select count(*)::int as claimed, count(*) filter (where submitted_at is null and failed_at is null)::int as open from deliveries',
  )
  return rows[0]
}

async function undelivered(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(
    'select count(*)::int as count from deliveries where failed_at is null and delivered_at is null',
  )
  return rows[0].count
}

function spawnNode(file: string, env: Record<string, string>, args: string[] = []): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Starts a process and waits for its first line. */
async function start(
  children: Set<ChildProcess>,
  file: string,
  env: Record<string, string>,
  args: string[] = [],
) {
  const child = spawnNode(file, env, args)
  children.add(child)
  child.stderr!.on('data', (data) => process.env.FAULTS_DEBUG && process.stderr.write(data))
  const lines = createInterface({ input: child.stdout! })
  const [line] = (await once(lines, 'line')) as [string]
  return { child, line }
}

async function order(url: string, fault: object): Promise<void> {
  const response = await fetch(`${url}/resend-faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  })
  if (!response.ok)
    throw new Error(`the stand-in refused the fault ${JSON.stringify(fault)}: ${await response.text()}`)
}
