/** Makes a reply to the latest lesson of a reader, as receiving leaves it. */
import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { newId } from '../../src/db/new-id.ts'
import type { Schema } from '../../src/db/schema.ts'
import { type ReplyContent, sealContent } from '../../src/replies/reply.ts'
import type { TestContext } from '../support/context.ts'

interface Extra {
  content?: Partial<ReplyContent>
  /** The words that led to care, where any did. */
  care?: string[]
  row?: Partial<Insertable<Schema['replies']>>
}

export async function aReplyTo(
  { db, clock, secrets }: TestContext,
  subscriberId: string,
  words: string,
  { content, care, row }: Extra = {},
): Promise<string> {
  const now = clock.now()
  const delivery = await db.kysely
    .selectFrom('deliveries as d')
    .innerJoin('enrollments as e', 'e.id', 'd.enrollment_id')
    .selectAll('d')
    .where('e.subscriber_id', '=', subscriberId)
    .where('d.kind', '=', 'lesson')
    .orderBy('d.id', 'desc')
    .executeTakeFirstOrThrow()
  const id = newId(now)
  const said: ReplyContent = {
    from: delivery.to_address,
    fromName: 'Ann',
    subject: 'Re: Listen',
    reply: words,
    quoted: '',
    ...content,
  }
  await db.kysely
    .insertInto('replies')
    .values({
      id,
      inbound_id: randomUUID(),
      message_id: `<${id}@home>`,
      raw_sealed: secrets.seal(
        `From: ${said.from}\r\nSubject: ${said.subject}\r\nX-Way: by hand\r\n\r\n${words}\r\n`,
      ),
      content_sealed: sealContent(secrets, said),
      matched_by: 'token',
      delivery_id: delivery.id,
      subscriber_id: subscriberId,
      enrollment_id: delivery.enrollment_id,
      lesson_id: delivery.lesson_id,
      revision_id: delivery.revision_id,
      received_at: now,
      ...(care && { care_at: now, care_because_sealed: secrets.seal(JSON.stringify(care)) }),
      ...row,
    })
    .execute()
  return id
}
