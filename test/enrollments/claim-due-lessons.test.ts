import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claimAllDue, claimDueLessons } from '../../src/enrollments/claim-due-lessons.ts'
import {
  changeSchedule,
  pause,
  restart,
  resume,
  sendNext,
  skip,
} from '../../src/enrollments/change-standing.ts'
import {
  continueFromToday,
  guardAgainstRestore,
  sendWhatIsDue,
  tick,
} from '../../src/enrollments/restore-guard.ts'
import { pauseSending, resumeSending } from '../../src/deliveries/sending.ts'
import { enroll } from '../../src/enrollments/enroll.ts'
import { publishSequence } from '../../src/enrollments/publish-sequence.ts'
import { saveDraft } from '../../src/sequences/draft.ts'
import { beginWarmUp, endWarmUp } from '../../src/deliveries/warm-up.ts'
import { localDay } from '../../src/schedule/local-time.ts'
import { suppress } from '../../src/subscribers/suppress.ts'
import { leaveCourse, unsubscribe } from '../../src/subscribers/unsubscribe.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aCourseContent, aReader, lessons } from '../support/course.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())
beforeEach(async () => {
  await context.db.pool.query('update enrollments set next_due_at = null')
  context.clock.set('2027-01-11T15:00:00Z') // a Monday
})

/** What a reader has been sent, as "key day-in-their-zone". */
async function sent(enrollment: string) {
  const { rows } = await context.db.pool.query(
    'select l.key, d.queued_at, d.slot_values, d.revision_id from deliveries d join lessons l on l.id = d.lesson_id where d.enrollment_id = $1 order by d.queued_at, d.id',
    [enrollment],
  )
  return rows as { key: string; queued_at: Date; slot_values: Record<string, string>; revision_id: string }[]
}
const keys = async (enrollment: string) => (await sent(enrollment)).map((row) => row.key)
const standing = (enrollment: string) =>
  context.db.kysely
    .selectFrom('enrollments')
    .selectAll()
    .where('id', '=', enrollment)
    .executeTakeFirstOrThrow()

/** Ticks every hour until `end`, as a worker would. */
async function live(end: string, everyMinutes = 60) {
  const until = new Date(end)
  while (context.clock.now() < until) {
    await claimAllDue(context, context.clock.now())
    context.clock.set(
      new Date(Math.min(until.getTime(), context.clock.now().getTime() + everyMinutes * 60_000)),
    )
  }
}

