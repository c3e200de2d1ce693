/** How long it takes to claim what is due, from one database after another; nothing is submitted. */
import { Redis } from 'ioredis'
import { readConfig } from '../../src/config.ts'
import { closeContext, openContext } from '../../src/context.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'

export interface ClaimAnswer {
  claimed: number
  seconds: number
  /** Bytes that Redis holds: with the queues empty, and with the claimed batches in them. */
  redisBefore: number
  redisAfter: number
}

const context = await openContext(readConfig())
const { pool } = context.db
const redis = new Redis(process.env.REDIS_URL!)
const memory = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))![1])

async function claim(now: Date): Promise<ClaimAnswer> {
  await redis.flushall()
  await pool.query('create table if not exists stood as select * from enrollments where next_due_at <= $1', [
    now,
  ])
  await pool.query('checkpoint')
  const redisBefore = await memory()
  const start = performance.now()
  await claimAllDue(context, now)
  const seconds = (performance.now() - start) / 1000
  const redisAfter = await memory()
  const { rows } = await pool.query('select count(*)::int from deliveries where queued_at = $1', [now])
  await putBack(now)
  return { claimed: rows[0].count, seconds, redisBefore, redisAfter }
}

async function putBack(now: Date): Promise<void> {
  await pool.query('delete from deliveries where queued_at = $1', [now])
  await pool.query('delete from batches where created_at = $1', [now])
  await pool.query(
    `update enrollments e set next_due_at = s.next_due_at, lesson_before_at = s.lesson_before_at
     from stood s where s.id = e.id`,
  )
  for (const table of ['deliveries', 'batches', 'enrollments']) await pool.query(`vacuum analyze ${table}`)
}

process.on('message', async ({ now }: { now: string }) => process.send!(await claim(new Date(now))))
process.on('SIGTERM', async () => {
  redis.disconnect()
  await closeContext(context)
  process.exit(0)
})
process.send!({ ready: true })
