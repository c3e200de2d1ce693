import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstDue, nextDue, nextSendTime, type Rule } from '../../src/schedule/rule.ts'
import { anyInstant, anyRule, aroundClockChange, clockChanges, everyZone } from './any-rule.ts'
import { dayOn, instantOf, plusDays, wall, weekday } from './wall-clock.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const workdays = [1, 2, 3, 4, 5]

function course(rule: Rule, first: Date, lessons: number): Date[] {
  const due = [first]
  while (due.length < lessons) due.push(nextDue(rule, due.at(-1)!))
  return due
}

const walls = (rule: Rule, dues: Date[]) => dues.map((due) => wall(due, rule.timezone))

/** All the promises of a course, judged by the second opinion; `dues[0]` may be at any instant. */
function checkCourse(rule: Rule, dues: Date[]): void {
  const { timezone, sendTime, everyDays, weekdays } = rule
  for (const [i, due] of dues.entries()) {
    const before = dues[i - 1]
    if (!before) continue
    const day = dayOn(due, timezone)
    const dayBefore = dayOn(before, timezone)
    expect(due > before, 'strictly increasing').toBe(true)
    expect(day > dayBefore, 'at most one a local day').toBe(true)
    expect(weekdays, `${day} in ${timezone}`).toContain(weekday(day))
    // Of all days from the earliest on, the first on which a lesson may go, at the instant RFC 5545 gives it.
    let asked = plusDays(dayBefore, everyDays)
    const mayGo = () =>
      weekdays.includes(weekday(asked)) &&
      weekdays.includes(weekday(dayOn(instantOf(asked, sendTime, timezone), timezone)))
    while (!mayGo()) asked = plusDays(asked, 1)
    expect(due.toISOString(), `${asked} ${sendTime} ${timezone}`).toBe(
      instantOf(asked, sendTime, timezone).toISOString(),
    )
  }
}

describe('in every zone there is', () => {
  test('each lesson goes at the chosen wall time of the first allowed local day, one a day', () => {
    for (const timezone of everyZone) {
      fc.assert(
        fc.property(anyRule(timezone), anyInstant, (rule, confirmedAt) => {
          checkCourse(rule, course(rule, confirmedAt, 5))
        }),
        { numRuns: 5 },
      )
    }
  })

  test('also around every kind of clock change, to the minute', () => {
    for (const timezone of everyZone) {
      const changes = clockChanges(timezone)
      if (changes.length === 0) continue
      fc.assert(
        fc.property(aroundClockChange(timezone, changes), ({ rule, confirmedAt }) => {
          checkCourse(rule, course(rule, confirmedAt, 6))
        }),
        { numRuns: 8 },
      )
    }
  })

  test('the next send time is the first allowed one that is not before', () => {
    for (const timezone of everyZone) {
      fc.assert(
        fc.property(anyRule(timezone), anyInstant, (rule, confirmedAt) => {
          const due = firstDue(rule, confirmedAt, 'next_send_time')
          const { sendTime, weekdays } = rule
          expect(due >= confirmedAt).toBe(true)
          expect(weekdays).toContain(weekday(dayOn(due, timezone)))
          let asked = dayOn(confirmedAt, timezone)
          const instant = () => instantOf(asked, sendTime, timezone)
          const mayGo = () =>
            instant() >= confirmedAt &&
            weekdays.includes(weekday(asked)) &&
            weekdays.includes(weekday(dayOn(instant(), timezone)))
          while (!mayGo()) asked = plusDays(asked, 1)
          expect(due).toEqual(instant())
        }),
        { numRuns: 2 },
      )
    }
  })
})

