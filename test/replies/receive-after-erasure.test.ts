/** What came before an erasure and is fetched after it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { erase } from '../../src/rights/erase.ts'
import { aReceiver, rawOf, type Receiver } from './a-receiver.ts'
import { anInbound } from './an-inbound.ts'

let at: Receiver
beforeAll(async () => {
  at = await aReceiver()
})
afterAll(() => at.context.db.close())

async function eraseNow({ id, email }: { id: string; email: string }) {
  const { db, clock } = at.context
  const proof = await db.kysely
    .insertInto('mailbox_proofs')
    .values({
      id: randomUUID(),
      subscriber_id: id,
      purpose: 'erase',
      asked_at: clock.now(),
      expires_at: new Date(clock.now().getTime() + 3_600_000),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  expect(await erase(at.context, { ...proof, email, mailbox: email }, clock.now())).toBe(true)
}

test('Mail that waited to be fetched while its writer was erased is not kept, by its token or its sender', async () => {
  const { reader, replyTo } = await at.aLesson()
  const before = at.context.clock.now().toISOString()
  at.context.clock.set('2027-01-11T16:00:00Z')
  await eraseNow(reader)
  at.context.clock.set('2027-01-11T17:00:00Z')
  const mail = (from: string, to: string) =>
    anInbound(rawOf({ from, to, body: 'My own words.', messageId: `<${randomUUID()}@x.test>` }), { from, to })
  const nowhere = 'hello@replies.lettercourse.localhost'
  await at.receiveRaw(mail('work@elsewhere.localhost', replyTo), 'by-token', before)
  await at.receiveRaw(mail(reader.email, nowhere), 'by-sender', before)
  await at.receiveRaw(mail(reader.email, replyTo), 'sent-later')
  await at.receiveRaw(mail('work@elsewhere.localhost', nowhere), 'somebody-else', before)
  const { db } = at.context
  const kept = await db.kysely.selectFrom('replies').select('inbound_id').orderBy('inbound_id').execute()
  expect(kept.map((row) => row.inbound_id)).toEqual(['sent-later', 'somebody-else'])
  const open = await db.kysely
    .selectFrom('mail_events')
    .select('svix_id')
    .where('processed_at', 'is', null)
    .execute()
  expect(open).toEqual([])
})
