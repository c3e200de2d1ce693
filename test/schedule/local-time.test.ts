import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  isTimezone,
  localDay,
  toInstant,
  toUtcString,
  weekdayOf,
} from '../../src/schedule/local-time.ts'
import { anyInstant, clockChanges, everyZone } from './any-rule.ts'
import { dayOn, instantOf, plusDays, wallAt, weekday } from './wall-clock.ts'

describe('toInstant', () => {
  test.each([
    ['New York, gap', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['New York, overlap: the first', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['Berlin, gap', '2027-03-28', '02:30', 'Europe/Berlin', '2027-03-28T01:30:00Z'],
    ['Berlin, overlap: the first', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    [
      'Lord Howe, a gap of half an hour',
      '2026-10-04',
      '02:15',
      'Australia/Lord_Howe',
      '2026-10-03T15:45:00Z',
    ],
    ['Cairo, gap at midnight', '2027-04-30', '00:30', 'Africa/Cairo', '2027-04-29T22:30:00Z'],
    ['Santiago, gap at midnight', '2026-09-06', '00:30', 'America/Santiago', '2026-09-06T04:30:00Z'],
    ['Apia, a day that never was', '2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T19:00:00Z'],
    ['Nuuk, a gap that ends at midnight', '2025-03-29', '23:30', 'America/Nuuk', '2025-03-30T01:30:00Z'],
  ])('%s', (_, day, time, timezone, utc) => {
    expect(toUtcString(toInstant(day, time, timezone))).toBe(utc)
  })

  test('agrees with RFC 5545 written out by hand, in every zone and around the changes of its clocks', () => {
    for (const timezone of everyZone) {
      for (const change of clockChanges(timezone).slice(0, 4)) {
        for (const minutes of [-75, -45, -15, 0, 15, 45, 75]) {
          const shown = new Date(change + minutes * 60_000)
          // The wall clock as it would run on from before the change, and as it runs after it.
          for (const reference of [change - 1000, change]) {
            const offset = wallAt(reference, timezone) - reference
            const [day, time] = new Date(shown.getTime() + offset).toISOString().slice(0, 16).split('T')
            expect(toInstant(day!, time!, timezone), `${timezone} ${day} ${time}`).toEqual(
              instantOf(day!, time!, timezone),
            )
          }
        }
      }
    }
  })

  test('gives a new Date each time, so that nobody can change what is remembered', () => {
    toInstant('2026-05-05', '09:00', 'Europe/Berlin').setFullYear(1999)
    expect(toUtcString(toInstant('2026-05-05', '09:00', 'Europe/Berlin'))).toBe('2026-05-05T07:00:00Z')
  })

  test('still right after it has forgotten', () => {
    const ask = () => toInstant('2027-01-01', '09:00', 'Asia/Tokyo').toISOString()
    const before = ask()
    for (let day = 0; day < 25_000; day++) toInstant(addDays('2000-01-01', day), '09:00', 'UTC')
    expect(ask()).toBe(before)
  })

  test.each([
    ['2026-02-30', '09:00', 'UTC'],
    ['2026-02-03', '24:30', 'UTC'],
    ['2026-02-03', '09:00', 'Mars/Olympus'],
  ])('refuses %s %s %s', (day, time, timezone) => {
    expect(() => toInstant(day, time, timezone)).toThrow(RangeError)
  })
})

test('localDay agrees with Temporal and with a second opinion in every zone, on both sides of every clock change', () => {
  for (const timezone of everyZone) {
    const instants = [
      ...fc.sample(anyInstant, { numRuns: 12, seed: 7 }),
      ...clockChanges(timezone).flatMap((at) => [new Date(at - 1), new Date(at)]),
    ]
    for (const instant of instants.slice(0, 40)) {
      const day = localDay(instant, timezone)
      const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone)
      expect(day, timezone).toBe(zoned.toPlainDate().toString())
      expect(day, timezone).toBe(dayOn(instant, timezone))
    }
  }
})

test('days and weekdays are plain calendar arithmetic', () => {
  const anyDay = anyInstant.map((instant) => instant.toISOString().slice(0, 10))
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 90 }), (day, days) => {
      expect(addDays(day, days)).toBe(plusDays(day, days))
      expect(weekdayOf(day)).toBe(weekday(day))
    }),
  )
  expect(weekdayOf('2026-11-23')).toBe(1)
  expect(weekdayOf('2026-11-29')).toBe(7)
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
})

describe('isTimezone', () => {
  test('knows every zone of this Node', () => {
    expect(everyZone.filter((name) => !isTimezone(name))).toEqual([])
  })

  test.each([
    'UTC',
    'US/Eastern',
    'Asia/Calcutta',
    'Asia/Kolkata',
    'Etc/GMT+5',
    'GMT',
    'America/Argentina/Buenos_Aires',
  ])('takes the alias %s', (name) => expect(isTimezone(name)).toBe(true))

  test.each([
    '',
    'Z',
    '+02:00',
    '-05',
    'Mars/Olympus',
    '2020-01-01[Europe/Berlin]',
    'Europe/Berlin\n',
    ' UTC',
    'local',
  ])('refuses %j', (name) => expect(isTimezone(name)).toBe(false))
})