describe('a claim', () => {
  test('sends the first lesson at confirmation and the next ones at the local hour, then the course is over', async () => {
    const course = await aCourse(context)
    const reader = await aReader(context, course, {
      timezone: 'Asia/Tokyo',
      sendTime: '06:00',
      firstName: 'Mei',
    })
    await live('2027-01-20T00:00:00Z')
    expect((await sent(reader.enrollment)).map((row) => `${row.key} ${row.queued_at.toISOString()}`)).toEqual(
      [
        'one 2027-01-11T15:00:00.000Z',
        'two 2027-01-12T21:00:00.000Z',
        'three 2027-01-13T21:00:00.000Z',
        'four 2027-01-14T21:00:00.000Z',
        'five 2027-01-15T21:00:00.000Z',
      ],
    )
    const [first] = await sent(reader.enrollment)
    expect(first!.slot_values).toMatchObject({
      dayLabel: 'Day 1 of 5',
      next: 'The next letter comes tomorrow, Wednesday, at 6:00.',
      p0: 'Mei',
    })
    expect((await standing(reader.enrollment)).completed_at).not.toBeNull()
  })

  test('never gives one lesson twice, whoever claims at the same time', async () => {
    const course = await aCourse(context)
    const readers = await Promise.all(Array.from({ length: 40 }, () => aReader(context, course)))
    const claims = await Promise.all(
      Array.from({ length: 5 }, () => claimDueLessons(context, context.clock.now(), { limit: 15 })),
    )
    await claimAllDue(context, context.clock.now())
    expect(claims.reduce((sum, claim) => sum + claim.taken, 0)).toBeLessThanOrEqual(40)
    for (const reader of readers) expect(await keys(reader.enrollment)).toEqual(['one'])
  })

  test('the database itself refuses a second delivery of a lesson', async () => {
    const course = await aCourse(context)
    const reader = await aReader(context, course)
    await claimAllDue(context, context.clock.now())
    const copy = context.db.pool.query(
      `insert into deliveries (id, kind, batch_id, place, from_name, to_address, enrollment_id, run, lesson_id, compiled_id, queued_at)
       select gen_random_uuid(), kind, batch_id, 99, from_name, to_address, enrollment_id, run, lesson_id, compiled_id, queued_at
       from deliveries where enrollment_id = $1`,
      [reader.enrollment],
    )
    await expect(copy).rejects.toThrow(/deliveries_one_lesson_ever/)
    expect(await keys(reader.enrollment)).toEqual(['one'])
  })

  test('groups what is due into batches of at most a hundred', async () => {
    const course = await aCourse(context)
    await Promise.all(Array.from({ length: 130 }, () => aReader(context, course)))
    const { batches } = await claimDueLessons(context, context.clock.now())
    const rows = await context.db.kysely
      .selectFrom('batches')
      .select('size')
      .where(
        'id',
        'in',
        batches.map((b) => b.id),
      )
      .execute()
    expect(rows.map((row) => row.size).sort()).toEqual([100, 30])
  })

  test.each([
    [
      'left the course',
      (id: { enrollment: string; id: string; email: string }) =>
        leaveCourse(context.db.kysely, id.enrollment, context.clock.now()),
    ],
    ['left everything', (id: { id: string }) => unsubscribe(context.db.kysely, id.id, context.clock.now())],
    [
      'bounced',
      (id: { email: string }) =>
        suppress(context.db.kysely, context.secrets.hashOf(id.email), 'bounced', context.clock.now()),
    ],
    [
      'paused',
      (id: { enrollment: string }) => pause(context.db.kysely, id.enrollment, undefined, context.clock.now()),
    ],
  ])('a reader who %s gets nothing, even if a due date was left standing', async (_, act) => {
    const course = await aCourse(context)
    const reader = await aReader(context, course)
    await act(reader)
    await context.db.pool.query('update enrollments set next_due_at = $2 where id = $1', [
      reader.enrollment,
      context.clock.now(),
    ])
    await claimAllDue(context, context.clock.now())
    expect(await keys(reader.enrollment)).toEqual([])
    expect((await standing(reader.enrollment)).next_due_at).toBeNull()
  })

  test('after five days of outage everybody gets one lesson a local day, in order, none lost', async () => {
    const course = await aCourse(context)
    const readers = await Promise.all(
      ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata'].map((timezone) =>
        aReader(context, course, { timezone }),
      ),
    )
    await live('2027-01-12T20:30:00Z')
    context.clock.set('2027-01-17T20:30:00Z')
    await live('2027-01-26T00:00:00Z', 20)
    for (const [index, reader] of readers.entries()) {
      const rows = await sent(reader.enrollment)
      expect(rows.map((row) => row.key)).toEqual(['one', 'two', 'three', 'four', 'five'])
      const zone = ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata'][index]!
      const days = rows.map((row) => localDay(row.queued_at, zone))
      expect(new Set(days).size).toBe(5)
    }
  })

  test('on a weekday course a lesson missed on Friday does not go on Saturday', async () => {
    const course = await aCourse(context, { weekdays: [1, 2, 3, 4, 5] })
    const reader = await aReader(context, course, { timezone: 'America/New_York', sendTime: '20:00' })
    await live('2027-01-15T20:00:00Z')
    context.clock.set('2027-01-16T20:00:00Z') // Saturday
    await live('2027-01-19T12:00:00Z')
    const rows = await sent(reader.enrollment)
    const weekdays = rows
      .slice(1)
      .map((row) => new Date(`${localDay(row.queued_at, 'America/New_York')}T00:00Z`).getUTCDay())
    expect(weekdays.every((day) => day >= 1 && day <= 5)).toBe(true)
    expect(rows.at(-1)!.queued_at.toISOString()).toBe('2027-01-19T01:00:00.000Z')
  })
})

