import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { Rule } from '../../src/schedule/rule.ts'

export const everyZone = Intl.supportedValuesOf('timeZone')

const FROM = Date.UTC(2024, 0, 1)
const TO = Date.UTC(2036, 0, 1)
const HOUR = 3_600_000

/** Every change of a zone's clocks from 2024 to 2035, as instants. */
export function clockChanges(timezone: string): number[] {
  const changes: number[] = []
  let at = Temporal.Instant.fromEpochMilliseconds(FROM)
    .toZonedDateTimeISO(timezone)
    .getTimeZoneTransition('next')
  while (at && at.epochMilliseconds < TO) {
    changes.push(at.epochMilliseconds)
    at = at.getTimeZoneTransition('next')
  }
  return changes
}

const two = (n: number) => String(n).padStart(2, '0')
export const anySendTime = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${two(Math.floor(m / 60))}:${two(m % 60)}`)
export const anyWeekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
export const anyInstant = fc.integer({ min: FROM, max: TO }).map((ms) => new Date(ms))

export const anyRule = (timezone: string, maxDays = 14): fc.Arbitrary<Rule> =>
  fc.record({
    timezone: fc.constant(timezone),
    sendTime: anySendTime,
    everyDays: fc.integer({ min: 1, max: maxDays }),
    weekdays: anyWeekdays,
  })

/** A daily course that begins up to three days before a change of the clocks, with a send time within two hours of it. */
export const aroundClockChange = (timezone: string, changes: number[]) =>
  fc
    .record({
      change: fc.constantFrom(...changes),
      before: fc.integer({ min: 1, max: 72 }),
      minutes: fc.integer({ min: -120, max: 120 }),
      weekdays: fc.oneof(fc.constant([1, 2, 3, 4, 5, 6, 7]), anyWeekdays),
    })
    .map(({ change, before, minutes, weekdays }) => ({
      confirmedAt: new Date(change - before * HOUR),
      rule: {
        timezone,
        sendTime: Temporal.Instant.fromEpochMilliseconds(change - 1)
          .toZonedDateTimeISO(timezone)
          .toPlainTime()
          .add({ minutes })
          .toString({ smallestUnit: 'minute' }),
        everyDays: 1,
        weekdays,
      },
    }))
