/**
 * The errors Resend answers with: name → status and default message.
 * Source: resend.com/docs/api-reference/errors and the SDK's RESEND_ERROR_CODE_KEY.
 */
const table = {
  invalid_idempotency_key: [400, 'The key must be between 1-256 chars.'],
  validation_error: [422, 'We found an error with one or more fields in the request.'],
  missing_api_key: [401, 'Missing API key in the authorization header.'],
  restricted_api_key: [401, 'This API key is restricted to only send emails.'],
  invalid_api_key: [403, 'API key is invalid.'],
  not_found: [404, 'The requested endpoint does not exist.'],
  method_not_allowed: [405, 'Method is not allowed for the requested path.'],
  invalid_idempotent_request: [409, 'Same idempotency key used with a different request payload.'],
  concurrent_idempotent_requests: [
    409,
    'Same idempotency key used while original request is still in progress.',
  ],
  invalid_from_address: [422, 'Invalid `from` field.'],
  invalid_parameter: [422, 'The parameter must be a valid UUID.'],
  missing_required_field: [422, 'The request body is missing one or more required fields.'],
  rate_limit_exceeded: [
    429,
    'Too many requests. Please limit the number of requests per second. Or contact support to increase rate limit.',
  ],
  daily_quota_exceeded: [429, 'You have reached your daily email sending quota.'],
  monthly_quota_exceeded: [429, 'You have reached your monthly email sending quota.'],
  application_error: [500, 'An unexpected error occurred.'],
  internal_server_error: [500, 'An unexpected error occurred.'],
  service_unavailable: [503, 'The service is temporarily unavailable.'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemName = keyof typeof table

/** Thrown anywhere below the API; its edge turns it into `{statusCode, name, message}`. */
export class Problem extends Error {
  readonly statusCode: number

  constructor(
    override readonly name: ProblemName,
    message: string = table[name][1],
    statusCode: number = table[name][0],
    readonly headers: Record<string, string> = {},
  ) {
    super(message)
    this.statusCode = statusCode
  }

  answer(): Response {
    const { statusCode, name, message } = this
    return Response.json({ statusCode, name, message }, { status: statusCode, headers: this.headers })
  }
}
