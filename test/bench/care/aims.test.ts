import { expect, test } from 'vitest'
import { findCare } from '../../../src/replies/care/find-care.ts'
import { falseAlarmsOf, measure, recallOf, scoreOf } from './measure-care.ts'
import { LANGUAGES, readSentences } from './read-sentences.ts'

const measured = measure(readSentences(), (text) => findCare(text))

test('the labelled set is as large as it says: three languages, half of it harmless, a part held out', () => {
  expect(measured.length).toBeGreaterThanOrEqual(400)
  expect(measured.filter(({ part }) => part === 'held-out').length).toBeGreaterThanOrEqual(120)
  for (const language of LANGUAGES)
    expect(measured.filter((sentence) => sentence.language === language).length).toBeGreaterThanOrEqual(120)
  expect(measured.filter(({ care }) => !care).length / measured.length).toBeGreaterThan(0.4)
  expect(new Set(measured.map(({ text }) => text)).size).toBe(measured.length)
})

// Below what is reached, so that nobody loses it unseen; what is aimed at stands in measure-care.ts and is printed.
test.each([
  ['dev', 0.97, 0.05],
  ['held-out', 0.93, 0.17],
] as const)('of the %s sentences few are missed and few raised falsely', (part, recall, falseAlarms) => {
  const score = scoreOf(measured.filter((sentence) => sentence.part === part))
  expect(recallOf(score)).toBeGreaterThanOrEqual(recall)
  expect(falseAlarmsOf(score)).toBeLessThanOrEqual(falseAlarms)
})

test('the most ordinary answers to a prompt alarm nobody', () => {
  const answers = [
    'My children and my work.',
    'The evenings, mostly. And somebody to tell small things to.',
    'I want him to regret it, just a little.',
    'Honestly I cried for an hour and then I slept.',
    'His opinion. Still, after four years.',
    'Ich weiß es noch nicht.',
    'Das Haus, und die Abende.',
    'Ich will, dass er mich vermisst. Mehr nicht.',
    'La casa y los domingos.',
    'Todavía no lo sé.',
    'Quiero que me eche de menos, nada más.',
  ]
  expect(answers.filter((answer) => findCare(answer).care)).toEqual([])
})

test.each(LANGUAGES)('no language is left behind: %s', (language) => {
  const score = scoreOf(measured.filter((sentence) => sentence.language === language))
  expect(recallOf(score)).toBeGreaterThanOrEqual(0.9)
  expect(falseAlarmsOf(score)).toBeLessThanOrEqual(0.12)
})
