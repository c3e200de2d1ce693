import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { lockDirectory } from '../../src/db/lock-directory.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { StartError } from '../../src/start-error.ts'

let home: string
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'lettercourse-disk-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const problem = (work: Promise<unknown>): Promise<StartError> =>
  work.then(
    () => expect.fail('it worked'),
    (error) => error,
  )

function insertUntilKilled(dataDir: string): { child: ChildProcess; acknowledged: () => number } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/db/inserts-until-killed.ts', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout!.on('data', (data) => {
    said += data
  })
  return { child, acknowledged: () => Number(said.trim().split('\n').at(-1)) }
}

test('kill -9 loses nothing that was acknowledged, and leaves no lock behind', {
  timeout: 120_000,
}, async () => {
  const dataDir = path.join(home, 'killed')
  const { child, acknowledged } = insertUntilKilled(dataDir)
  await vi.waitFor(() => expect(acknowledged()).toBeGreaterThan(200), { timeout: 60_000, interval: 5 })
  const refused = await problem(openDatabase({ dataDir }))
  expect(refused).toBeInstanceOf(StartError)
  expect(refused.message).toBe(
    `The data directory ${dataDir} is already in use by process ${child.pid}: stop that one first, or set DATA_DIR to another directory, or DATABASE_URL to a PostgreSQL server that several processes can share.`,
  )
  child.kill('SIGKILL')
  await once(child, 'exit')
  const database = await openDatabase({ dataDir })
  const { rows } = await database.pool.query('select count(*)::int as count, max(n) as max from kept')
  await database.close()
  expect(rows[0].count).toBe(rows[0].max)
  expect(rows[0].count).toBeGreaterThanOrEqual(acknowledged())
})

test('a first start that was killed half way is begun again', { timeout: 60_000 }, async () => {
  const dataDir = path.join(home, 'half')
  mkdirSync(path.join(dataDir, 'postgres.unfinished'), { recursive: true })
  writeFileSync(path.join(dataDir, 'postgres.unfinished', 'PG_VERSION'), '17')
  const said: string[] = []
  const database = await openDatabase({ dataDir, onProgress: (line) => void said.push(line) })
  await database.pool.query('select 1')
  await database.close()
  expect(said).toEqual(['Preparing the embedded database (first start only, about ten seconds) …'])
  expect(existsSync(path.join(dataDir, 'postgres.unfinished'))).toBe(false)
})

test('a data directory that is a file, or inside one, is one sentence', async () => {
  const file = path.join(home, 'file')
  writeFileSync(file, '')
  for (const dataDir of [file, path.join(file, 'inside')]) {
    const { name, message } = await problem(openDatabase({ dataDir }))
    expect({ name, message }).toEqual({
      name: 'StartError',
      message: `The data directory ${dataDir} is a file or lies inside one: set DATA_DIR to a directory.`,
    })
  }
})

test.skipIf(process.getuid?.() === 0)('a data directory without permission is one sentence', async () => {
  const dataDir = path.join(home, 'closed')
  mkdirSync(dataDir)
  chmodSync(dataDir, 0o500)
  expect((await problem(openDatabase({ dataDir }))).message).toMatch(
    /cannot be read and written by this user/,
  )
})

test('of many that lock a directory with a stale lock at once, one has it', async () => {
  const directory = path.join(home, 'contested')
  mkdirSync(directory)
  for (let round = 0; round < 5; round++) {
    writeFileSync(path.join(directory, 'in-use.sock'), '') // nobody listens on it
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)))
    const won = results.filter((result) => result.status === 'fulfilled')
    expect(won).toHaveLength(1)
    await won[0]!.value()
  }
})

test('a path too long for a socket is locked all the same', async () => {
  const directory = path.join(home, 'x'.repeat(120))
  mkdirSync(directory)
  const unlock = await lockDirectory(directory)
  expect((await problem(lockDirectory(directory))).message).toContain('is already in use by process')
  await unlock()
  await (await lockDirectory(directory))()
})
