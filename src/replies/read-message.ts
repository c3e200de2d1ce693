/** A raw message read: who, what, and whether a machine wrote it. mailparser, because format=flowed must survive. */
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { splitReply } from './split-reply.ts'

export interface ReadMessage {
  from: string
  fromName: string
  subject: string
  /** What they wrote, without what they quoted. Never empty when the message is not. */
  reply: string
  quoted: string
  messageId: string | null
  /** Message-IDs it refers to, nearest first. */
  refersTo: string[]
  automatic: boolean
}

export async function readMessage(raw: Buffer): Promise<ReadMessage> {
  const mail = await simpleParser(raw, { skipImageLinks: true })
  const from = mail.from?.value[0]
  const { reply, quoted } = splitReply(mail.text ?? '')
  const references = ([] as string[]).concat(mail.references ?? []).reverse()
  return {
    from: (from?.address ?? '').toLowerCase(),
    fromName: from?.name ?? '',
    subject: mail.subject ?? '',
    reply,
    quoted,
    messageId: mail.messageId ?? null,
    refersTo: [...new Set([...(mail.inReplyTo ? [mail.inReplyTo] : []), ...references])],
    automatic: isAutomatic(mail),
  }
}

/** Every address the message was sent to, lower case. */
export function recipientsOf(...lists: (AddressObject | AddressObject[] | string[] | undefined)[]): string[] {
  return lists.flatMap((list) =>
    ([] as (AddressObject | string)[])
      .concat(list ?? [])
      .flatMap((entry) =>
        typeof entry === 'string' ? [entry] : entry.value.map((address) => address.address ?? ''),
      )
      .map((address) => address.toLowerCase()),
  )
}

const MACHINE_SENDERS = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+@]|$)/i
const OUT_OF_OFFICE =
  /^(auto(matic)?[ -]?(reply|antwort|response)|out of (the )?office|abwesen|abwesenheits|réponse automatique|respuesta automática)/i

/** RFC 3834 and what mail systems do besides: such a message is kept, but it is nobody's answer to a prompt. */
function isAutomatic(mail: ParsedMail): boolean {
  const header = (name: string) => {
    const value = mail.headers.get(name)
    return typeof value === 'string' ? value.trim().toLowerCase() : value === undefined ? undefined : 'set'
  }
  const autoSubmitted = header('auto-submitted')
  const contentType = mail.headers.get('content-type') as { value?: string } | undefined
  return (
    (autoSubmitted !== undefined && !autoSubmitted.startsWith('no')) ||
    [
      'x-autoreply',
      'x-autorespond',
      'x-auto-reply-from',
      'x-failed-recipients',
      'list-id',
      'list-unsubscribe',
      'list',
    ].some((name) => mail.headers.has(name)) ||
    /^(bulk|list|junk|auto_reply)$/.test(header('precedence') ?? '') ||
    contentType?.value === 'multipart/report' ||
    MACHINE_SENDERS.test(mail.from?.value[0]?.address ?? '') ||
    OUT_OF_OFFICE.test(mail.subject ?? '')
  )
}
