import { createHash } from 'node:crypto'
import { realpathSync, renameSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../start-error.ts'

/** Unix socket addresses hold 104 bytes on macOS, 108 on Linux, with the final zero. */
const LONGEST_SOCKET_PATH = 103

/**
 * Makes this process the only one in the directory, until the returned function is called or it ends.
 *
 * The lock is a socket that its owner listens on: the kernel closes it however the owner dies, kill -9
 * included, so a lock that nobody answers on is stale for certain. A file with a process id cannot tell.
 * @throws StartError when another process has the directory.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const real = realpathSync(directory)
  for (const address of addressesFor(real)) {
    for (let attempt = 0; attempt < 20; attempt++) {
      const server = await listen(address)
      if (server === 'unsupported') break
      if (server !== 'taken') return () => new Promise((done) => server.close(() => done()))
      const owner = await ask(address)
      if (owner !== undefined) throw new StartError(refusal(directory, owner))
      await removeStale(address, directory)
      await sleep(5 * attempt)
    }
  }
  throw new StartError(
    `The data directory ${directory} cannot be locked for this process alone: set DATA_DIR to a directory on a local disk.`,
  )
}

function refusal(directory: string, owner: string): string {
  const who = /^\d+$/.test(owner) ? `process ${owner}` : 'another process'
  return (
    `The data directory ${directory} is already in use by ${who}: stop that one first, or set DATA_DIR to ` +
    'another directory, or DATABASE_URL to a PostgreSQL server that several processes can share.'
  )
}

/** In the directory itself; where that is impossible (long path, a mount without sockets), by its hash. */
function addressesFor(real: string): string[] {
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return [`\\\\.\\pipe\\lettercourse-${hash}`]
  const inside = path.join(real, 'in-use.sock')
  const outside = path.join(tmpdir(), `lettercourse-${hash}.sock`)
  return Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH ? [inside, outside] : [outside]
}

function listen(address: string): Promise<net.Server | 'taken' | 'unsupported'> {
  return new Promise((resolve) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => {})
      socket.end(String(process.pid))
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRINUSE' ? 'taken' : 'unsupported')
    })
    server.listen(address, () => {
      server.unref()
      server.on('error', () => {})
      resolve(server)
    })
  })
}

/** What the owner says of itself, or undefined when nobody is there. A silent owner is one all the same. */
function ask(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = ''
    const socket = net.connect(address)
    socket.setTimeout(2_000, () => {
      socket.destroy()
      resolve(said)
    })
    socket.on('data', (data) => {
      said += data.toString()
    })
    socket.on('end', () => resolve(said))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const nobody = error.code === 'ECONNREFUSED' || error.code === 'ENOENT' || error.code === 'ENOTSOCK'
      resolve(nobody ? undefined : said)
    })
  })
}

/**
 * Two processes may find the same stale socket at once, and the slower must not remove the lock that the
 * faster has just made: so it is moved aside first, asked once more, and put back if somebody answers.
 */
async function removeStale(address: string, directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const aside = `${address}.${process.pid}`
  try {
    renameSync(address, aside)
  } catch {
    return
  }
  const owner = await ask(aside)
  if (owner !== undefined) {
    renameSync(aside, address)
    throw new StartError(refusal(directory, owner))
  }
  rmSync(aside, { force: true })
}
