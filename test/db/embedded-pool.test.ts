import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let pool: pg.Pool
beforeAll(async () => {
  database = await openTestDatabase('embedded')
  pool = database.pool
  await pool.query('create table note (id int primary key)')
})
afterAll(() => database?.close())

const ids = async () => (await pool.query('select id from note order by id')).rows.map(({ id }) => id)

test('a statement waits until a transaction of another client has ended, and sees none of it before', async () => {
  const client = await pool.connect()
  await client.query('begin')
  await client.query('insert into note values (1)')
  let answered = false
  const outside = ids().finally(() => {
    answered = true
  })
  await sleep(50)
  expect(answered).toBe(false)
  await client.query('rollback')
  client.release()
  expect(await outside).toEqual([])
})

test('transactions that start together run one after the other', async () => {
  await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const client = await pool.connect()
      await client.query('begin')
      await client.query('insert into note values ($1)', [100 + i])
      await sleep(1)
      await client.query(i % 2 ? 'rollback' : 'commit')
      client.release()
    }),
  )
  expect(await ids()).toHaveLength(10)
  await pool.query('delete from note')
})

test('a failed transaction stays failed until it is rolled back, and holds nobody up after', async () => {
  const client = await pool.connect()
  await client.query('begin')
  await expect(client.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' })
  await expect(client.query('select 1')).rejects.toMatchObject({ code: '25P02' })
  await client.query('rollback')
  client.release()
  expect(await ids()).toEqual([])
})

test('a client released in the middle of a transaction is rolled back', async () => {
  const client = await pool.connect()
  await client.query('begin')
  await client.query('insert into note values (2)')
  client.release()
  expect(await ids()).toEqual([])
})

test('a client destroyed in the middle of a transaction is rolled back', async () => {
  const client = await pool.connect()
  client.on('error', () => {})
  await client.query('begin')
  await client.query('insert into note values (3)')
  client.release(true)
  expect(await ids()).toEqual([])
})

test('a notification reaches who listens, and nobody else', async () => {
  const [one, other, third] = [await pool.connect(), await pool.connect(), await pool.connect()]
  const heard: string[] = []
  one.on('notification', ({ channel, payload }) => void heard.push(`one ${channel} ${payload}`))
  other.on('notification', ({ channel, payload }) => void heard.push(`other ${channel} ${payload}`))
  third.on('notification', () => void heard.push('third'))
  await one.query('-- for the first\nLISTEN News')
  await other.query('listen "news"; listen "Other News"')
  await pool.query(`select pg_notify('news', 'a')`)
  await pool.query(`notify "Other News", 'b'`)
  await vi.waitFor(() => expect(heard.sort()).toEqual(['one news a', 'other Other News b', 'other news a']))
  await one.query('unlisten news')
  await pool.query(`notify news, 'c'`)
  await vi.waitFor(() => expect(heard).toContain('other news c'))
  other.release(true)
  await pool.query(`notify news, 'd'`)
  await sleep(30)
  expect(heard).toHaveLength(4)
  one.release()
  third.release()
})

test('a notification is heard when its transaction commits', async () => {
  const [listener, sender] = [await pool.connect(), await pool.connect()]
  const heard: unknown[] = []
  listener.on('notification', ({ payload }) => void heard.push(payload))
  await listener.query('listen later')
  await sender.query('begin')
  await sender.query(`notify later, 'x'`)
  await sleep(30)
  expect(heard).toEqual([])
  await sender.query('commit')
  await vi.waitFor(() => expect(heard).toEqual(['x']))
  listener.release(true)
  sender.release()
})

test('two clients may prepare different statements under one name', async () => {
  const [one, other] = [await pool.connect(), await pool.connect()]
  expect((await one.query({ name: 'same', text: 'select 1 as n' })).rows).toEqual([{ n: 1 }])
  expect((await other.query({ name: 'same', text: 'select 2 as n' })).rows).toEqual([{ n: 2 }])
  expect((await one.query({ name: 'same', text: 'select 1 as n' })).rows).toEqual([{ n: 1 }])
  one.release()
  other.release()
})

test('each pool keeps its own search_path on the one session', async () => {
  const bullmq = new pg.Pool({ ...pool.options, options: '-c search_path=bullmq' })
  const path = async (of: pg.Pool) => (await of.query('show search_path')).rows[0].search_path
  for (let i = 0; i < 2; i++) {
    expect(await path(bullmq)).toBe('bullmq')
    expect(await path(pool)).toBe('"$user", public')
  }
  await bullmq.end()
})

test('callbacks are answered as by any pg pool', async () => {
  const answer = await new Promise((resolve, reject) => {
    pool.query('select $1::int as n', [1], (error, result) => (error ? reject(error) : resolve(result.rows)))
  })
  expect(answer).toEqual([{ n: 1 }])
})
