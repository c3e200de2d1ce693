import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { backOff, learnPace, pauseSending, resumeSending, takeTicket } from '../../src/deliveries/sending.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())
beforeEach(async () => {
  await resumeSending(db.kysely)
  await db.pool.query("update sending set per_second = 10, recent = '{}'")
})

/** The most instants in any sliding second. */
function most(at: number[]): number {
  return Math.max(...at.map((start) => at.filter((other) => other >= start && other < start + 1000).length))
}

test('never more than the limit in any sliding second, however many ask at once', async () => {
  const granted: number[] = []
  await Promise.all(
    Array.from({ length: 26 }, async () => {
      expect(await takeTicket(db.kysely, 'urgent')).toBe('go')
      granted.push(performance.now())
    }),
  )
  expect(most(granted)).toBeLessThanOrEqual(10)
  expect(granted).toHaveLength(26)
})

test('a mail that somebody waits for finds a place that lessons may not take', async () => {
  for (let i = 0; i < 9; i += 1) await takeTicket(db.kysely, 'lesson')
  const asked = performance.now()
  await takeTicket(db.kysely, 'urgent')
  const urgent = performance.now() - asked
  await takeTicket(db.kysely, 'lesson')
  expect(performance.now() - asked).toBeGreaterThan(urgent + 300)
})

test('the limit that Resend tells is kept from then on', async () => {
  await learnPace(db.kysely, 2)
  const granted: number[] = []
  for (let i = 0; i < 4; i += 1) {
    await takeTicket(db.kysely, 'urgent')
    granted.push(performance.now())
  }
  expect(most(granted)).toBeLessThanOrEqual(2)
})

test('after a 429 nobody asks before its time is over', async () => {
  await backOff(db.kysely, 1)
  const asked = performance.now()
  await takeTicket(db.kysely, 'urgent')
  expect(performance.now() - asked).toBeGreaterThan(850)
})

test('while sending is paused there is no ticket', async () => {
  await pauseSending(db.kysely, 'a test', new Date('2027-01-01'))
  expect(await takeTicket(db.kysely, 'urgent')).toBe('paused')
})
