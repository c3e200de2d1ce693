import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { type Database, openDatabase } from '../../src/db/open-database.ts'
import { StartError } from '../../src/start-error.ts'
import { openTestDatabase } from '../support/database.ts'
import { freePort } from '../support/postgres.ts'

let directory: string
const write = (name: string, sql: string) => writeFileSync(path.join(directory, name), sql)
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'lettercourse-migrations-'))
  write('0001_first.sql', 'create table first (id int);\ncreate table second (id int);')
  write('0002_more.sql', 'insert into first values (1);')
})
afterEach(() => rmSync(directory, { recursive: true }))

async function emptied(): Promise<Database> {
  const database = await openTestDatabase()
  onTestFinished(() => database.close())
  await database.pool.query('drop schema public cascade; create schema public')
  return database
}

test('every file is applied once, in order', async () => {
  const { pool } = await emptied()
  expect(await migrate(pool, directory)).toEqual(['0001_first', '0002_more'])
  expect(await migrate(pool, directory)).toEqual([])
  write('0003_third.sql', 'insert into first values (3);')
  expect(await migrate(pool, directory)).toEqual(['0003_third'])
  expect((await pool.query('select id from first order by id')).rows).toEqual([{ id: 1 }, { id: 3 }])
})

test('many that start at once apply each file once', async () => {
  const { pool } = await emptied()
  const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(pool, directory)))
  expect(applied.flat().sort()).toEqual(['0001_first', '0002_more'])
})

test('a file that fails leaves nothing of itself, and says where', async () => {
  const { pool } = await emptied()
  write('0003_wrong.sql', 'create table third (id int);\n\ncreate tabel fourth (id int);')
  await expect(migrate(pool, directory)).rejects.toThrow(
    'migration 0003_wrong, line 3: syntax error at or near "tabel"',
  )
  const { rows } = await pool.query(
    `select to_regclass('third') as third, count(*)::int as applied from migrations`,
  )
  expect(rows).toEqual([{ third: null, applied: 2 }])
})

test('a database from a newer version is refused in one sentence', async () => {
  const { pool } = await emptied()
  await migrate(pool, directory)
  rmSync(path.join(directory, '0002_more.sql'))
  const refused = await migrate(pool, directory).catch((error) => error)
  expect(refused).toBeInstanceOf(StartError)
  expect(refused.message).toMatch(
    /^The database was migrated by a newer version of Lettercourse \(it has 0002_more/,
  )
})

test('an applied file that was edited is refused, a change of line ends is none', async () => {
  const { pool } = await emptied()
  await migrate(pool, directory)
  write('0001_first.sql', 'create table first (id int);\r\ncreate table second (id int);')
  expect(await migrate(pool, directory)).toEqual([])
  write('0001_first.sql', 'create table first (id bigint);')
  await expect(migrate(pool, directory)).rejects.toThrow(/^The migration 0001_first has been edited/)
})

describe.skipIf(!inject('postgresUrl'))('a PostgreSQL server that cannot be used is one sentence', () => {
  test('nothing listens', async () => {
    const port = await freePort()
    const refused = await openDatabase({ databaseUrl: `postgres://me@127.0.0.1:${port}/mine` }).catch(
      (error) => error,
    )
    expect(refused).toBeInstanceOf(StartError)
    expect(refused.message).toMatch(`Nothing answers at 127.0.0.1:${port}: start the PostgreSQL server`)
  })

  test('no such database, no such user, no such host', async () => {
    const url = new URL(inject('postgresUrl')!)
    url.pathname = '/absent'
    await expect(openDatabase({ databaseUrl: url.href })).rejects.toThrow(
      /has no database "absent": create it/,
    )
    url.username = 'nobody'
    await expect(openDatabase({ databaseUrl: url.href })).rejects.toThrow(/does not let "nobody" in/)
    await expect(openDatabase({ databaseUrl: 'postgres://me@no-such-host.invalid/mine' })).rejects.toThrow(
      StartError,
    )
  })
})
