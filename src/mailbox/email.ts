/** What happens to a mail after acceptance, decided by its recipients (Resend's documented test addresses). */
export type Outcome = 'delivered' | 'bounced' | 'complained' | 'suppressed'

export type LastEvent = 'queued' | 'scheduled' | 'canceled' | 'sent' | Outcome

/** A mail as Resend keeps it; the field names are Resend's, so the API answers with them as they are. */
export interface AcceptedEmail {
  id: string
  /** With angle brackets. Never in the answer to a send: it comes with webhooks and GET /emails/:id. */
  message_id: string
  created_at: string
  from: string
  to: string[]
  cc: string[]
  bcc: string[]
  reply_to: string[]
  subject: string
  html: string | null
  text: string | null
  headers: Record<string, string>
  tags: { name: string; value: string }[]
  topic_id: string | null
  scheduled_at: string | null
  attachments: { filename: string; size: number }[]
  outcome: Outcome
  last_event: LastEvent
}

/** A mail that passed validation and has no identity yet. */
export type Draft = Omit<AcceptedEmail, 'id' | 'message_id' | 'created_at' | 'outcome' | 'last_event'>

/** `delivered@`, `bounced+anything@`, `complained@` and `suppressed@resend.dev` act as documented; all else arrives. */
export function outcomeFor(recipients: string[]): Outcome {
  for (const recipient of recipients) {
    const test = /(?:^|<)(delivered|bounced|complained|suppressed)(?:\+[^@]*)?@resend\.dev>?$/i.exec(
      recipient,
    )
    if (test) return test[1]!.toLowerCase() as Outcome
  }
  return 'delivered'
}

/** Every To, Cc and Bcc recipient counts against the quota. */
export const recipientCount = (email: Pick<Draft, 'to' | 'cc' | 'bcc'>): number =>
  email.to.length + email.cc.length + email.bcc.length
