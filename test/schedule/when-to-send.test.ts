import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countsFor, whenToSend } from '../../src/schedule/when-to-send.ts'
import { Reader, tickOn } from './a-reader.ts'
import { anyInstant, anyRule, everyZone } from './any-rule.ts'
import { dayOn, wall } from './wall-clock.ts'

const berlin = { timezone: 'Europe/Berlin', sendTime: '09:00', everyDays: 1, weekdays: [1, 2, 3, 4, 5, 6, 7] }
const workdays = { ...berlin, weekdays: [1, 2, 3, 4, 5] }
/** Winter time in Berlin; 2027-01-04 is a Monday. */
const at = (local: string) => new Date(`2027-01-${local}:00+01:00`)

describe('whenToSend, Berlin at 09:00', () => {
  test.each([
    ['on time', berlin, '05T09:00', '05T09:00', '04T09:00', 'now'],
    ['a tick late', berlin, '05T09:00', '05T09:04', '04T09:00', 'now'],
    ['late, the same day', berlin, '05T09:00', '05T23:50', '04T09:00', 'now'],
    ['back in the night after: waits for 09:00', berlin, '05T09:00', '06T03:00', '04T09:00', '06T09:00'],
    ['back at noon, days after', berlin, '05T09:00', '09T12:00', '04T09:00', 'now'],
    ['back more than 12 hours after 09:00: tomorrow', berlin, '05T09:00', '09T21:30', '04T09:00', '10T09:00'],
    ['back on a day not allowed', workdays, '08T09:00', '09T12:00', '07T09:00', '11T09:00'],
    ['back in the evening before days not allowed', workdays, '07T09:00', '08T21:30', '06T09:00', '11T09:00'],
    ['due on a day that is no longer allowed', workdays, '09T09:00', '09T09:01', '07T09:00', '11T09:00'],
    ['already had one today', berlin, '05T09:00', '06T12:00', '06T00:30', '07T09:00'],
    [
      'every third day, and only one has passed',
      { ...berlin, everyDays: 3 },
      '05T09:00',
      '06T12:00',
      '05T00:30',
      '08T09:00',
    ],
    ['put off before: does not wait a second time', berlin, '06T09:00', '07T03:00', '04T09:00', 'now'],
    ['not due yet', berlin, '06T09:00', '05T12:00', '04T09:00', '06T09:00'],
  ])('%s', (_, rule, due, now, before, expected) => {
    const answer = whenToSend(rule, at(due), at(now), at(before))
    expect(answer).toEqual(expected === 'now' ? at(now) : at(expected))
  })

  test.each([
    ['at once, on a Sunday', '10T15:12', '10T15:13', 'now'],
    ['twelve hours late at most', '10T15:12', '11T03:11', 'now'],
    ['later than that it waits for the send time', '10T15:12', '11T03:13', '11T09:00'],
    ['and for an allowed day', '09T15:12', '10T09:30', '11T09:00'],
  ])('the first lesson, %s', (_, due, now, expected) => {
    expect(whenToSend(workdays, at(due), at(now), null)).toEqual(expected === 'now' ? at(now) : at(expected))
  })

  test('a first lesson for the next send time has no such exception', () => {
    const late = { ...workdays, sendTime: '23:30' }
    expect(whenToSend(late, at('08T23:30'), at('09T03:00'), null)).toEqual(at('11T23:30'))
  })
})

describe('a lesson due at 23:59 on a Friday and claimed on Saturday', () => {
  const rule = { ...workdays, sendTime: '23:59' }

  test('at 00:00:20 goes, as the lesson of Friday', () => {
    const now = new Date('2027-01-09T00:00:20+01:00')
    expect(whenToSend(rule, at('08T23:59'), now, at('07T23:59'))).toEqual(now)
    expect(countsFor(at('08T23:59'), now)).toEqual(at('08T23:59'))
  })

  test('at 00:14 too, at 00:15 no more', () => {
    expect(whenToSend(rule, at('08T23:59'), at('09T00:14'), at('07T23:59'))).toEqual(at('09T00:14'))
    expect(whenToSend(rule, at('08T23:59'), at('09T00:15'), at('07T23:59'))).toEqual(at('11T23:59'))
    expect(countsFor(at('08T23:59'), at('09T00:15'))).toEqual(at('09T00:15'))
  })

  test('a whole course of nights with a slow tick keeps one a night', () => {
    const reader = new Reader({ ...rule, weekdays: berlin.weekdays }, at('04T12:00'), 'next_send_time', 7)
    tickOn(reader, at('04T12:07'), 14, 10)
    expect(reader.sent.map(({ countedFor }) => dayOn(countedFor, 'Europe/Berlin').slice(8))).toEqual([
      ...['04', '05', '06', '07', '08', '09', '10'],
    ])
  })
})

describe('an outage', () => {
  test('of five days: one lesson when back, then one a day, none lost, none twice', () => {
    const reader = new Reader(berlin, at('04T12:00'), 'immediately', 7)
    tickOn(reader, at('04T12:00'), 1)
    tickOn(reader, at('10T14:03'), 30)
    expect(reader.sent.map((lesson) => wall(lesson.at, 'Europe/Berlin').slice(8))).toEqual([
      ...['04T12:00', '05T09:00', '10T14:03', '11T09:03', '12T09:03', '13T09:03', '14T09:03'],
    ])
  })

  test('ticks at any instants, in any zone: never two on a local day, order kept, nobody lost', () => {
    const gap = fc.oneof(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 30, max: 2000 }),
      fc.constant(5 * 1440),
    )
    for (const timezone of everyZone) {
      fc.assert(
        fc.property(
          anyRule(timezone, 3),
          anyInstant,
          fc.constantFrom('immediately', 'next_send_time'),
          fc.array(gap, { maxLength: 20 }),
          (rule, confirmedAt, firstLesson, gaps) => {
            const reader = new Reader(rule, confirmedAt, firstLesson, 4)
            let now = confirmedAt.getTime()
            for (const minutes of gaps) {
              now += minutes * 60_000
              reader.tick(new Date(now))
            }
            tickOn(reader, new Date(now), 60)
            expect(reader.sent.length, 'nobody lost').toBe(4)
            if (firstLesson === 'next_send_time' && rule.sendTime < '22:00') {
              const days = reader.sent.map((lesson) => dayOn(lesson.at, timezone))
              expect(new Set(days).size, `leaves on ${days}`).toBe(days.length)
            }
          },
        ),
        { numRuns: 3 },
      )
    }
  })

  test('every night: a machine that is awake from 9 to 17 still sends to somebody who chose 20:00', () => {
    const reader = new Reader({ ...berlin, sendTime: '20:00' }, at('04T12:00'), 'immediately', 5)
    for (let day = 4; day < 24; day++) {
      const morning = at(`${String(day).padStart(2, '0')}T09:00`)
      if (day > 4) tickOn(reader, morning, 8 / 24)
      else reader.tick(at('04T12:00'))
    }
    expect(reader.sent.length).toBe(5)
  })
})
