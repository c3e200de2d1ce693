import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepare } from '../../src/deliveries/fill.ts'
import { toOutgoingMail } from '../../src/deliveries/outgoing-mail.ts'
import { deliveriesOf, findCompiled } from '../../src/deliveries/queries.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader, lessons } from '../support/course.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())

/** Every mail of a course of three lessons, as it leaves; the first one's Message-ID is told after the second. */
async function mailsOf(threading: 'separate' | 'conversation') {
  context.clock.set('2027-01-12T10:00:00Z')
  const waiting = lessons('one', 'two', 'three')
  waiting[2]!.waitAtMostDays = 3
  const reader = await aReader(context, await aCourse(context, { threading, lessons: waiting }))
  await claimAllDue(context, context.clock.now())
  await claimAllDue(context, new Date('2027-01-13T07:00:00Z'))
  await context.db.kysely
    .updateTable('deliveries')
    .set({ message_id: '<first@ses.example>' })
    .where('enrollment_id', '=', reader.enrollment)
    .where('due_at', '<', new Date('2027-01-13T00:00:00Z'))
    .execute()
  for (const day of [14, 15, 16]) await claimAllDue(context, new Date(`2027-01-${day}T07:00:00Z`))
  const rows = await context.db.kysely
    .selectFrom('deliveries')
    .select(['id', 'batch_id', 'compiled_id'])
    .where('enrollment_id', '=', reader.enrollment)
    .where('kind', '=', 'lesson')
    .orderBy('id')
    .execute()
  expect(rows).toHaveLength(3)
  const mails = await Promise.all(
    rows.map(async ({ id, batch_id, compiled_id }) => {
      const row = (await deliveriesOf(context.db.kysely, batch_id)).find((delivery) => delivery.id === id)!
      const [compiled] = await findCompiled(context.db.kysely, [compiled_id!])
      return toOutgoingMail(context, row, prepare(compiled!))
    }),
  )
  return { reader, mails }
}

test('Apart, every lesson has its own subject and refers to none', async () => {
  const { mails } = await mailsOf('separate')
  expect(mails.map(({ subject }) => subject)).toEqual(['Lesson one', 'Lesson two', 'Lesson three'])
  expect(new Set(mails.map(({ headers }) => headers['X-Entity-Ref-ID'])).size).toBe(3)
  for (const { headers } of mails) {
    expect(headers).not.toHaveProperty('References')
    expect(headers).not.toHaveProperty('Auto-Submitted')
    expect(headers['List-Unsubscribe']).toMatch(/^<https?:\/\/[^,<>\s]+>$/)
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(headers['List-Id']).toMatch(/^A quiet week <course-\d+\.localhost>$/)
    expect(headers['X-Auto-Response-Suppress']).toBe('OOF, AutoReply')
  }
})

test('In a conversation they share a subject and a reference, and reply to the first once its id is known', async () => {
  const { reader, mails } = await mailsOf('conversation')
  const shared = `<${reader.enrollment}.1@${context.config.replyDomain}>`
  expect(new Set(mails.map(({ subject }) => subject))).toEqual(new Set(['A quiet week']))
  expect(mails.map(({ headers }) => [headers.References, headers['In-Reply-To']])).toEqual([
    [shared, undefined],
    [shared, undefined],
    [`${shared} <first@ses.example>`, '<first@ses.example>'],
  ])
  for (const [i, { headers, html }] of mails.entries()) {
    expect(headers).not.toHaveProperty('X-Entity-Ref-ID')
    expect(html).toContain(`Lesson ${['one', 'two', 'three'][i]}`)
  }
})

test('A letter says when the next one comes, or until when it waits for a reply; the first says who reads replies', async () => {
  const { mails } = await mailsOf('separate')
  const [first, second, third] = mails.map(({ text }) => text.replace(/\s+/g, ' '))
  expect(first).toContain('The next letter comes tomorrow, Wednesday, at 8:00.')
  expect(first).toContain('Who reads replies: Ana. They are kept encrypted, until you have them erased.')
  expect(first).toContain('not an emergency service')
  expect(first).not.toContain('letter before')
  expect(second).toContain(
    'The next letter waits for your reply. Without one it comes Saturday, 16 January, at 8:00.',
  )
  expect(second).not.toContain('emergency')
  expect(second).toMatch(/Read the letter before this one again <http:\/\/localhost:1\/view\/[a-z2-7]{26}>/)
  expect(third).toContain('This was the last letter')
  expect(third).not.toContain('The next letter')
})

test('The prompt stands apart in the text part, which keeps to lines of 72', async () => {
  const { mails } = await mailsOf('separate')
  const lines = mails[0]!.text.split('\n')
  const first = lines.indexOf('-'.repeat(72))
  const last = lines.lastIndexOf('-'.repeat(72))
  expect(last).toBeGreaterThan(first)
  expect(lines.slice(first + 1, last).join('\n')).toContain('    What about one?')
  for (const line of lines.slice(first + 1, last)) expect(line).toMatch(/^( {4}\S.*)?$/)
  for (const line of lines) if (!/<http/.test(line)) expect(line.length).toBeLessThanOrEqual(72)
})
