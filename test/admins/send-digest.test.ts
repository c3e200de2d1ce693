import { afterAll, beforeAll, expect, test } from 'vitest'
import { setWantsDigest, wantsDigest } from '../../src/admins/digest-opt-outs.ts'
import { sendDigest } from '../../src/admins/send-digest.tsx'
import { newId } from '../../src/db/new-id.ts'
import { findCompiled } from '../../src/deliveries/queries.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { leaveCourse } from '../../src/subscribers/unsubscribe.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader } from '../support/course.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
  for (const name of ['ana', 'ben'])
    await context.db.pool.query(
      `insert into admin_users (id, name, email, "emailVerified", "createdAt", "updatedAt") values ($1, $1, $2, true, $3, $3)`,
      [name, `${name}@team.localhost`, new Date('2027-01-01')],
    )
  // Tuesday.
  context.clock.set('2027-01-12T10:00:00Z')
  const course = await aCourse(context, { title: 'A quiet week' })
  const [first, second] = await Promise.all([1, 2, 3].map(() => aReader(context, course)))
  await claimAllDue(context, context.clock.now())
  const { kysely } = context.db
  await kysely
    .updateTable('deliveries')
    .set({ delivered_at: new Date('2027-01-12T10:01:00Z') })
    .execute()
  await kysely
    .updateTable('deliveries')
    .set({ bounced_at: new Date('2027-01-12T10:01:00Z'), delivered_at: null })
    .where('enrollment_id', '=', second!.enrollment)
    .execute()
  await leaveCourse(kysely, second!.enrollment, new Date('2027-01-13T10:00:00Z'))
  const reply = (inbound_id: string, more: object) => ({
    id: newId(context.clock.now()),
    inbound_id,
    enrollment_id: first!.enrollment,
    content_sealed: context.secrets.seal('I lost the garden.'),
    received_at: new Date('2027-01-14T10:00:00Z'),
    ...more,
  })
  await kysely
    .insertInto('replies')
    .values([
      reply('waits', {}),
      reply('older, answered', {
        received_at: new Date('2027-01-10T10:00:00Z'),
        answered_at: new Date('2027-01-11'),
      }),
      reply('a machine’s', { automatic: true }),
      reply('a stranger’s', { quarantined_at: new Date('2027-01-14T10:00:00Z') }),
    ])
    .execute()
})
afterAll(() => context.db.close())

const digests = async () =>
  context.db.kysely.selectFrom('deliveries').selectAll().where('kind', '=', 'digest').orderBy('id').execute()

test('The first week only remembers; on Monday at 07:00 UTC everybody who wants it gets the numbers, once', async () => {
  await sendDigest(context, new Date('2027-01-12T10:00:00Z'))
  await sendDigest(context, new Date('2027-01-18T06:59:59Z'))
  expect(await digests()).toEqual([])
  const monday = new Date('2027-01-18T07:00:00Z')
  await Promise.all([1, 2, 3].map(() => sendDigest(context, monday)))
  const sent = await digests()
  expect(sent.map((row) => row.to_address).sort()).toEqual(['ana@team.localhost', 'ben@team.localhost'])

  const [mail] = await findCompiled(context.db.kysely, [sent[0]!.compiled_id!])
  expect(mail!.subject).toMatch(/^Your courses, 11\s?\u2013\s?17 January 2027$/)
  const numbers = mail!.text.split('\n').filter((line) => line.includes(' | '))
  expect(numbers).toEqual([
    'Signed up | 0',
    'Confirmed | 0',
    'Under way now | 2',
    'Lessons delivered | 2',
    'New replies | 1',
    'Waiting for an answer | 1, since 14 January',
    'Left | 1',
    'Bounced | 1',
  ])
  for (const part of [mail!.html, mail!.text]) expect(part).not.toMatch(/garden|readers\.localhost/)
})

test('Who switched it off gets none, and a machine that slept through Monday sends it when it wakes', async () => {
  const { kysely } = context.db
  await setWantsDigest(kysely, 'ana', false)
  await setWantsDigest(kysely, 'ana', false)
  expect([await wantsDigest(kysely, 'ana'), await wantsDigest(kysely, 'ben')]).toEqual([false, true])
  await sendDigest(context, new Date('2027-01-28T12:00:00Z'))
  await sendDigest(context, new Date('2027-01-31T12:00:00Z'))
  expect((await digests()).slice(2).map((row) => row.to_address)).toEqual(['ben@team.localhost'])
  await setWantsDigest(kysely, 'ana', true)
  await sendDigest(context, new Date('2027-02-01T07:00:00Z'))
  expect(await digests()).toHaveLength(5)
})
