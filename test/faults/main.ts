/** `npm run test:faults [name …]`: the whole fault suite, against private Postgres and Redis instances. Minutes long. */
import { Redis } from 'ioredis'
import { findPostgres } from '../support/postgres.ts'
import { findRedis, startRedis } from '../support/redis.ts'
import { lineOf, type Run, runScenario, type Scenario } from './scenario.ts'

const due = Number(process.env.FAULTS_DUE ?? 10_000)
const postgres = await findPostgres()
let redis = await findRedis()
if (!postgres || !redis) {
  console.error(
    'The fault suite needs Postgres and Redis: install both, or name them in TEST_DATABASE_URL and TEST_REDIS_URL.',
  )
  process.exit(1)
}
const { url: redisUrl } = redis
const flush = async () => {
  const client = new Redis(redisUrl, { maxRetriesPerRequest: 1, lazyConnect: true })
  await client.flushall().catch(() => {})
  client.disconnect()
}

/** As when its machine goes: nothing of it is left, and it comes back empty at the same address. */
async function restartRedis(): Promise<void> {
  if (process.env.TEST_REDIS_URL) return flush()
  await redis?.stop()
  redis = await startRedis(undefined, Number(new URL(redisUrl).port))
}

/** A backend killed hard makes Postgres drop every connection and recover, as after a crash of the server. */
async function crashPostgres({ pool }: Run): Promise<void> {
  const { rows } = await pool.query(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() limit 1',
  )
  if (rows[0]) process.kill(rows[0].pid, 'SIGKILL')
}

const scenarios: Scenario[] = [
  { name: 'a random worker killed every second', due, workers: 4, everySecond: (run) => run.killOne() },
  { name: 'workers killed at every named point', due, workers: 4, killProbability: 0.08 },
  {
    name: 'Redis emptied every three seconds',
    due,
    workers: 4,
    everySecond: (_, second) => (second % 3 === 0 ? flush() : undefined),
  },
  {
    name: 'Redis killed and started again every four seconds',
    due,
    workers: 4,
    everySecond: (_, second) => (second % 4 === 0 ? restartRedis() : undefined),
  },
  {
    name: 'Postgres crashing every five seconds',
    due,
    workers: 4,
    everySecond: (run, second) => (second % 5 === 2 ? crashPostgres(run).catch(() => {}) : undefined),
  },
  {
    name: 'the stand-in answering 429, 500 and 503',
    due,
    workers: 4,
    faults: { 'rate-limited': 0.1, 'error-500': 0.1, 'error-503': 0.05 },
  },
  {
    name: 'accepted, then a timeout, a reset, HTML, 500',
    due,
    workers: 4,
    faults: { hang: 0.06, reset: 0.12, html: 0.12, 'accept-500': 0.12 },
  },
  {
    name: 'all of it, and a worker killed every second',
    due,
    workers: 4,
    faults: {
      'rate-limited': 0.05,
      'error-500': 0.05,
      hang: 0.03,
      reset: 0.08,
      html: 0.08,
      'accept-500': 0.05,
    },
    killProbability: 0.02,
    everySecond: (run) => run.killOne(),
  },
  { name: 'one bad address in each batch of 100', due, workers: 4, badEvery: 100 },
  {
    name: 'webhooks doubled and reversed',
    due: Math.min(due, 2000),
    workers: 2,
    webhooks: true,
    faults: { 'webhook-doubled': 0.3, 'webhook-reversed': 0.5 },
  },
]

let failed = 0
const wanted = process.argv.slice(2)
console.log('due / accepted / twice / missing')
for (const scenario of scenarios) {
  if (wanted.length > 0 && !wanted.some((word) => scenario.name.includes(word))) continue
  const result = await runScenario(scenario, { postgresUrl: postgres.url, redisUrl })
  const right =
    result.twice === 0 &&
    result.missing === 0 &&
    result.refused === (scenario.badEvery ? Math.floor(scenario.due / scenario.badEvery) : 0) &&
    (result.delivered === undefined || result.delivered === result.due)
  if (!right) failed += 1
  console.log(`${right ? 'ok ' : 'NOT'} ${lineOf(scenario.name, result)}`)
}
await postgres.stop()
await redis?.stop()
console.log(failed === 0 ? 'Nothing twice, nothing missing.' : `${failed} runs were not right.`)
process.exit(failed === 0 ? 0 : 1)
