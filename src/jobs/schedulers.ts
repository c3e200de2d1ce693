import type { Queue } from 'bullmq'
import type { QueueName } from './queues.ts'
import { within } from './within.ts'

/** How often the schedulers are looked after. Short, because a lost one means that no lesson goes out. */
const LOOK_AFTER_MS = 5_000

/**
 * Repeating jobs. BullMQ keeps one delayed job per scheduler, so whoever empties Redis also ends the ticking:
 * each process that asked for one looks after it and sets it up again when it is gone or long overdue.
 */
export class Schedulers {
  readonly #queueOf: (name: QueueName) => Queue
  readonly #onError: (error: Error) => void
  readonly #wanted = new Map<QueueName, number>()
  #timer: NodeJS.Timeout | undefined
  #busy = false

  constructor(queueOf: (name: QueueName) => Queue, onError: (error: Error) => void) {
    this.#queueOf = queueOf
    this.#onError = onError
  }

  async every(name: QueueName, milliseconds: number): Promise<void> {
    this.#wanted.set(name, milliseconds)
    this.#timer ??= setInterval(() => void this.#lookAfter(), LOOK_AFTER_MS).unref()
    await this.#ensure(name, milliseconds)
  }

  close(): void {
    clearInterval(this.#timer)
    this.#wanted.clear()
  }

  async #lookAfter(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    for (const [name, milliseconds] of this.#wanted) {
      await within(2_000, this.#ensure(name, milliseconds)).catch(this.#onError)
    }
    this.#busy = false
  }

  async #ensure(name: QueueName, milliseconds: number): Promise<void> {
    const queue = this.#queueOf(name)
    const existing = await queue.getJobScheduler(name)
    const ahead = existing?.next === undefined ? 0 : existing.next - Date.now()
    // Long overdue, or further ahead than an interval: a tick that ran while the interval changed set the old one again.
    const lost = ahead < -10 * milliseconds - 60_000 || ahead > milliseconds + 2_000
    if (existing && Number(existing.every) === milliseconds && !lost) return
    // One attempt: the next tick does what this one could not.
    await queue.upsertJobScheduler(name, { every: milliseconds }, { name, data: {}, opts: { attempts: 1 } })
  }
}
