import { expect, test } from 'vitest'
import { ruleOf } from '../../src/enrollments/rule-of.ts'

const course = { everyDays: 2, weekdays: [1, 2, 3, 4, 5] }
const reader = { timezone: 'Asia/Tokyo', send_time: '06:00', every_days: null, weekdays: null }

test('a reader without a pace of their own has the course’s', () => {
  expect(ruleOf(course, reader)).toEqual({
    timezone: 'Asia/Tokyo',
    sendTime: '06:00',
    everyDays: 2,
    weekdays: [1, 2, 3, 4, 5],
  })
})

test('a reader’s own weekdays count within those of the course', () => {
  expect(ruleOf(course, { ...reader, weekdays: [1, 4, 6] }).weekdays).toEqual([1, 4])
  expect(ruleOf(course, { ...reader, every_days: 3 }).everyDays).toBe(3)
})

test('when the course gives up every day a reader chose, they get the course’s days rather than nothing', () => {
  expect(ruleOf(course, { ...reader, weekdays: [6, 7] }).weekdays).toEqual([1, 2, 3, 4, 5])
})