describe('when something is wrong', () => {
  test('while sending is paused lessons stay due, and afterwards come one a day', async () => {
    const reader = await aReader(context, await aCourse(context))
    await live('2027-01-11T16:00:00Z')
    await pauseSending(context.db.kysely, 'no key', context.clock.now())
    await live('2027-01-14T12:00:00Z')
    expect(await keys(reader.enrollment)).toEqual(['one'])
    await resumeSending(context.db.kysely)
    await live('2027-01-15T12:00:00Z')
    const days = (await sent(reader.enrollment)).map((row) => localDay(row.queued_at, 'Europe/Berlin'))
    expect(days).toEqual(['2027-01-11', '2027-01-14', '2027-01-15'])
  })

  test('one reader who cannot be written for is held with the reason, and stops nobody else', async () => {
    const course = await aCourse(context)
    const wrong = await aReader(context, course)
    const right = await aReader(context, course)
    await context.db.pool.query("update subscribers set timezone = 'Atlantis/Capital' where id = $1", [
      wrong.id,
    ])
    await claimAllDue(context, context.clock.now())
    expect(await keys(right.enrollment)).toEqual(['one'])
    expect(await standing(wrong.enrollment)).toMatchObject({
      next_due_at: null,
      held_reason: expect.stringContaining('Atlantis'),
    })
  })

  test('a zone that moved moves every course of that person', async () => {
    const [first, second] = [await aCourse(context), await aCourse(context)]
    const reader = await aReader(context, first)
    await enroll(
      context.db.kysely,
      { id: reader.id, timezone: 'Europe/Berlin' },
      second.revision,
      { sendTime: '08:00' },
      context.clock.now(),
    )
    await live('2027-01-11T16:00:00Z')
    await changeSchedule(
      context.db.kysely,
      reader.enrollment,
      { timezone: 'America/New_York' },
      context.clock.now(),
    )
    const { rows } = await context.db.pool.query(
      'select next_due_at from enrollments where subscriber_id = $1',
      [reader.id],
    )
    expect(rows.map((row) => row.next_due_at.toISOString())).toEqual([
      '2027-01-12T13:00:00.000Z',
      '2027-01-12T13:00:00.000Z',
    ])
  })

  test('who finished a course and signs up again gets it again, from the next day on', async () => {
    const course = await aCourse(context, { lessons: lessons('one') })
    const reader = await aReader(context, course)
    await live('2027-01-11T16:00:00Z')
    await enroll(
      context.db.kysely,
      { id: reader.id, timezone: 'Europe/Berlin' },
      course.revision,
      { sendTime: '08:00' },
      context.clock.now(),
    )
    await live('2027-01-12T12:00:00Z')
    expect(await keys(reader.enrollment)).toEqual(['one', 'one'])
  })
})

