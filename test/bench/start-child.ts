import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Child {
  pid: number
  process: ChildProcess
  /** Sends a message and waits for the next one that comes back. */
  ask<Answer>(message: object): Promise<Answer>
  next<Answer>(): Promise<Answer>
  /** Resolves when it prints a line with `word` in it. */
  says(word: string): Promise<void>
  end(): Promise<void>
}

/** A file of the repository in a node of its own, as the npm scripts start it. `profile`: where its CPU profile goes. */
export function startChild(file: string, env: Record<string, string> = {}, profile?: string): Child {
  const child = fork(fileURLToPath(new URL(`../../${file}`, import.meta.url)), {
    execArgv: ['--import', 'tsx', ...(profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : [])],
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  const next = <Answer>() =>
    new Promise<Answer>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${file} ended with ${code}`))
      child.once('exit', ended)
      child.once('message', (message) => {
        child.off('exit', ended)
        resolve(message as Answer)
      })
    })
  return {
    pid: child.pid!,
    process: child,
    next,
    says: (word) =>
      new Promise((resolve, reject) => {
        child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
        child.stdout!.on('data', (text) => String(text).includes(word) && resolve())
      }),
    ask: (message) => {
      const answer = next<never>()
      child.send(message)
      return answer
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}
