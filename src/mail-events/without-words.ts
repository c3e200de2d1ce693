import type { MailEvent } from '../mail/open-mail.ts'

/** What an event was about, and nobody's address, name or subject, nor what they attached. */
export function withoutWords({ type, created_at, data }: MailEvent): MailEvent {
  const { email_id, message_id, tags } = data
  return { type, created_at, data: { email_id, message_id, tags } }
}

/** The same with what `recordOutcome` has to know of a mail that did not arrive: why, in the words of its server. */
export function withReason(event: MailEvent): MailEvent {
  const { bounce, failed, suppressed } = event.data as Record<string, Said | null | undefined>
  const said = {
    ...(bounce && { bounce: { type: bounce.type, message: bounce.message } }),
    ...(failed && { failed: { reason: failed.reason } }),
    ...(suppressed && { suppressed: { message: suppressed.message } }),
  }
  const bare = withoutWords(event)
  return { ...bare, data: { ...bare.data, ...said } }
}

type Said = { type?: string; message?: string; reason?: string }
