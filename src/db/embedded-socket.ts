import { Duplex } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { EmbeddedSession, SessionUser } from './embedded-session.ts'
import { message, messagesIn, readStrings } from './wire.ts'

const DEFAULT_SEARCH_PATH = '"$user", public'
const TERMINATE = 'X'
const ENDS_A_GROUP = new Set(['Q', 'S', 'H'])
let connections = 0

/**
 * What `pg` takes for a socket to a server: it writes and reads wire protocol, and the embedded session
 * answers. So `pg` itself does the parsing, the types and the errors, and they cannot differ from a server's.
 */
export class EmbeddedSocket extends Duplex implements SessionUser {
  searchPath = DEFAULT_SEARCH_PATH
  readonly #session: EmbeddedSession
  readonly #id = ++connections
  readonly #statements = new Set<string>()
  #started = false
  #unread: Buffer = Buffer.alloc(0)
  #group: Buffer[] = []
  #work: Promise<void> = Promise.resolve()

  constructor(session: EmbeddedSession) {
    super()
    this.#session = session
  }

  // The part of net.Socket that pg calls.
  connect(): this {
    process.nextTick(() => this.emit('connect'))
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  notify(notification: Buffer): void {
    if (!this.destroyed) this.push(notification)
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.#unread = this.#unread.length ? Buffer.concat([this.#unread, chunk]) : chunk
    if (!this.#started) this.#start()
    let consumed = 0
    for (const { type, start, end } of messagesIn(this.#unread)) {
      consumed = end
      if (type === TERMINATE) {
        this.#work = this.#work.then(() => void this.destroy())
        continue
      }
      this.#group.push(this.#named(type, this.#unread.subarray(start, end)))
      if (!ENDS_A_GROUP.has(type)) continue
      const group = Buffer.concat(this.#group)
      this.#group = []
      this.#work = this.#work.then(() => this.#perform(group))
    }
    this.#unread = this.#unread.subarray(consumed)
    done()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    try {
      this.#session.leave(this)
    } finally {
      done(error)
    }
  }

  /** The first message has no type; it carries parameters such as `options=-c search_path=bullmq`. */
  #start(): void {
    if (this.#unread.length < 4 || this.#unread.length < this.#unread.readInt32BE(0)) return
    const length = this.#unread.readInt32BE(0)
    const words = this.#unread.toString('utf8', 8, length).split('\0')
    this.#unread = this.#unread.subarray(length)
    this.#started = true
    const options = words[words.indexOf('options') + 1] ?? ''
    const searchPath = words.includes('options') && /-c\s*search_path=(\S+)/.exec(options)?.[1]
    if (searchPath) this.searchPath = searchPath
    this.push(
      Buffer.concat([
        message('R', 0),
        message('S', 'server_encoding', 'UTF8'),
        message('S', 'client_encoding', 'UTF8'),
        message('S', 'integer_datetimes', 'on'),
        message('S', 'standard_conforming_strings', 'on'),
        message('K', this.#id, 0),
        message('Z', Buffer.from('I')),
      ]),
    )
  }

  async #perform(group: Buffer): Promise<void> {
    if (this.destroyed) return
    // Nothing below waits for I/O, so without this a loop of statements would keep everything else in the
    // process from running: timers, HTTP, the renewal of job locks.
    await setImmediate()
    await this.#session.acquire(this)
    if (this.destroyed) return this.#session.leave(this)
    try {
      const answer = this.#session.send(this, group)
      this.#follow(group)
      this.push(answer)
    } catch (error) {
      this.destroy(error as Error)
    }
  }

  /** LISTEN and UNLISTEN belong to a connection on a server; here they are kept per connection by hand. */
  #follow(group: Buffer): void {
    for (const { type, start } of messagesIn(group)) {
      if (type !== 'Q' && type !== 'P') continue
      const sql = readStrings(group, start + 5, type === 'P' ? 2 : 1).strings.at(-1)!
      if (!/listen/i.test(sql.slice(0, 2000))) continue
      for (const statement of sql.replace(/--.*$/gm, '').split(';')) {
        const match = /^\s*(un)?listen\s+(?:"((?:[^"]|"")+)"|(\*|[\w$]+))\s*$/i.exec(statement)
        if (!match) continue
        const channel = match[2]?.replaceAll('""', '"') ?? match[3]!.toLowerCase()
        if (match[1]) this.#session.unlisten(this, channel === '*' ? undefined : channel)
        else this.#session.listen(this, channel)
      }
    }
  }

  /** Prepared statements are named per connection, and here all connections share one session. */
  #named(type: string, bytes: Buffer): Buffer {
    if (!'PBDC'.includes(type)) return bytes
    const isPortal = type === 'D' || type === 'C' ? bytes[5] === 0x50 : false
    const before = type === 'P' ? 5 : type === 'B' ? readStrings(bytes, 5, 1).rest : 6
    const { strings, rest } = readStrings(bytes, before, 1)
    if (isPortal || !strings[0]) return bytes
    const name = `c${this.#id}_${strings[0]}`
    this.#statements.add(name)
    return message(type, bytes.subarray(5, before), name, bytes.subarray(rest))
  }
}
