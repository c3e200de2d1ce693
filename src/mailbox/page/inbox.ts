import { mailboxOf } from '../address.ts'
import type { AcceptedEmail } from '../email.ts'
import type { Ledger } from '../ledger.ts'

export interface Reader {
  address: string
  /** Oldest first. */
  mails: AcceptedEmail[]
  unread: number
}

/** Suppressed, bounced and still scheduled mails never reach a reader's eyes, but are listed: the page is honest. */
export function readersOf(ledger: Ledger): Reader[] {
  const byAddress = new Map<string, Reader>()
  // Walked from the newest, so that readers come in the order of their latest mail.
  for (let i = ledger.sent.length - 1; i >= 0; i -= 1) {
    const mail = ledger.sent[i]!
    for (const address of new Set([...mail.to, ...mail.cc, ...mail.bcc].map(mailboxOf))) {
      const reader = byAddress.get(address) ?? { address, mails: [], unread: 0 }
      byAddress.set(address, reader)
      reader.mails.push(mail)
      if (!ledger.seen.has(mail.id)) reader.unread += 1
    }
  }
  for (const reader of byAddress.values()) reader.mails.reverse()
  return [...byAddress.values()]
}

/** The replies written on the page to this mail, oldest first. */
export const repliesTo = (ledger: Ledger, mail: AcceptedEmail) =>
  [...ledger.received.values()].filter((received) => received.answers === mail.id)
