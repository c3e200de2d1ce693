import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSameMessage } from '../../src/replies/find-same-message.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aReply } from './a-reply.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())

const rawOf = (body: string) => Buffer.from(`From: a@b.test\r\n\r\n${body}`)

test('Of many messages under one Message-ID no more than five are opened, and none of another size', async () => {
  const { db, secrets } = context
  const message_id = '<always@x.test>'
  const bodies = [...Array.from({ length: 8 }, (_, at) => `Message ${at}`), 'long'.repeat(50_000)]
  const ids: string[] = []
  for (const [at, body] of bodies.entries()) {
    context.clock.set(`2027-01-11T15:00:0${at}Z`)
    ids.push(await aReply(context, { message_id, raw_sealed: secrets.seal(rawOf(body)) }))
  }
  let opened = 0
  const counting = {
    ...secrets,
    unseal: (sealed: Buffer) => {
      opened += 1
      return secrets.unseal(sealed)
    },
  }
  const find = (body: string) =>
    db.kysely.transaction().execute((trx) => {
      const mine = { id: '01a30543-6580-7a6b-aab9-3b332bf29370', messageId: message_id, raw: rawOf(body) }
      return findSameMessage(trx, counting, mine)
    })
  expect(await find('Another')).toBeUndefined()
  expect(opened).toBe(5)
  expect(await find('Message 3')).toEqual({ id: ids[3], settled: false })
  expect(await find('Message 2')).toBeUndefined()
  opened = 0
  expect(await find('long'.repeat(50_000))).toMatchObject({ id: ids[8] })
  expect(opened).toBe(1)
})
