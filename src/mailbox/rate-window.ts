const SECOND = 1000

/** Counts what happened in the last sliding second. */
class SlidingSecond {
  private times: number[] = []
  private head = 0

  add(now: number): void {
    this.times.push(now)
  }

  count(now: number): number {
    while (this.head < this.times.length && this.times[this.head]! <= now - SECOND) this.head += 1
    if (this.head > 1024) {
      this.times = this.times.slice(this.head)
      this.head = 0
    }
    return this.times.length - this.head
  }

  /** Milliseconds until the oldest one falls out of the window. */
  untilOldestLeaves(now: number): number {
    const oldest = this.times[this.head]
    return oldest === undefined ? 0 : oldest + SECOND - now
  }
}

/** Resend's rate limit: so many requests in any sliding second, for the whole team. Refused ones do not count. */
export class RateWindow {
  private readonly granted = new SlidingSecond()
  private readonly asked = new SlidingSecond()
  /** The largest number of requests seen in any sliding second, refused ones included. */
  peak = 0

  constructor(private readonly limit: number) {}

  take(at: Date): { ok: boolean; headers: Record<string, string> } {
    const now = at.getTime()
    this.asked.add(now)
    this.peak = Math.max(this.peak, this.asked.count(now))
    const ok = this.granted.count(now) < this.limit
    if (ok) this.granted.add(now)
    const reset = String(Math.max(1, Math.ceil(this.granted.untilOldestLeaves(now) / SECOND)))
    const remaining = Math.max(0, this.limit - this.granted.count(now))
    const headers: Record<string, string> = {
      'ratelimit-limit': String(this.limit),
      'ratelimit-remaining': String(remaining),
      'ratelimit-reset': reset,
      'ratelimit-policy': `${this.limit};w=1`,
    }
    if (!ok) headers['retry-after'] = reset
    return { ok, headers }
  }
}
