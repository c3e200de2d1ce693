import { createHash } from 'node:crypto'
import type { AcceptedEmail } from './email.ts'
import type { ReceivedMail } from './received-mail.ts'

/** One webhook to deliver: `id` is the svix-id and `payload` the exact bytes, the same on every attempt. */
export interface WebhookEvent {
  id: string
  type: string
  payload: string
}

const bounce = {
  message: "The recipient's email address does not exist.",
  subType: 'General',
  type: 'Permanent',
}
const suppressed = {
  message: 'The recipient is on the suppression list, so the email was not sent.',
  type: 'OnAccountSuppressionList',
}

/** The events a mail gives rise to, in the order Resend would see them happen. */
export function eventsFor(email: AcceptedEmail, at: string): WebhookEvent[] {
  const data = {
    created_at: email.created_at,
    email_id: email.id,
    message_id: email.message_id,
    from: email.from,
    to: email.to,
    subject: email.subject,
    tags: Object.fromEntries(email.tags.map((tag) => [tag.name, tag.value])),
  }
  const event = (type: string, more: object = {}) =>
    webhookEvent(email.id, type, { type, created_at: at, data: { ...data, ...more } })

  // A scheduled mail is released later than it was created; until then it has only one thing to say.
  if (email.scheduled_at && at === email.created_at) return [event('email.scheduled')]
  switch (email.outcome) {
    case 'delivered':
      return [event('email.sent'), event('email.delivered')]
    case 'bounced':
      return [event('email.sent'), event('email.bounced', { bounce })]
    case 'complained':
      return [event('email.sent'), event('email.delivered'), event('email.complained')]
    case 'suppressed':
      return [event('email.suppressed', { suppressed })]
  }
}

/** `email.received` says that mail came and for whom; body and headers must be fetched. */
export function eventFor(mail: ReceivedMail): WebhookEvent {
  const { id, raw: _raw, answers: _answers, words: _words, reply_to: _replyTo, ...rest } = mail
  const attachments = mail.attachments.map(({ size: _size, ...attachment }) => attachment)
  const data = { ...rest, email_id: id, attachments }
  return webhookEvent(id, 'email.received', { type: 'email.received', created_at: mail.created_at, data })
}

function webhookEvent(subject: string, type: string, body: object): WebhookEvent {
  const id = createHash('sha256').update(`${subject}:${type}`).digest('base64url').slice(0, 27)
  return { id: `msg_${id}`, type, payload: JSON.stringify(body) }
}
