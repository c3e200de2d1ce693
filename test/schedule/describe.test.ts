import { expect, test } from 'vitest'
import { describeWhen } from '../../src/schedule/describe.ts'

const instant = new Date('2026-12-08T07:00:00Z')

test.each([
  ['Europe/Berlin', undefined, 'Tuesday, 8 December, at 08:00'],
  ['Pacific/Auckland', undefined, 'Tuesday, 8 December, at 20:00'],
  ['America/Los_Angeles', undefined, 'Monday, 7 December, at 23:00'],
  ['Europe/London', 'en-US', 'Tuesday, December 8, at 07:00'],
  ['Europe/Berlin', 'de-DE', 'Dienstag, 8. Dezember um 08:00'],
])('in %s (%s): %s', (timezone, locale, text) => {
  expect(describeWhen(instant, timezone, locale)).toBe(text)
})

test('midnight is 00:00', () => {
  expect(describeWhen(new Date('2026-12-08T00:00:00Z'), 'UTC')).toBe('Tuesday, 8 December, at 00:00')
})
