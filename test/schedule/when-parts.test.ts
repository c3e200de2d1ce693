import { expect, test } from 'vitest'
import { sayTime, whenParts } from '../../src/schedule/describe.ts'
import { localeFor } from '../../src/words/locale-for.ts'
import { wordsFor } from '../../src/words/words.ts'

const sent = new Date('2026-12-07T08:00:00Z')
const say = (instant: string, language: string, timezone: string) =>
  wordsFor(language).mails.when(whenParts(new Date(instant), sent, timezone, localeFor(language, timezone)))

test.each([
  ['2026-12-08T06:00:00Z', 'en', 'Europe/Berlin', 'tomorrow, Tuesday, at 7:00'],
  ['2026-12-07T18:00:00Z', 'en', 'Europe/Berlin', 'today, Monday, at 19:00'],
  ['2026-12-10T06:00:00Z', 'en', 'Europe/Berlin', 'Thursday, 10 December, at 7:00'],
  ['2026-12-08T12:00:00Z', 'en', 'America/New_York', 'tomorrow, Tuesday, at 7:00 am'],
  ['2026-12-10T00:30:00Z', 'en', 'America/New_York', 'Wednesday, December 9, at 7:30 pm'],
  ['2026-12-08T06:00:00Z', 'en-US', 'Europe/Berlin', 'tomorrow, Tuesday, at 7:00 am'],
  ['2026-12-08T12:00:00Z', 'en-GB', 'America/New_York', 'tomorrow, Tuesday, at 7:00'],
  ['2026-12-08T06:00:00Z', 'de', 'Europe/Berlin', 'morgen, Dienstag, um 7:00 Uhr'],
  ['2026-12-10T06:00:00Z', 'de', 'Europe/Berlin', 'am Donnerstag, dem 10. Dezember, um 7:00 Uhr'],
  ['2026-12-08T06:00:00Z', 'es', 'Europe/Madrid', 'mañana, martes, a las 7:00'],
  ['2026-12-10T00:00:00Z', 'es', 'Europe/Madrid', 'el jueves, 10 de diciembre, a la 1:00'],
  // No catalogue, so the words and the date are both in English.
  ['2026-12-08T06:00:00Z', 'fr', 'Europe/Paris', 'tomorrow, Tuesday, at 7:00'],
])('%s in %s (%s): %s', (instant, language, timezone, words) => {
  expect(say(instant, language, timezone)).toBe(words)
})

test('Tomorrow is the reader’s, not the server’s', () => {
  // 8:00 UTC is Monday 21:00 in Auckland; 20:00 UTC is Tuesday there.
  expect(say('2026-12-07T20:00:00Z', 'en-GB', 'Pacific/Auckland')).toBe('tomorrow, Tuesday, at 9:00')
  expect(say('2026-12-07T20:00:00Z', 'en', 'Europe/London')).toBe('today, Monday, at 20:00')
})

test('A wall-clock time is said as the locale says it', () => {
  expect(sayTime('07:05', 'en-GB')).toBe('7:05')
  expect(sayTime('19:30', 'en-US')).toBe('7:30 pm')
  expect(sayTime('19:30', 'de')).toBe('19:30')
})
