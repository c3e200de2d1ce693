import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

interface Waiting {
  line: string
  written: () => void
  failed: (reason: unknown) => void
}

const NEWLINE = 10

/**
 * An append-only file of JSON lines. `append` resolves when the line is on disk (fdatasync);
 * lines that wait for the same disk share one write and one sync.
 */
export class Journal<Entry> {
  private waiting: Waiting[] = []
  private writing: Promise<void> | undefined

  private constructor(
    private readonly file: FileHandle,
    private size: number,
  ) {}

  /**
   * Opens the file, handing every whole line to `replay` in order. A torn last line (the process died
   * while writing it, so nobody was told it was accepted) is cut off; a broken line elsewhere throws.
   */
  static async open<Entry>(path: string, replay: (entry: Entry) => void): Promise<Journal<Entry>> {
    await mkdir(dirname(path), { recursive: true })
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return Buffer.alloc(0)
      throw error
    })
    const size = replayLines(path, bytes, replay)
    const file = await open(path, 'a')
    if (size < bytes.length) await file.truncate(size)
    return new Journal<Entry>(file, size)
  }

  append(entry: Entry): Promise<void> {
    return new Promise((written, failed) => {
      this.waiting.push({ line: `${JSON.stringify(entry)}\n`, written, failed })
      this.writing ??= this.drain()
    })
  }

  async close(): Promise<void> {
    await this.writing
    await this.file.close()
  }

  private async drain(): Promise<void> {
    // One turn of the event loop lets requests that arrived together share the sync.
    await new Promise((next) => setImmediate(next))
    while (this.waiting.length > 0) {
      const group = this.waiting
      this.waiting = []
      try {
        const bytes = Buffer.from(group.map((each) => each.line).join(''))
        await this.file.appendFile(bytes)
        await this.file.datasync()
        this.size += bytes.length
        for (const each of group) each.written()
      } catch (error) {
        // Half a line left by a full disk must not glue itself to the next one.
        await this.file.truncate(this.size).catch(() => undefined)
        for (const each of group) each.failed(error)
      }
    }
    this.writing = undefined
  }
}

/** Returns how many bytes hold whole, readable lines. */
function replayLines<Entry>(path: string, bytes: Buffer, replay: (entry: Entry) => void): number {
  let start = 0
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    const line = bytes.toString('utf8', start, end)
    let entry: Entry
    try {
      entry = JSON.parse(line) as Entry
    } catch (error) {
      if (end === bytes.length - 1) return start
      throw new Error(`${path}: unreadable line at byte ${start}`, { cause: error })
    }
    replay(entry)
    start = end + 1
  }
  return start
}
