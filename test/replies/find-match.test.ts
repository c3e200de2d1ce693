import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/db/new-id.ts'
import { matchByMessageId, matchBySender, matchByToken } from '../../src/replies/find-match.ts'
import { aReceiver, type Receiver } from './a-receiver.ts'

let at: Receiver
let lesson: Awaited<ReturnType<Receiver['aLesson']>>
beforeAll(async () => {
  at = await aReceiver()
  lesson = await at.aLesson()
})
afterAll(() => at.context.db.close())

const recased = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) => [...text].map((char, index) => (upper[index] ? char.toUpperCase() : char)).join(''))

test('The token is found in any case of letters, among any other recipients, bare or in angle brackets', async () => {
  const others = fc.array(fc.oneof(fc.emailAddress(), fc.string(), fc.constant('r+short@x.y')), {
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(
      recased(lesson.replyTo),
      fc.boolean(),
      others,
      others,
      async (address, bare, before, after) => {
        const ours = bare ? address : `Ana <${address}>`
        const match = await matchByToken(at.context, [...before, ours, ...after], '')
        expect(match?.deliveryId).toBe(lesson.delivery.id)
      },
    ),
    { numRuns: 40 },
  )
})

test('No other recipient, Message-ID or sender is taken for one of ours, whatever it is made of', async () => {
  const token = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'),
    minLength: 26,
    maxLength: 26,
  })
  const address = fc.oneof(
    fc.string(),
    token.map((chars) => `r+${chars}@${at.context.config.replyDomain}`),
  )
  const id = fc.oneof(
    fc.string(),
    fc.uuid().map((uuid) => `<${uuid}.1@${at.context.config.replyDomain}>`),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(address, { maxLength: 8 }),
      fc.array(id, { maxLength: 8 }),
      async (to, refersTo) => {
        expect(await matchByToken(at.context, to, '')).toBeUndefined()
        expect(await matchByMessageId(at.context, refersTo)).toBeUndefined()
        expect(await matchBySender(at.context.db.kysely, to[0] ?? '')).toBeUndefined()
      },
    ),
    { numRuns: 40 },
  )
})

test('Of several Message-IDs of ours the nearest counts', async () => {
  const other = await at.aLesson()
  const { db } = at.context
  for (const [delivery, messageId] of [
    [lesson.delivery.id, '<first@ses>'],
    [other.delivery.id, '<second@ses>'],
  ] as const)
    await db.kysely
      .updateTable('deliveries')
      .set({ message_id: messageId })
      .where('id', '=', delivery)
      .execute()
  const match = await matchByMessageId(at.context, ['<unknown@x>', '<second@ses>', '<first@ses>'])
  expect(match?.deliveryId).toBe(other.delivery.id)
})

test('A token of a delivery that is no more leads nowhere', async () => {
  const { secrets, config } = at.context
  const gone = `r+${secrets.token('reply', newId(at.context.clock.now()))}@${config.replyDomain}`
  expect(await matchByToken(at.context, [gone], '')).toBeUndefined()
})