describe('named courses', () => {
  test('New York 09:00 stays 09:00 when DST begins and when it ends', () => {
    const rule = { timezone: 'America/New_York', sendTime: '09:00', everyDays: 1, weekdays: everyDay }
    const spring = course(rule, new Date('2027-03-12T14:00:00Z'), 4)
    expect(spring.map((due) => due.toISOString().slice(0, 16))).toEqual([
      '2027-03-12T14:00',
      '2027-03-13T14:00',
      '2027-03-14T13:00',
      '2027-03-15T13:00',
    ])
    const autumn = course(rule, new Date('2027-11-05T13:00:00Z'), 4)
    expect(walls(rule, autumn).every((at) => at.endsWith('T09:00'))).toBe(true)
    expect(autumn[2]!.toISOString()).toBe('2027-11-07T14:00:00.000Z')
  })

  test.each(['2027-01-08T03:00:00Z', '2027-01-10T03:00:00Z'])(
    'Tokyo, Monday to Friday at 06:00, asked for at %s (noon there): never on a Saturday',
    (confirmedAt) => {
      const rule = { timezone: 'Asia/Tokyo', sendTime: '06:00', everyDays: 1, weekdays: workdays }
      const dues = course(rule, firstDue(rule, new Date(confirmedAt), 'next_send_time'), 8)
      expect(walls(rule, dues)).toEqual([
        ...['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15'].map(
          (day) => `${day}T06:00`,
        ),
        ...['2027-01-18', '2027-01-19', '2027-01-20'].map((day) => `${day}T06:00`),
      ])
      const atOnce = course(rule, firstDue(rule, new Date(confirmedAt), 'immediately'), 3)
      expect(walls(rule, atOnce)[1]).toBe('2027-01-11T06:00')
    },
  )

  test('New York, Monday to Friday at 20:00, which is the day after in UTC', () => {
    const rule = { timezone: 'America/New_York', sendTime: '20:00', everyDays: 1, weekdays: workdays }
    const dues = course(rule, firstDue(rule, new Date('2027-01-07T17:00:00Z'), 'next_send_time'), 4)
    expect(walls(rule, dues)).toEqual([
      '2027-01-07T20:00',
      '2027-01-08T20:00',
      '2027-01-11T20:00',
      '2027-01-12T20:00',
    ])
  })

  test('Apia 2011: the missing Friday is neither a lesson of its own nor two on Saturday', () => {
    const rule = { timezone: 'Pacific/Apia', sendTime: '09:00', everyDays: 1, weekdays: everyDay }
    const dues = course(rule, new Date('2011-12-28T19:00:00Z'), 4)
    expect(walls(rule, dues)).toEqual([
      '2011-12-28T09:00',
      '2011-12-29T09:00',
      '2011-12-31T09:00',
      '2012-01-01T09:00',
    ])
    const fridays = { ...rule, weekdays: [5] }
    expect(walls(fridays, course(fridays, new Date('2011-12-23T19:00:00Z'), 2))[1]).toBe('2012-01-06T09:00')
  })

  test('Nuuk 23:30: a gap carries Saturday to Sunday 00:30, unless Sunday is not allowed', () => {
    const rule = { timezone: 'America/Nuuk', sendTime: '23:30', everyDays: 1, weekdays: everyDay }
    const friday = new Date('2025-03-29T01:30:00Z')
    expect(walls(rule, course(rule, friday, 3))).toEqual([
      '2025-03-28T23:30',
      '2025-03-30T00:30',
      '2025-03-31T23:30',
    ])
    const noSunday = { ...rule, weekdays: [1, 2, 3, 4, 5, 6] }
    expect(walls(noSunday, course(noSunday, friday, 2))[1]).toBe('2025-03-31T23:30')
  })

  test('every third day on Mondays and Thursdays', () => {
    const rule = { timezone: 'Europe/Berlin', sendTime: '08:00', everyDays: 3, weekdays: [1, 4] }
    expect(walls(rule, course(rule, new Date('2027-01-05T07:00:00Z'), 4)).slice(1)).toEqual([
      '2027-01-11T08:00',
      '2027-01-14T08:00',
      '2027-01-18T08:00',
    ])
  })
})

test('a send time of this very minute is the next one', () => {
  const rule = { timezone: 'UTC', sendTime: '09:00', everyDays: 1, weekdays: everyDay }
  const nine = new Date('2027-01-05T09:00:00Z')
  expect(nextSendTime(rule, null, nine)).toEqual(nine)
  expect(nextSendTime(rule, null, new Date(nine.getTime() + 1)).toISOString()).toBe(
    '2027-01-06T09:00:00.000Z',
  )
})

test.each([
  ['no weekday', { weekdays: [] }],
  ['a weekday that is none', { weekdays: [0, 8] }],
  ['a pace of zero days', { everyDays: 0 }],
  ['half a day', { everyDays: 0.5 }],
  ['an unknown zone', { timezone: 'Mars/Olympus' }],
])('%s is refused rather than looked for for ever', (_, wrong) => {
  const rule = { timezone: 'UTC', sendTime: '09:00', everyDays: 1, weekdays: everyDay, ...wrong }
  expect(() => nextDue(rule, new Date('2027-01-05T09:00:00Z'))).toThrow(RangeError)
})
