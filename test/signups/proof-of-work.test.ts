import { afterAll, beforeAll, expect, test } from 'vitest'
import { ageOfForm, stampForAnother, stampForm } from '../../src/signups/form-age.ts'
import { makeChallenge, spendProof } from '../../src/signups/proof-of-work.ts'
import { openSecrets } from '../../src/secrets.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { solve } from './solve.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())

const now = new Date('2027-03-08T15:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const spend = (payload: string, at = now) => spendProof(context.db.kysely, context.secrets, payload, at)
const changed = (payload: string, change: object) =>
  btoa(JSON.stringify({ ...JSON.parse(atob(payload)), ...change }))

test('a solution counts once', async () => {
  const solution = solve(makeChallenge(context.secrets, now))
  expect(await spend(solution)).toBe(true)
  expect(await spend(solution)).toBe(false)
  expect(await spend(solution, later(10))).toBe(false)
})

test('two that come at the same moment with the same solution are one', async () => {
  const solution = solve(makeChallenge(context.secrets, now))
  const both = await Promise.all([spend(solution), spend(solution)])
  expect(both.sort()).toEqual([false, true])
})

test('a wrong number, another salt, another key, an hour later and rubbish are refused', async () => {
  const solution = solve(makeChallenge(context.secrets, now))
  const { number, salt } = JSON.parse(atob(solution))
  expect(await spend(changed(solution, { number: number + 1 }))).toBe(false)
  expect(await spend(changed(solution, { salt: salt.replace(/expires=\d+/, 'expires=9999999999') }))).toBe(
    false,
  )
  // The last digit of the expiry moved into the number is another salt, not the same hash.
  expect(await spend(changed(solution, { salt: salt.replace(/\d&$/, '&'), number }))).toBe(false)
  const others = openSecrets(['another key of more than thirty-two characters'])
  expect(await spend(solve(makeChallenge(others, now)))).toBe(false)
  expect(await spend(solution, later(3601))).toBe(false)
  for (const rubbish of ['', 'x', btoa('null'), btoa('{}'), 'é'.repeat(2000)])
    expect(await spend(rubbish)).toBe(false)
  expect(await spend(solution)).toBe(true)
})

test('what was spent is forgotten once it would have expired', async () => {
  await spend(solve(makeChallenge(context.secrets, now)))
  await spend(solve(makeChallenge(context.secrets, later(7200))), later(7200))
  const kept = await context.db.kysely.selectFrom('spent_proofs').selectAll().execute()
  expect(kept.every((row) => row.expires_at > later(7200))).toBe(true)
  expect(kept).toHaveLength(1)
})

test('a form knows how long it was looked at, and cannot be told otherwise', () => {
  const { secrets } = context
  const stamp = stampForm(secrets, now)
  expect(ageOfForm(secrets, stamp, later(2.9))).toBe('too fast')
  expect(ageOfForm(secrets, stamp, later(3))).toBe('filled in')
  expect(ageOfForm(secrets, stamp, later(86_400))).toBe('filled in')
  expect(ageOfForm(secrets, stamp, later(86_401))).toBe('unknown')
  expect(ageOfForm(secrets, stamp.replace(/^\d/, '2'), later(2))).toBe('unknown')
  for (const rubbish of [undefined, '', '.', 'x.y']) expect(ageOfForm(secrets, rubbish, now)).toBe('unknown')
  expect(ageOfForm(secrets, stampForAnother(secrets, now), now)).toBe('filled in')
})
