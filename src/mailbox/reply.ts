import { randomUUID } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import { domainOf, mailboxOf, parseAddress } from './address.ts'
import type { AcceptedEmail } from './email.ts'
import type { Envelope } from './received-mail.ts'

export interface ComposedReply {
  raw: Buffer
  envelope: Envelope
}

/** Where a reply to this mail goes: its Reply-To, or its sender. */
export const replyAddresses = (email: AcceptedEmail): string[] =>
  email.reply_to.length > 0 ? email.reply_to : [email.from]

/**
 * The message a reader's mail program would send: their words on top, the original quoted below, in thread,
 * as text and as html.
 */
export async function composeReply(email: AcceptedEmail, words: string, now: Date): Promise<ComposedReply> {
  const reader = email.to[0]!
  const to = replyAddresses(email)
  const spoken = words.replace(/\r\n?/g, '\n').trim()
  const attribution = `On ${longDate(email.created_at)}, ${nameOf(email.from)} wrote:`
  const original = email.text ?? textIn(email.html ?? '')
  const message = new MailComposer({
    from: reader,
    to,
    subject: /^re:/i.test(email.subject) ? email.subject : `Re: ${email.subject}`,
    date: now,
    messageId: `<${randomUUID()}@${domainOf(reader)}>`,
    inReplyTo: email.message_id,
    references: email.message_id,
    text: `${spoken}\n\n${attribution}\n\n${quote(original)}\n`,
    html: replyHtml(spoken, attribution, email.html ?? `<pre>${escapeHtml(original)}</pre>`),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const raw = await message.compile().build()
  return { raw, envelope: { from: mailboxOf(reader), to: to.map(mailboxOf) } }
}

/** Enough for the rare mail without a text part: something to quote. */
const textIn = (html: string) =>
  html
    .replace(/<(head|style|script)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<(br|\/p|\/h\d|\/div|\/tr|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\n\s*\n+/g, '\n\n')
    .trim()

const quote = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .trimEnd()
    .split('\n')
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()))
    .join('\n')

function nameOf(from: string): string {
  const sender = parseAddress(from)
  return sender?.name ? `${sender.name} <${sender.address}>` : from
}

const longDate = (iso: string) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(iso),
  )

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)

/** The shape Gmail gives a reply. */
function replyHtml(words: string, attribution: string, original: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(original)?.[1] ?? original
  return `<div dir="ltr">${escapeHtml(words).replaceAll('\n', '<br>\n')}</div><br>
<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escapeHtml(attribution)}<br></div>
<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">
${body}
</blockquote></div>
`
}
