import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authOptions, openAuth } from '../../src/admins/open-auth.ts'
import { type TestContext, testContext } from '../support/context.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())

test('the admin tables are what better-auth wants', async () => {
  const plan = await getMigrations(authOptions(context))
  expect(plan.toBeCreated.map(({ table }) => table)).toEqual([])
  expect(plan.toBeAdded).toEqual([])
  expect(plan.toBeAddedIndexes).toEqual([])
  expect(plan.schemaProblems).toEqual([])
})

test('nobody signs up by themselves, and no path leads to the endpoint that admits', async () => {
  const auth = openAuth(context)
  const { origin } = new URL(context.config.publicUrl)
  const post = (path: string, body: object) =>
    auth.handler(
      new Request(`${origin}/admin/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify(body),
      }),
    )
  const account = { name: 'Eve', email: 'eve@example.org', password: 'long enough to be fine' }
  expect((await post('/sign-up/email', account)).status).toBe(400)
  for (const path of ['/admit', '/admitting/admit', '/']) expect((await post(path, account)).status).toBe(404)
  expect(await context.db.kysely.selectFrom('admin_users').selectAll().execute()).toEqual([])
})
