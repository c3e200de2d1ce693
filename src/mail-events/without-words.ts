import type { MailEvent } from '../mail/open-mail.ts'

/** What an event was about, and nobody's address, name or subject, nor what they attached. */
export function withoutWords({ type, created_at, data }: MailEvent): MailEvent {
  const { email_id, message_id, tags } = data
  return { type, created_at, data: { email_id, message_id, tags } }
}
