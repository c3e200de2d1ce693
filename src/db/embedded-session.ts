import type { PGlite } from '@electric-sql/pglite'
import { message, messagesIn, readStrings } from './wire.ts'

/** What a connection shows to the session. */
export interface SessionUser {
  searchPath: string
  notify(notification: Buffer): void
}

const SLOW_TRANSACTION_MS = 30_000

/**
 * PGlite has one session; this shares it among many connections. A connection owns the session from the
 * first message of a statement until Postgres says it is idle again, so a transaction is never mixed with
 * somebody else's statements: the status comes from Postgres itself (ReadyForQuery), not from reading SQL.
 */
export class EmbeddedSession {
  readonly #db: PGlite
  #owner: SessionUser | undefined
  #waiting: { user: SessionUser; proceed: () => void }[] = []
  #slow: NodeJS.Timeout | undefined
  /** Unknown at first: PGlite's own is not a server's. */
  #searchPath: string | undefined
  #listeners = new Map<string, Set<SessionUser>>()

  constructor(db: PGlite) {
    this.#db = db
  }

  /** Resolves when the session belongs to this user; at once if it does already. First come, first served. */
  acquire(user: SessionUser): Promise<void> {
    if (this.#owner === user) return Promise.resolve()
    if (!this.#owner) {
      this.#give(user)
      return Promise.resolve()
    }
    return new Promise((proceed) => this.#waiting.push({ user, proceed }))
  }

  /**
   * Sends one group of messages (up to Sync, Flush or a simple query) for the owner and returns the answer.
   * Lets go of the session when the answer says that no transaction is open.
   */
  send(user: SessionUser, group: Buffer): Buffer {
    let idle = false
    try {
      if (this.#searchPath !== user.searchPath) {
        this.#run(message('Q', `set search_path to ${user.searchPath}`))
        this.#searchPath = user.searchPath
      }
      const { answer, status } = this.#run(group)
      idle = status === 'I'
      return answer
    } catch (error) {
      idle = true // the WASM side trapped: nothing is left to protect, and waiters must hear of it too
      throw error
    } finally {
      if (idle) this.#release()
    }
  }

  listen(user: SessionUser, channel: string): void {
    const users = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, users.add(user))
  }

  /** Forgets the user's interest. Postgres keeps listening while another connection wants the channel. */
  unlisten(user: SessionUser, channel?: string): void {
    for (const [name, users] of this.#listeners) {
      if (channel !== undefined && channel !== name) continue
      users.delete(user)
      if (users.size === 0) this.#listeners.delete(name)
    }
    // An UNLISTEN has already reached the shared session: renew what the others still want.
    for (const name of this.#listeners.keys()) {
      if (channel === undefined || channel === name)
        this.#run(message('Q', `listen "${name.replaceAll('"', '""')}"`))
    }
  }

  /** The connection is gone: whatever it had open is rolled back, as a server does. */
  leave(user: SessionUser): void {
    for (const users of this.#listeners.values()) users.delete(user)
    this.#waiting = this.#waiting.filter((waiter) => waiter.user !== user)
    if (this.#owner !== user) return
    try {
      if (!this.#db.closed) this.#run(message('Q', 'rollback'))
    } finally {
      this.#release()
    }
  }

  #give(user: SessionUser): void {
    this.#owner = user
    this.#slow = setTimeout(() => {
      process.emitWarning(
        `A transaction has held the embedded database for ${SLOW_TRANSACTION_MS / 1000} seconds while ` +
          `${this.#waiting.length} statements wait: was its client released?`,
      )
    }, SLOW_TRANSACTION_MS)
    this.#slow.unref()
  }

  #release(): void {
    clearTimeout(this.#slow)
    this.#owner = undefined
    const next = this.#waiting.shift()
    if (!next) return
    this.#give(next.user)
    next.proceed()
  }

  #run(bytes: Buffer): { answer: Buffer; status: string | undefined } {
    const raw = this.#db.execProtocolRawSync(bytes)
    const output = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
    const kept: Buffer[] = []
    let status: string | undefined
    for (const { type, start, end } of messagesIn(output)) {
      // A notification comes with whatever statement ran next, so it has to be passed on to who listens.
      if (type === 'A') this.#notify(output.subarray(start, end))
      else kept.push(output.subarray(start, end))
      if (type === 'Z') status = String.fromCharCode(output[start + 5]!)
    }
    return { answer: Buffer.concat(kept), status }
  }

  #notify(notification: Buffer): void {
    const copy = Buffer.from(notification)
    const channel = readStrings(copy, 9, 1).strings[0]!
    for (const user of this.#listeners.get(channel) ?? []) setImmediate(() => user.notify(copy))
  }
}
