/** Private Postgres and Redis servers for one run, as durable as in production: what `test/support` starts is not. */
import { execFile, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../support/postgres.ts'
import { startRedis } from '../support/redis.ts'

const run = promisify(execFile)

export interface Servers {
  postgresUrl: string
  redisUrl: string
  /** Of the server itself; its backends are its children. */
  postgresPid: number
  stop(): Promise<void>
}

/** The settings named in the report; all others are PostgreSQL's defaults (fsync and synchronous_commit are on). */
export const POSTGRES_SETTINGS = ['shared_buffers=512MB', 'max_wal_size=4GB']

/** @param statements notes what each statement costs, with the extension that PostgreSQL brings along */
export async function startServers({ statements = false } = {}): Promise<Servers> {
  const directory = mkdtempSync(path.join(tmpdir(), 'lettercourse-bench-'))
  const data = path.join(directory, 'data')
  const asUser = await unprivileged(directory)
  const bin = newestBinaries()
  await asUser(run, path.join(bin, 'initdb'), [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
  ])
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${directory}`,
    ...POSTGRES_SETTINGS,
    ...(statements ? ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.track=all'] : []),
  ]
  const server = asUser(spawn, path.join(bin, 'postgres'), [
    ...['-D', data, '-p', String(port)],
    ...settings.flatMap((setting) => ['-c', setting]),
  ])
  process.once('exit', () => server.kill('SIGINT'))
  let said = ''
  await new Promise<void>((resolve, reject) => {
    server.stderr!.on('data', (chunk) => {
      said = (said + chunk).slice(-4_000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.on('exit', (code) => reject(new Error(`postgres ended with ${code}: ${said}`)))
  })
  const redis = await startRedis()
  return {
    postgresUrl: `postgres://postgres@127.0.0.1:${port}/postgres`,
    redisUrl: redis.url,
    postgresPid: server.pid!,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await Promise.all([ended, redis.stop()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Postgres refuses to run as root, so root becomes the user that its package made. `setpriv` execs: the pid stays. */
async function unprivileged(directory: string) {
  type Start<T> = (command: string, args: string[]) => T
  if (process.getuid?.() !== 0)
    return <T>(start: Start<T>, command: string, args: string[]) => start(command, args)
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  const [uid, gid] = await Promise.all([id('-u'), id('-g')])
  chownSync(directory, uid, gid)
  return <T>(start: Start<T>, command: string, args: string[]) =>
    start('setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', command, ...args])
}

function newestBinaries(): string {
  const versions = '/usr/lib/postgresql'
  const installed = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(versions, version, 'bin'))
    : []
  const bin = [...installed, ...(process.env.PATH ?? '').split(path.delimiter)].find((directory) =>
    existsSync(path.join(directory, 'initdb')),
  )
  if (!bin) throw new Error('The bench needs the binaries of a PostgreSQL server (initdb, postgres).')
  return bin
}
