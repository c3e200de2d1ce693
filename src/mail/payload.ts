/**
 * The body of the call that hands a batch to Resend, written once: what is hashed is what leaves. It is 1.5 MB for a
 * hundred lessons, most of it the same text again and again, so that text is escaped and encoded once a lesson and only
 * copied for each reader.
 */

/** One mail as it leaves; the order of its keys is the order of its bytes. */
export interface OutgoingMail {
  from: string
  to: string
  replyTo?: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
  /** Letters, digits, `_` and `-` only (Resend refuses others). */
  tags: { name: string; value: string }[]
}

export interface Payload {
  bytes: Buffer
  /** How many mails are in it. */
  size: number
}

/**
 * `text` as it stands between the quotes of a JSON string, with one character for each byte of its UTF-8. Such strings
 * join into one that is written out by copying, and V8 keeps them in a byte a character.
 */
export function jsonText(text: string): string {
  return needsNothing.test(text) ? text : bytesOf(JSON.stringify(text).slice(1, -1))
}

const needsNothing = /^[ !#-[\]-~]*$/

const bytesOf = (json: string) => Buffer.from(json).toString('latin1')

/** @param mails with subject, html and text as `jsonText` makes them */
export function writePayload(mails: OutgoingMail[]): Payload {
  const written = mails.map(({ subject, html, text, replyTo, ...rest }) => {
    const envelope = bytesOf(JSON.stringify({ ...rest, reply_to: replyTo }))
    return `${envelope.slice(0, -1)},"subject":"${subject}","html":"${html}","text":"${text}"}`
  })
  return { bytes: joined(written), size: mails.length }
}

/** `[a,b,c]`, each copied straight to its place: as one string it would be 1.5 MB for the collector. */
function joined(written: string[]): Buffer {
  const bytes = Buffer.allocUnsafeSlow(written.reduce((size, mail) => size + mail.length + 1, 1))
  let end = 0
  for (const mail of written) {
    end += bytes.write(end === 0 ? '[' : ',', end, 'latin1')
    end += bytes.write(mail, end, 'latin1')
  }
  bytes.write(']', end, 'latin1')
  return bytes
}
