/** A raw message read: who, what, and whether a machine wrote it. mailparser, because format=flowed must survive. */
import type { AddressObject, Attachment, ParsedMail } from 'mailparser'
import { type Ours, whyAutomatic } from './automatic.ts'
import { findCare } from './care/find-care.ts'
import { type Command, commandOf } from './command-of.ts'
import { messageLines } from './message-lines.ts'
import { parseMessage } from './parse-message.ts'
import { splitReply, textOf } from './split-reply.ts'
import { wordsIn } from './stripping/words.ts'

export interface ReadMessage {
  from: string
  fromName: string
  subject: string
  /** What they wrote, without what they quoted and without a signature. Never empty when the message is not. */
  reply: string
  quoted: string
  /** The text as it came, quotation and signature and all. */
  whole: string
  /** Where answers stand between the lines of the quotation: each below what it answers, which is marked "> ". */
  inPlace?: string
  /**
   * What was set apart and is not known to be ours: a signature, quoted lines that were not sent. Absent where the parting
   * itself may be wrong, so that only `whole` has all that is theirs.
   */
  notOurs?: string
  /** Something of theirs may be missing in `reply`: whoever reads it should see `whole` beside it. */
  uncertain: boolean
  messageId: string | null
  /** Message-IDs it refers to, nearest first. */
  refersTo: string[]
  automatic: boolean
  /** Why automatic: names of headers and rules, no words of theirs. */
  because: string[]
  /** The whole message is this order and nothing else. */
  command: Command | undefined
  attachments: ReadAttachment[]
}

export interface ReadAttachment {
  name: string
  type: string
  /** Bytes, decoded. */
  size: number
  /** Shown within the text by the program that wrote it. */
  inline: boolean
  contentId?: string
  content: Buffer
}

export interface ReadingOptions {
  /** The text part of the mail that is answered, as it was sent: what of it comes back is a quotation. */
  sent?: string | undefined
  ours?: Ours | undefined
}

export async function readMessage(raw: Buffer, { sent, ours }: ReadingOptions = {}): Promise<ReadMessage> {
  const { mail, refused } = await parseMessage(raw)
  const from = mail.from?.value[0]
  const lines = messageLines(mail)
  const { reply, quoted, uncertain, inPlace, notOurs, belowDashes } = splitReply(lines, sent)
  const because = whyAutomatic(mail, reply, ours)
  return {
    from: (from?.address ?? '').toLowerCase(),
    fromName: from?.name ?? '',
    subject: mail.subject ?? '',
    reply,
    quoted,
    whole: textOf(lines),
    ...(inPlace && { inPlace }),
    ...(!uncertain && !refused && { notOurs }),
    uncertain: uncertain || refused || saysSomething(belowDashes),
    messageId: mail.messageId ?? null,
    refersTo: refersTo(mail),
    automatic: because.length > 0,
    because,
    command: because.length > 0 ? undefined : commandOf(reply),
    attachments: mail.attachments.map(readAttachment),
  }
}

/** Words of a signature that a name and a post have at most. */
const NAME_AND_POST = 4

const saysSomething = (signature: string) =>
  wordsIn(signature).length > NAME_AND_POST || (signature !== '' && findCare(signature).care)

function refersTo(mail: ParsedMail): string[] {
  const references = ([] as string[]).concat(mail.references ?? []).reverse()
  return [...new Set([...(mail.inReplyTo ? [mail.inReplyTo] : []), ...references])]
}

function readAttachment(attachment: Attachment, place: number): ReadAttachment {
  return {
    name: attachment.filename ?? `attachment-${place + 1}`,
    // The parser gives `false` for an empty Content-Type.
    type: attachment.contentType || 'application/octet-stream',
    size: attachment.size,
    inline: attachment.contentDisposition === 'inline' || attachment.related === true,
    ...(attachment.cid && { contentId: attachment.cid }),
    content: attachment.content,
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
