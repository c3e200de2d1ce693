import { expect, test } from 'vitest'
import { findCare } from '../../../src/replies/care/find-care.ts'
import { falseAlarmsOf, measure, recallOf, scoreOf } from './measure-care.ts'
import { LANGUAGES, PARTS, readSentences } from './read-sentences.ts'

const measured = measure(readSentences(), (text) => findCare(text))

test('the labelled set is as large as it says: three languages, half of it harmless, a part held out', () => {
  expect(measured.length).toBeGreaterThanOrEqual(400)
  expect(measured.filter(({ part }) => part === 'held-out').length).toBeGreaterThanOrEqual(120)
  for (const language of LANGUAGES)
    expect(measured.filter((sentence) => sentence.language === language).length).toBeGreaterThanOrEqual(120)
  expect(measured.filter(({ care }) => !care).length / measured.length).toBeGreaterThan(0.4)
  expect(new Set(measured.map(({ text }) => text)).size).toBe(measured.length)
})

test.each(PARTS)('of the %s sentences few are missed and few raised falsely', (part) => {
  const score = scoreOf(measured.filter((sentence) => sentence.part === part))
  expect(recallOf(score)).toBeGreaterThanOrEqual(0.93)
  expect(falseAlarmsOf(score)).toBeLessThanOrEqual(0.1)
})

test.each(LANGUAGES)('no language is left behind: %s', (language) => {
  const score = scoreOf(measured.filter((sentence) => sentence.language === language))
  expect(recallOf(score)).toBeGreaterThanOrEqual(0.9)
  expect(falseAlarmsOf(score)).toBeLessThanOrEqual(0.12)
})
