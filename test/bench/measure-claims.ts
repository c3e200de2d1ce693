import { benchEnvironment } from './bench-environment.ts'
import type { ClaimAnswer } from './claims.ts'
import { loadReaders } from './load-readers.ts'
import { makeDatabase } from './make-database.ts'
import { median } from './median.ts'
import { startChild } from './start-child.ts'
import type { Servers } from './start-servers.ts'

export interface ClaimsMeasured {
  due: number
  few: Claims
  many: Claims
  /** Median time among many, in times of that among few. */
  ratio: number
}

interface Claims {
  enrolled: number
  /** One claim of all that is due, each. */
  seconds: number[]
  median: number
  redisBefore: number
  redisAfter: number
}

const ROUNDS = 5

/** Claims the same number of due readers where nobody else is enrolled, and where many are. */
export async function measureClaims(
  servers: Servers,
  { due, enrolled, say }: { due: number; enrolled: number; say: (line: string) => void },
): Promise<ClaimsMeasured> {
  const now = new Date()
  const sizes = [due, enrolled]
  const started = []
  for (const size of sizes) {
    say(`enrolling ${size.toLocaleString('en')} readers, ${due.toLocaleString('en')} of them due`)
    const database = await makeDatabase(servers.postgresUrl, `claims_${size}`)
    const client = await database.pool.connect()
    await loadReaders(client, database.course, {
      from: 0,
      count: size,
      dueEvery: Math.round(size / due),
      now,
    })
    for (const table of ['subscribers', 'enrollments', 'deliveries', 'batches'])
      await client.query(`vacuum ${table}`)
    client.release()
    await database.close()
    const child = startChild('test/bench/claims.ts', {
      ...benchEnvironment,
      DATABASE_URL: database.url,
      REDIS_URL: servers.redisUrl,
    })
    await child.next()
    started.push({ size, child, answers: [] as ClaimAnswer[] })
  }
  // By turns, so that what else the machine does falls on both. The first of each warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round++)
    for (const { child, answers } of started) {
      const answer = await child.ask<ClaimAnswer>({ now: now.toISOString() })
      if (answer.claimed !== due) throw new Error(`${answer.claimed} of ${due} were claimed`)
      if (round > 0) answers.push(answer)
    }
  const [few, many] = started.map(({ size, answers }) => ({
    enrolled: size,
    seconds: answers.map((answer) => answer.seconds),
    median: median(answers.map((answer) => answer.seconds)),
    redisBefore: answers.at(-1)!.redisBefore,
    redisAfter: answers.at(-1)!.redisAfter,
  })) as [Claims, Claims]
  for (const { child } of started) await child.end()
  return { due, few, many, ratio: many.median / few.median }
}
