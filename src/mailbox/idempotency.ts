import { Problem } from './problem.ts'

const RETENTION_MS = 24 * 60 * 60 * 1000

/** The answer a key was given, and the hash of the payload it was given for. */
export interface KeyedAnswer {
  key: string
  hash: string
  /** JSON text of the 200 answer. */
  body: string
  at: string
}

const isExpired = (answer: KeyedAnswer, now: Date) => now.getTime() - Date.parse(answer.at) >= RETENTION_MS

/** Answers are added in order of time, so the expired ones stand at the front. */
export function forgetExpired(answers: Map<string, KeyedAnswer>, now: Date): void {
  for (const [key, answer] of answers) {
    if (!isExpired(answer, now)) return
    answers.delete(key)
  }
}

/** Resend's idempotency keys: 1-256 characters, kept 24 h by the application's clock. */
export class IdempotencyKeys {
  private readonly inFlight = new Map<string, string>()

  constructor(
    private readonly answers: Map<string, KeyedAnswer>,
    private readonly now: () => Date,
  ) {}

  /**
   * The answer to repeat, or undefined when the work is to be done; then `release` must follow.
   * A failed request leaves no trace under its key (whether Resend's does is not documented).
   */
  claim(key: string, hash: string): KeyedAnswer | undefined {
    if (key.length < 1 || key.length > 256) throw new Problem('invalid_idempotency_key')
    const answer = this.answers.get(key)
    if (answer && !isExpired(answer, this.now())) {
      if (answer.hash !== hash) throw new Problem('invalid_idempotent_request')
      return answer
    }
    const claimed = this.inFlight.get(key)
    if (claimed !== undefined && claimed !== hash) throw new Problem('invalid_idempotent_request')
    if (claimed !== undefined) throw new Problem('concurrent_idempotent_requests')
    // An expired answer is taken out so that its successor stands at the end of the map.
    this.answers.delete(key)
    this.inFlight.set(key, hash)
    return undefined
  }

  release(key: string): void {
    this.inFlight.delete(key)
  }
}
