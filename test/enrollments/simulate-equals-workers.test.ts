/** Sixty days lived by the claim, tick by tick, and by `simulate`: every instant the same. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { nextDueInstant } from '../../src/enrollments/queries.ts'
import { simulate } from '../../src/schedule/simulate.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader, lessons } from '../support/course.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())

test('the workers send at exactly the instants that simulate names, through every change of clocks', async () => {
  const signup = new Date('2027-02-20T22:40:00Z')
  context.clock.set(signup)
  const keys = Array.from({ length: 45 }, (_, i) => `day-${i + 1}`)
  const wishes = [
    { timezone: 'America/New_York', sendTime: '02:30', weekdays: [1, 2, 3, 4, 5, 6, 7], everyDays: 1 },
    { timezone: 'Europe/Berlin', sendTime: '02:30', weekdays: [1, 2, 3, 4, 5], everyDays: 1 },
    { timezone: 'Asia/Tokyo', sendTime: '06:00', weekdays: [1, 2, 3, 4, 5], everyDays: 1 },
    { timezone: 'Australia/Lord_Howe', sendTime: '01:45', weekdays: [6, 7], everyDays: 1 },
    { timezone: 'America/Santiago', sendTime: '23:59', weekdays: [1, 4], everyDays: 3 },
    { timezone: 'Pacific/Kiritimati', sendTime: '00:00', weekdays: [1, 2, 3, 4, 5, 6, 7], everyDays: 2 },
  ]
  const readers = []
  for (const { timezone, sendTime, weekdays, everyDays } of wishes) {
    const course = await aCourse(context, {
      lessons: lessons(...keys),
      weekdays,
      everyDays,
      firstLesson: 'next_send_time',
    })
    readers.push(await aReader(context, course, { timezone, sendTime }))
  }

  const end = new Date(signup.getTime() + 60 * 86_400_000)
  for (let due = await next(); due; due = await next()) {
    context.clock.set(due)
    await claimAllDue(context, due)
  }
  function next() {
    return nextDueInstant(context.db.kysely, new Date(context.clock.now().getTime()), end)
  }

  for (const [index, reader] of readers.entries()) {
    const { rows } = await context.db.pool.query(
      'select l.key, d.queued_at from deliveries d join lessons l on l.id = d.lesson_id where enrollment_id = $1 order by d.queued_at',
      [reader.enrollment],
    )
    const lived = rows.map((row) => `${row.key} ${row.queued_at.toISOString()}`)
    const named = simulate({
      rule: wishes[index]!,
      firstLesson: 'next_send_time',
      confirmedAt: signup,
      lessons: keys,
    })
      .map(({ lesson, utc }) => `${lesson} ${new Date(utc).toISOString()}`)
      .filter((line) => new Date(line.split(' ')[1]!) <= end)
    expect(lived).toEqual(named)
    expect(lived.length).toBeGreaterThan(8)
  }
})
