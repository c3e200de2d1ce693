import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fill, prepare } from '../../src/deliveries/fill.ts'
import { withLinks } from '../../src/deliveries/outgoing-mail.ts'
import { findCompiled } from '../../src/deliveries/queries.ts'
import { pause, restart, resume, skip } from '../../src/enrollments/change-standing.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { claimFinished } from '../../src/enrollments/claim-finished.tsx'
import { leaveCourse } from '../../src/subscribers/unsubscribe.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader, lessons } from '../support/course.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())
beforeEach(() => context.clock.set('2027-01-12T10:00:00Z'))

const at = async (instant: string) => {
  context.clock.set(instant)
  await claimAllDue(context, context.clock.now())
}
const lettersOf = async (enrollment: string, kind: 'finished' | 'receipt' | 'lesson') =>
  context.db.kysely
    .selectFrom('deliveries')
    .selectAll()
    .where('enrollment_id', '=', enrollment)
    .where('kind', '=', kind)
    .orderBy('queued_at')
    .execute()
const textOf = async (row: Awaited<ReturnType<typeof lettersOf>>[number]) => {
  const [compiled] = await findCompiled(context.db.kysely, [row.compiled_id!])
  const links = { preferencesUrl: 'P', unsubscribeUrl: 'U', viewUrl: 'V' }
  const { subject, text } = fill(
    prepare(compiled!),
    withLinks(row.slot_values, links, (id) => id),
  )
  return `${subject}\n${text.replace(/\s+/g, ' ')}`
}
const two = { lessons: lessons('one', 'two') }

test('The letter that a course is over comes once, at the send time after the last lesson', async () => {
  const reader = await aReader(context, await aCourse(context, two), { firstName: 'Ruth' })
  await at('2027-01-12T10:00:00Z')
  await at('2027-01-13T07:00:00Z')
  expect(await lettersOf(reader.enrollment, 'lesson')).toHaveLength(2)
  await at('2027-01-14T06:59:00Z')
  expect(await lettersOf(reader.enrollment, 'finished')).toHaveLength(0)
  await at('2027-01-14T07:00:00Z')
  await at('2027-01-15T07:00:00Z')
  const letters = await lettersOf(reader.enrollment, 'finished')
  expect(letters).toHaveLength(1)
  const text = await textOf(letters[0]!)
  expect(text).toContain('You have read all of \u201cA quiet week\u201d')
  expect(text).toContain('Hello Ruth, That was the last letter')
})

test('Two claims at once write it once, and the database would refuse a second', async () => {
  const reader = await aReader(context, await aCourse(context, { lessons: lessons('one') }))
  await at('2027-01-12T10:00:00Z')
  context.clock.set('2027-01-13T07:00:00Z')
  await Promise.all([1, 2, 3].map(() => claimFinished(context, context.clock.now())))
  const [letter] = await lettersOf(reader.enrollment, 'finished')
  const { id: _, place, ...again } = letter!
  await expect(
    context.db.kysely
      .insertInto('deliveries')
      .values({ ...again, id: crypto.randomUUID(), place: place + 1, slot_values: '{}', extra_headers: null })
      .execute(),
  ).rejects.toThrow('deliveries_one_finish_ever')
  expect(await lettersOf(reader.enrollment, 'finished')).toHaveLength(1)
})

test('Who left meanwhile, or began again, gets none; a pause puts it off', async () => {
  const course = await aCourse(context, { lessons: lessons('one') })
  const [left, again, paused] = await Promise.all([1, 2, 3].map(() => aReader(context, course)))
  await at('2027-01-12T10:00:00Z')
  await leaveCourse(context.db.kysely, left!.enrollment, context.clock.now())
  await restart(context.db.kysely, again!.enrollment, context.clock.now())
  await context.db.kysely
    .updateTable('enrollments')
    .set({ paused_until: new Date('2027-01-15T23:00:00Z') })
    .where('id', '=', paused!.enrollment)
    .execute()
  await at('2027-01-13T07:00:00Z')
  for (const { enrollment } of [left!, again!, paused!])
    expect(await lettersOf(enrollment, 'finished')).toHaveLength(0)
  await at('2027-01-16T07:00:00Z')
  expect(await lettersOf(left!.enrollment, 'finished')).toHaveLength(0)
  expect(await lettersOf(again!.enrollment, 'finished')).toHaveLength(1)
  expect(await lettersOf(paused!.enrollment, 'finished')).toHaveLength(1)
})

test('Who skips the last lesson is told too that it is over', async () => {
  const reader = await aReader(context, await aCourse(context, two))
  await at('2027-01-12T10:00:00Z')
  await skip(context.db.kysely, reader.enrollment, context.clock.now())
  await at('2027-01-13T07:00:00Z')
  expect(await lettersOf(reader.enrollment, 'finished')).toHaveLength(1)
})

test('A pause is told once, with its end and the next letter; changing one’s mind at once tells only how it stands', async () => {
  const reader = await aReader(context, await aCourse(context, { lessons: lessons('a', 'b', 'c') }))
  await at('2027-01-12T10:00:00Z')
  await pause(context.db.kysely, reader.enrollment, undefined, context.clock.now())
  context.clock.set('2027-01-12T10:00:30Z')
  await pause(context.db.kysely, reader.enrollment, '2027-01-19', context.clock.now())
  await at('2027-01-12T10:01:00Z')
  expect(await lettersOf(reader.enrollment, 'receipt')).toHaveLength(0)
  await at('2027-01-12T10:03:00Z')
  const [told, ...more] = await lettersOf(reader.enrollment, 'receipt')
  expect(more).toEqual([])
  expect(await textOf(told!)).toContain(
    'is paused until 19 January 2027. The next letter comes Tuesday, 19 January, at 8:00.',
  )
})

test('Pressing again within the hour is told at its end, as it stands then', async () => {
  const reader = await aReader(context, await aCourse(context, { lessons: lessons('a', 'b', 'c') }))
  await at('2027-01-12T10:00:00Z')
  await pause(context.db.kysely, reader.enrollment, undefined, context.clock.now())
  await at('2027-01-12T10:02:00Z')
  await resume(context.db.kysely, reader.enrollment, context.clock.now())
  await at('2027-01-12T10:30:00Z')
  expect(await lettersOf(reader.enrollment, 'receipt')).toHaveLength(1)
  await at('2027-01-12T11:02:00Z')
  const [, second, ...more] = await lettersOf(reader.enrollment, 'receipt')
  expect(more).toEqual([])
  const text = await textOf(second!)
  expect(text).toContain('Going on: A quiet week')
  expect(text).toContain('goes on. The next letter comes tomorrow, Wednesday, at 8:00.')
})