describe('an edit of a live course', () => {
  const published = async (...order: string[]) => aCourseContent({ lessons: lessons(...order) })

  test('inserted behind sends nothing, inserted ahead reaches, deleted moves on, reordered repeats nothing', async () => {
    const course = await aCourse(context)
    const reader = await aReader(context, course)
    await live('2027-01-12T12:00:00Z')
    expect(await keys(reader.enrollment)).toEqual(['one', 'two'])
    await course.publish(await published('one', 'behind', 'two', 'ahead', 'five', 'four'))
    await live('2027-01-13T12:00:00Z')
    await course.publish(await published('zero', 'one', 'behind', 'two', 'ahead', 'five', 'four'))
    await live('2027-01-20T00:00:00Z')
    expect(await keys(reader.enrollment)).toEqual(['one', 'two', 'ahead', 'five', 'four'])
    expect((await sent(reader.enrollment))[2]!.slot_values.dayLabel).toBe('Day 3 of 5')
  })

  test('a claimed delivery keeps the revision it was claimed with', async () => {
    const course = await aCourse(context)
    const reader = await aReader(context, course)
    await claimAllDue(context, context.clock.now())
    await course.publish(await published('one', 'new'))
    expect((await sent(reader.enrollment))[0]!.revision_id).toBe(course.revision.id)
  })
})

describe('a lesson that waits for the reply to the one before', () => {
  const waiting = () => {
    const content = lessons('one', 'two', 'three')
    content[1] = { ...content[1]!, waitAtMostDays: 3 }
    return { lessons: content }
  }

  test('goes when the limit is over', async () => {
    const reader = await aReader(context, await aCourse(context, waiting()))
    await live('2027-01-14T06:00:00Z')
    expect(await keys(reader.enrollment)).toEqual(['one'])
    await live('2027-01-14T08:00:00Z')
    expect(await keys(reader.enrollment)).toEqual(['one', 'two'])
  })
})

test('another cadence, published, moves everybody under way at once', async () => {
  const course = await aCourse(context)
  const reader = await aReader(context, course)
  await live('2027-01-11T16:00:00Z')
  const content = { ...aCourseContent(), everyDays: 3, weekdays: [5] }
  const seen = { basedOn: course.revision.id, version: 0 }
  await saveDraft(context.db.kysely, course.id, content, seen, 'Ana', context.clock.now())
  const publish = () =>
    publishSequence(
      context.db.kysely,
      course.id,
      { ...seen, version: 1 },
      { name: 'Ana' },
      context.clock.now(),
    )
  expect(await publish()).toBeDefined()
  expect((await standing(reader.enrollment)).next_due_at).toEqual(new Date('2027-01-15T07:00:00Z'))
  expect(await publish()).toBeUndefined()
})

describe('what a person changes', () => {
  test('another hour and zone move the next lesson, never to a second one that day', async () => {
    const reader = await aReader(context, await aCourse(context))
    await live('2027-01-11T16:00:00Z')
    await changeSchedule(
      context.db.kysely,
      reader.enrollment,
      { sendTime: '21:30', timezone: 'America/New_York' },
      context.clock.now(),
    )
    await live('2027-01-13T12:00:00Z', 10)
    expect((await sent(reader.enrollment)).map((row) => row.queued_at.toISOString())).toEqual([
      '2027-01-11T15:00:00.000Z',
      '2027-01-13T02:30:00.000Z',
    ])
  })

  test('pause until a date, then resume by itself; pause without an end, then resume by hand', async () => {
    const reader = await aReader(context, await aCourse(context))
    await live('2027-01-11T16:00:00Z')
    await pause(context.db.kysely, reader.enrollment, '2027-01-20', context.clock.now())
    await live('2027-01-20T06:00:00Z')
    expect(await keys(reader.enrollment)).toEqual(['one'])
    await live('2027-01-20T08:00:00Z')
    expect(await keys(reader.enrollment)).toEqual(['one', 'two'])
    await pause(context.db.kysely, reader.enrollment, undefined, context.clock.now())
    await live('2027-01-25T12:00:00Z')
    await resume(context.db.kysely, reader.enrollment, context.clock.now())
    await live('2027-01-26T12:00:00Z')
    expect(await keys(reader.enrollment)).toEqual(['one', 'two', 'three'])
  })

  test('skip, send next now, and restart', async () => {
    const reader = await aReader(context, await aCourse(context))
    await live('2027-01-11T16:00:00Z')
    await skip(context.db.kysely, reader.enrollment, context.clock.now())
    await sendNext(context.db.kysely, reader.enrollment, context.clock.now())
    await claimAllDue(context, context.clock.now())
    expect(await keys(reader.enrollment)).toEqual(['one', 'three'])
    await restart(context.db.kysely, reader.enrollment, context.clock.now())
    await live('2027-01-12T08:00:00Z')
    expect(await keys(reader.enrollment)).toEqual(['one', 'three', 'one'])
    expect((await standing(reader.enrollment)).run).toBe(2)
  })
})

