/** `npm start` as a person runs it: the real process, with a data directory and a port of its own and nothing else set. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
/** Set to nothing, so that neither the shell of whoever runs this nor their `.env` reaches a real account. */
const NOTHING_SET = Object.fromEntries(
  [
    ...[
      'PUBLIC_URL',
      'DATABASE_URL',
      'REDIS_URL',
      'RESEND_API_KEY',
      'RESEND_BASE_URL',
      'RESEND_WEBHOOK_SECRET',
    ],
    ...['MAIL_FROM', 'REPLY_DOMAIN', 'POSTAL_ADDRESS', 'SECRET_KEY', 'LOG_LEVEL', 'NODE_ENV'],
  ].map((name) => [name, '']),
)
const BOOT_MS = 90_000

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface Started {
  url: string
  /** The three addresses it printed. */
  course: string
  mailbox: string
  admin: string
  output(): string
  /** Ctrl-C. */
  interrupt(): Promise<Ended>
  /** kill -9. */
  kill(): Promise<Ended>
}

const running = new Set<ChildProcess>()
process.once('exit', killAll)

/** Ends whatever a failed test left running. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Starts it and waits for its three addresses. */
export async function npmStart(dataDir: string, port: number): Promise<Started> {
  const { child, said, ended } = run({ DATA_DIR: dataDir, PORT: String(port) })
  const signal = async (name: NodeJS.Signals) => {
    child.kill(name)
    return ended
  }
  const address = (name: string) => new RegExp(`^ +${name} +(http\\S+)$`, 'm').exec(said.stdout)?.[1]
  const began = performance.now()
  while (!address('Admin')) {
    if (child.exitCode !== null || child.signalCode !== null || performance.now() - began > BOOT_MS) {
      child.kill('SIGKILL')
      const { code, stdout, stderr } = await ended
      throw new Error(`npm start did not start (${code}):\n${stdout}\n${stderr}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    url: `http://localhost:${port}`,
    course: address('Course') ?? '',
    mailbox: address('Mailbox') ?? '',
    admin: address('Admin') ?? '',
    output: () => said.stdout + said.stderr,
    interrupt: () => signal('SIGINT'),
    kill: () => signal('SIGKILL'),
  }
}

/** Starts it where it should refuse, and waits until it has ended by itself. */
export async function npmStartRefused(env: Record<string, string | undefined>): Promise<Ended> {
  const { child, ended } = run(env)
  const tooLong = setTimeout(() => child.kill('SIGKILL'), BOOT_MS)
  return ended.finally(() => clearTimeout(tooLong))
}

function run(env: Record<string, string | undefined>) {
  const [, ...args] = (scripts.start as string).split(' ')
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...NOTHING_SET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (data) => {
    said.stdout += data
  })
  child.stderr.on('data', (data) => {
    said.stderr += data
  })
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code, ...said })
    })
  })
  return { child, said, ended }
}
