import { execFile, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Server {
  url: string
  stop(): Promise<void>
}

/** TEST_DATABASE_URL, else a private server from the binaries on this machine, else undefined. */
export async function findPostgres(): Promise<Server | undefined> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  if (process.env.LETTERCOURSE_TEST_EMBEDDED_ONLY === '1') return undefined
  const bin = binaries()
  return bin ? await startPostgres(bin).catch(skip) : undefined
}

/** Binaries that do not work here are as good as none; whoever wonders why the tests skip is told. */
function skip(error: Error): undefined {
  console.warn(`The PostgreSQL on this machine did not start and is not tested with: ${error.message}`)
}

function binaries(): string | undefined {
  const versions = '/usr/lib/postgresql'
  const installed = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(versions, version, 'bin'))
    : []
  const candidates = [...installed, ...(process.env.PATH ?? '').split(path.delimiter)]
  return candidates.find(
    (bin) => existsSync(path.join(bin, 'initdb')) && existsSync(path.join(bin, 'postgres')),
  )
}

/** A throwaway server on a free port: nothing is synced to disk, and the directory goes with it. */
export async function startPostgres(bin: string): Promise<Server> {
  const directory = mkdtempSync(path.join(tmpdir(), 'lettercourse-postgres-'))
  const data = path.join(directory, 'data')
  const asUser = await unprivileged(directory)
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  const [first, ...rest] = asUser([path.join(bin, 'initdb'), ...initdb])
  await run(first!, rest)
  const port = await freePort()
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
  const flags = settings.flatMap((setting) => ['-c', setting])
  const [command, ...args] = asUser([
    ...[path.join(bin, 'postgres'), '-D', data, '-p', String(port)],
    ...['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${directory}`, ...flags],
  ])
  const server = spawn(command!, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  // However this process ends, the server does not outlive it.
  process.once('exit', () => server.kill('SIGINT'))
  let said = ''
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (data) => {
      said = (said + data).slice(-4_000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.on('exit', (code) => reject(new Error(`postgres ended with ${code}: ${said}`)))
  })
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      // Fast shutdown: open connections are cut. runuser passes SIGINT on.
      server.kill('SIGINT')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Postgres refuses to run as root, so root becomes the user that its package made. */
async function unprivileged(directory: string): Promise<(command: string[]) => string[]> {
  if (process.getuid?.() !== 0) return (command) => command
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  const [uid, gid] = await Promise.all([id('-u'), id('-g')])
  chownSync(directory, uid, gid)
  return (command) => ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...command]
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}
