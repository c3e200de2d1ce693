/** Resend, in its only room: its names stop here. Sending, webhook verification, and fetching what people wrote. */
import { type CreateBatchSuccessResponse, Resend } from 'resend'
import { downloadRaw, type RawMessage } from './download-raw.ts'
import { type ResendError, type Verdict, verdictOf } from './error-table.ts'
import type { Payload } from './payload.ts'

export type SubmitOutcome =
  /** `ids[i]` belongs to `mails[i]`; null where that one was refused, with its reason in `refusals`. */
  | { accepted: true; ids: (string | null)[]; refusals: Map<number, string>; perSecond?: number }
  | { accepted: false; verdict: Verdict; error: ResendError; perSecond?: number }

export interface MailEvent {
  type: string
  created_at: string
  data: Record<string, unknown> & { email_id?: string; message_id?: string; tags?: Record<string, string> }
}

export interface Inbound {
  from: string
  to: string[]
  /** Whom the envelope named, which is where our token stands; `to` is what the message says. */
  receivedFor: string[]
  messageId: string
  subject: string
  text: string | null
  html: string | null
  /** Lower-case names; of a header that came twice, one. */
  headers: Record<string, string>
  attachments: { name: string; type: string; size: number; inline: boolean; contentId?: string }[]
  /** Null when Resend has it no more. Of one that is too large, the beginning. */
  raw: RawMessage | null
}

export interface Mail {
  /** Hands at most 100 mails to Resend in one call under `key`. Never throws for what Resend or the network does. */
  submit(key: string, payload: Payload): Promise<SubmitOutcome>
  /** The event in a webhook's body, or undefined when its signature, or its age (over 5 minutes), is wrong. */
  verify(
    payload: string,
    headers: { id: string; timestamp: string; signature: string },
  ): MailEvent | undefined
  /** A received mail with its raw message. Throws when Resend does not give it. */
  fetchInbound(id: string, options?: { acceptWithoutRaw?: boolean }): Promise<Inbound>
  /** Ids of mails received, newest first and at most 100, to find those whose webhook never came; `after` an id the older ones. */
  listInbound(limit: number, after?: string): Promise<{ id: string; createdAt: string }[]>
  /** What was sent lately, newest first: Resend's own memory, which a restored database does not share. */
  listSent(limit: number): Promise<{ id: string; from: string; to: string[]; createdAt: string }[]>
  /** What Resend says became of a mail: the name of its last event, such as `delivered`. */
  lastEventOf(resendId: string): Promise<string | undefined>
}

export interface MailOptions {
  apiKey: string
  baseUrl?: string
  webhookSecret: string
  /** A call that takes longer counts as lost, which is not the same as not accepted. Milliseconds. */
  timeout?: number
}

export function openMail({ apiKey, baseUrl, webhookSecret, timeout = 30_000 }: MailOptions): Mail {
  const resend = new Resend(apiKey, { baseUrl })

  return {
    async submit(key, { bytes, size }) {
      // What `resend.batch.send` does, but with the body as it is rather than made anew: `body` here goes to `fetch`.
      const options = {
        body: bytes,
        idempotencyKey: key,
        headers: { 'x-batch-validation': 'permissive' },
        signal: AbortSignal.timeout(timeout),
      }
      const answer = await resend
        .post<CreateBatchSuccessResponse<{ batchValidation: 'permissive' }>>(
          '/emails/batch',
          undefined,
          options,
        )
        .catch((error: unknown) => ({ data: null, error: lost(error), headers: null }))
      const headers: Record<string, string> = answer.headers ?? {}
      const perSecond = positive(headers['ratelimit-limit'])
      // HTML with status 200 becomes an error in the SDK; a JSON body that is not a batch answer must not pass either.
      const data = answer.data && Array.isArray(answer.data.data) ? answer.data : null
      if (!data) {
        const error = answer.error ?? lost('the answer was not one of Resend')
        return {
          accepted: false,
          verdict: verdictOf(error, positive(headers['retry-after'])),
          error,
          perSecond,
        }
      }
      const refusals = new Map((data.errors ?? []).map((e) => [e.index, e.message]))
      return { accepted: true, ids: spread(data.data, refusals, size), refusals, perSecond }
    },

    verify(payload, headers) {
      try {
        return resend.webhooks.verify({ payload, headers, webhookSecret }) as unknown as MailEvent
      } catch {
        return undefined
      }
    },

    async fetchInbound(id, { acceptWithoutRaw = false } = {}) {
      const { data, error } = await resend.emails.receiving.get(id, { html_format: 'cid' })
      if (!data) throw new Error(`Resend did not give the received mail: ${error?.name} ${error?.message}`)
      const raw = data.raw
        ? await downloadRaw(data.raw.download_url, timeout).catch((error) => {
            if (acceptWithoutRaw) return null
            throw error
          })
        : null
      return {
        from: data.from,
        to: data.to,
        receivedFor: data.received_for ?? data.to,
        messageId: data.message_id,
        subject: data.subject,
        text: data.text,
        html: data.html,
        headers: Object.fromEntries(
          Object.entries(data.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
        ),
        attachments: (data.attachments ?? []).map((attachment) => ({
          name: attachment.filename ?? '',
          type: attachment.content_type,
          size: attachment.size,
          inline: attachment.content_disposition === 'inline',
          ...(attachment.content_id && { contentId: attachment.content_id }),
        })),
        raw,
      }
    },

    async listInbound(limit, after) {
      const { data, error } = await resend.emails.receiving.list(after ? { limit, after } : { limit })
      if (!data) throw new Error(`Resend did not list received mail: ${error?.name} ${error?.message}`)
      return data.data.map((mail) => ({ id: mail.id, createdAt: mail.created_at }))
    },

    async listSent(limit) {
      const { data, error } = await resend.emails.list({ limit })
      if (!data) throw new Error(`Resend did not list sent mail: ${error?.name} ${error?.message}`)
      return data.data.map(({ id, from, to, created_at }) => ({ id, from, to, createdAt: created_at }))
    },

    async lastEventOf(resendId) {
      const { data } = await resend.emails.get(resendId)
      return data?.last_event
    },
  }
}

/** `data` holds only the accepted ones, so it is laid back over the indexes that were not refused. */
function spread(accepted: { id: string }[], refusals: Map<number, string>, size: number): (string | null)[] {
  let next = 0
  return Array.from({ length: size }, (_, index) =>
    refusals.has(index) ? null : (accepted[next++]?.id ?? null),
  )
}

function lost(cause: unknown): ResendError {
  return {
    statusCode: null,
    name: 'application_error',
    message: cause instanceof Error ? cause.message : String(cause),
  }
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text)
  return Number.isFinite(number) && number > 0 ? number : undefined
}
