/**
 * What each of Resend's errors means for us: one table, status first and name second, because names come and go
 * (docs list some the SDK's union does not). Sources: resend.com/docs/api-reference/errors, the idempotency page,
 * and the SDK, which turns a timeout, a reset and HTML with status 200 all into `statusCode: null`.
 */
export type Verdict =
  /** Try again with the same key and the same bytes; `slowDownSeconds`: nobody asks anything before. */
  | { do: 'retry'; slowDownSeconds?: number; inDoubt: boolean }
  /** Nothing can leave until a person or the quota's reset changes something. */
  | { do: 'pause'; reason: string; untilReset?: 'day' | 'month' }
  /** This batch will never be accepted as it is. */
  | { do: 'refuse'; reason: string }
  /** Resend may already have it: never send again, reconcile. */
  | { do: 'look'; reason: string }

export interface ResendError {
  statusCode: number | null
  name: string
  message: string
}

const BY_NAME: Record<string, (error: ResendError, retryAfter?: number) => Verdict> = {
  rate_limit_exceeded: (_, slowDownSeconds = 1) => ({ do: 'retry', slowDownSeconds, inDoubt: false }),
  daily_quota_exceeded: (e) => ({ do: 'pause', reason: e.message, untilReset: 'day' }),
  monthly_quota_exceeded: (e) => ({ do: 'pause', reason: e.message, untilReset: 'month' }),
  concurrent_idempotent_requests: () => ({ do: 'retry', inDoubt: true }),
  resource_locked: () => ({ do: 'retry', inDoubt: true }),
  invalid_idempotent_request: (e) => ({ do: 'look', reason: e.message }),
}

/** The verdict on an error of a send. `retryAfter` is the header's value in seconds. */
export function verdictOf(error: ResendError, retryAfter?: number): Verdict {
  const named = BY_NAME[error.name]
  if (named) return named(error, retryAfter)
  const status = error.statusCode
  // 200-with-HTML, timeouts and resets arrive without a status: the mail may well have been accepted.
  if (status === null || status < 400) return { do: 'retry', inDoubt: true }
  if (status === 408 || status >= 500) return { do: 'retry', slowDownSeconds: retryAfter, inDoubt: true }
  if (status === 429) return { do: 'retry', slowDownSeconds: retryAfter ?? 1, inDoubt: false }
  if (status === 401 || status === 403) return { do: 'pause', reason: `${error.name}: ${error.message}` }
  if (status === 409) return { do: 'look', reason: `${error.name}: ${error.message}` }
  // What Resend says of a mail's content. Anything else (404, 405: a wrong address or a proxy) is about every mail.
  if (status === 400 || status === 413 || status === 422)
    return { do: 'refuse', reason: `${error.name}: ${error.message}` }
  return { do: 'pause', reason: `${status} ${error.name}: ${error.message}` }
}