describe('the restore guard', () => {
  test('holds when Resend remembers mails that the database does not know, and goes on from today without a repeat', async () => {
    const course = await aCourse(context)
    const reader = await aReader(context, course)
    await live('2027-01-11T16:00:00Z')
    await tick(context.db.kysely, context.clock.now())
    // Two lessons later the database is lost, and the backup of the first day is put in its place.
    context.clock.set('2027-01-13T12:00:00Z')
    const remembered = {
      id: 'sent-since',
      from: `Ana <${context.config.mailFrom.address}>`,
      to: [reader.email],
      createdAt: '2027-01-13T07:00:00Z',
    }
    const mail = { ...context.mail, listSent: async () => [remembered] }
    expect(await guardAgainstRestore({ ...context, mail }, context.clock.now())).toMatch(
      /1 of our mails .* does not know/,
    )
    await claimAllDue(context, context.clock.now())
    expect(await keys(reader.enrollment)).toEqual(['one'])
    expect(await continueFromToday(context.db.kysely, context.clock.now())).toBe(1)
    await live('2027-01-20T12:00:00Z')
    expect(await keys(reader.enrollment)).toEqual(['one', 'four', 'five'])
  })

  test('does not hold after an ordinary outage', async () => {
    const reader = await aReader(context, await aCourse(context))
    await live('2027-01-11T16:00:00Z')
    await tick(context.db.kysely, context.clock.now())
    context.clock.set('2027-01-16T12:00:00Z')
    const mail = { ...context.mail, listSent: async () => [] }
    expect(await guardAgainstRestore({ ...context, mail }, context.clock.now())).toBeUndefined()
    await claimAllDue(context, context.clock.now())
    expect(await keys(reader.enrollment)).toEqual(['one', 'two'])
  })

  test('holds what was due very long ago until somebody says "send what is due"', async () => {
    const reader = await aReader(context, await aCourse(context))
    await live('2027-01-11T16:00:00Z')
    context.clock.set('2027-03-01T12:00:00Z')
    const mail = { ...context.mail, listSent: async () => [] }
    expect(await guardAgainstRestore({ ...context, mail }, context.clock.now())).toMatch(/more than 10 days/)
    await claimAllDue(context, context.clock.now())
    expect(await keys(reader.enrollment)).toEqual(['one'])
    await sendWhatIsDue(context.db.kysely)
    await claimAllDue(context, context.clock.now())
    expect(await keys(reader.enrollment)).toEqual(['one', 'two'])
  })
})

test('a warm-up lets so many lessons through on its first day, and the rest on the next', async () => {
  const course = await aCourse(context)
  await Promise.all(
    Array.from({ length: 160 }, () => aReader(context, course, { timezone: 'Etc/GMT+4', sendTime: '20:00' })),
  )
  await beginWarmUp(context.db.kysely, context.clock.now())
  const count = async () =>
    Number(
      (await context.db.pool.query('select count(*) from deliveries where sequence_id = $1', [course.id]))
        .rows[0].count,
    )
  await claimAllDue(context, context.clock.now())
  await claimAllDue(context, context.clock.now())
  expect(await count()).toBe(150)
  context.clock.set('2027-01-12T01:00:00Z')
  await claimAllDue(context, context.clock.now())
  expect(await count()).toBeGreaterThan(150)
  await endWarmUp(context.db.kysely)
})
