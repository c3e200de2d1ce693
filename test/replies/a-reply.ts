/** Makes a reply as receiving leaves it, with everything that may hang on one, each holding a sentence of its own. */
import { randomUUID } from 'node:crypto'
import { newId } from '../../src/db/new-id.ts'
import { sealContent } from '../../src/replies/reply.ts'
import type { Schema } from '../../src/db/schema.ts'
import type { Insertable } from 'kysely'
import type { TestContext } from '../support/context.ts'

export const WORDS = {
  reply: 'The evenings are the worst of it',
  quoted: 'What do you wish somebody would ask you',
  care: 'I cannot go on like this',
  file: 'diary of march.txt',
  content: 'Tuesday: did not leave the bed',
  note: 'Call her sister about Tuesday',
}

export async function aReply(
  { db, secrets, clock }: TestContext,
  row: Partial<Insertable<Schema['replies']>> & { from?: string } = {},
): Promise<string> {
  const { from = 'ruth@readers.test', ...rest } = row
  const id = newId(clock.now())
  const received_at = rest.received_at ?? clock.now()
  const content = { from, fromName: 'Ruth', subject: 'Re: One', reply: WORDS.reply, quoted: WORDS.quoted }
  await db.kysely
    .insertInto('replies')
    .values({
      id,
      inbound_id: randomUUID(),
      raw_sealed: secrets.seal(`From: ${from}\r\n\r\n${WORDS.reply}\r\n> ${WORDS.quoted}`),
      content_sealed: sealContent(secrets, content),
      care_at: received_at,
      care_because_sealed: secrets.seal(JSON.stringify([WORDS.care])),
      received_at,
      ...rest,
    })
    .execute()
  await db.kysely
    .insertInto('reply_attachments')
    .values({
      id: newId(clock.now()),
      reply_id: id,
      place: 0,
      about_sealed: secrets.seal(JSON.stringify({ name: WORDS.file, type: 'text/plain', inline: false })),
      size_bytes: WORDS.content.length,
      content_sealed: secrets.seal(WORDS.content),
    })
    .execute()
  await db.kysely
    .insertInto('reply_notes')
    .values({
      id: newId(clock.now()),
      reply_id: id,
      body_sealed: secrets.seal(WORDS.note),
      written_by: 'mo@example.org',
      written_at: received_at,
    })
    .execute()
  await db.kysely
    .insertInto('reply_presence')
    .values({ reply_id: id, admin: 'mo@example.org', writing: false, seen_at: received_at })
    .execute()
  return id
}
