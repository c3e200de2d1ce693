/** Bytes of a received message that are kept as they came: what the big mail services let through, and a third more. */
export const LARGEST_RAW = 25 * 1024 * 1024

export interface RawMessage {
  /** The message; of one that is too large, its beginning. */
  bytes: Buffer
  tooLarge: boolean
  /** Of the whole message, as far as it is known. */
  size: number
}

/** Fetches a raw message from where Resend keeps it, and no more of it than may be kept. Milliseconds. */
export async function downloadRaw(url: string, timeout: number, atMost = LARGEST_RAW): Promise<RawMessage> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeout) })
  if (!response.ok) throw new Error(`the raw message could not be downloaded (${response.status})`)
  const chunks: Uint8Array[] = []
  let size = 0
  const body = response.body as unknown as AsyncIterable<Uint8Array> | null
  // Leaving the loop early ends the download.
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    size += chunk.length
    if (size > atMost) break
  }
  const told = Number(response.headers.get('content-length') ?? 0)
  const tooLarge = size > atMost
  return { bytes: Buffer.concat(chunks), tooLarge, size: tooLarge ? Math.max(size, told) : size }
}
