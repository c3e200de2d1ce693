import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, type Server } from './postgres.ts'

/** TEST_REDIS_URL, else a private server from the binary on this machine, else undefined. */
export async function findRedis(): Promise<Server | undefined> {
  const given = process.env.TEST_REDIS_URL
  if (given) return { url: given, stop: async () => {} }
  if (process.env.LETTERCOURSE_TEST_EMBEDDED_ONLY === '1') return undefined
  const binary = findBinary()
  return binary ? await startRedis(binary) : undefined
}

function findBinary(): string | undefined {
  const directories = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ]
  return directories
    .flatMap((directory) => [path.join(directory, 'redis-server'), path.join(directory, 'valkey-server')])
    .find((file) => existsSync(file))
}

/** A throwaway server that keeps nothing. A port may be named, to start one where another was stopped. */
export async function startRedis(binary = findBinary()!, port?: number): Promise<Server> {
  const listenOn = port ?? (await freePort())
  const flags = ['--port', String(listenOn), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const server = spawn(binary, [...flags, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' })
  process.once('exit', () => server.kill('SIGKILL'))
  for (let i = 0; i < 200 && !(await answers(listenOn)); i++) await sleep(20)
  return {
    url: `redis://127.0.0.1:${listenOn}`,
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGKILL')
      await ended
    },
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
