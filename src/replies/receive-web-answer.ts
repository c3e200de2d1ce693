import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import { releaseByReply } from '../enrollments/release-by-reply.ts'
import { findSubscriber } from '../subscribers/queries.ts'
import { holdForCare } from './hold-for-care.ts'
import { sealContent } from './reply.ts'
import { languageOf, signsOfCare } from './signs-of-care.ts'

/** Characters somebody may write at once, told beside the box. */
export const LONGEST_ANSWER = 20_000

export interface WebAnswer {
  /** The delivery whose lesson it answers. */
  delivery: {
    id: string
    subscriber_id: string | null
    enrollment_id: string | null
    lesson_id: string | null
    revision_id: string | null
  }
  subject: string
  words: string
  /** Made when the form was shown: posting the same form twice is one reply. */
  nonce: string
}

/**
 * A reply written behind the link in a lesson instead of in a mail program. From here on it is a reply like any other: sealed,
 * beside its prompt, looked through for signs of distress, releasing a lesson that waited for it, answered by mail in the
 * lesson's thread.
 * @returns false when this form was sent before
 */
export async function receiveWebAnswer(context: Context, answer: WebAnswer, now: Date): Promise<boolean> {
  const { db, secrets, config } = context
  const { delivery, subject, nonce } = answer
  const reader = await findSubscriber(db.kysely, delivery.subscriber_id ?? '')
  if (!reader) return false
  const words = answer.words.replaceAll('\r\n', '\n').trim()
  const content = { from: reader.email, fromName: reader.first_name ?? '', subject, reply: words, quoted: '' }
  const read = { subject, reply: words, whole: words, uncertain: false }
  const signs = await signsOfCare(read, await languageOf(db.kysely, delivery.revision_id), subject)
  return db.kysely.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('replies')
      .values({
        id: newId(now),
        inbound_id: `web:${delivery.id}:${nonce}`,
        via: 'web',
        raw_sealed: secrets.seal(asMessage(content, `r@${config.replyDomain}`, now)),
        content_sealed: sealContent(secrets, content),
        matched_by: 'token',
        delivery_id: delivery.id,
        subscriber_id: reader.id,
        enrollment_id: delivery.enrollment_id,
        lesson_id: delivery.lesson_id,
        revision_id: delivery.revision_id,
        received_at: now,
        care_at: signs.length > 0 ? now : null,
        care_because_sealed: signs.length > 0 ? secrets.seal(JSON.stringify(signs)) : null,
      })
      .onConflict((conflict) => conflict.column('inbound_id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) return false
    if (delivery.enrollment_id) await releaseByReply(trx, delivery.enrollment_id, now)
    if (delivery.enrollment_id && signs.length > 0) await holdForCare(trx, delivery.enrollment_id, now)
    return true
  })
}

/** As the mail it might have been, so that whatever reads raw messages reads this one too. */
function asMessage(content: { from: string; subject: string; reply: string }, to: string, now: Date): string {
  return [
    `From: <${content.from}>`,
    `To: <${to}>`,
    `Subject: =?utf-8?B?${Buffer.from(`Re: ${content.subject}`).toString('base64')}?=`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content.reply)
      .toString('base64')
      .replace(/.{76}(?=.)/g, '$&\r\n'),
  ].join('\r\n')
}
