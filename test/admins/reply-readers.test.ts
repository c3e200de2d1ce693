import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptAdminLink } from '../../src/admins/accept-admin-link.ts'
import { makeAdminLink } from '../../src/admins/make-admin-link.ts'
import { openAuth } from '../../src/admins/open-auth.ts'
import {
  grantReplies,
  listReplyReaders,
  mayReadReplies,
  revokeReplies,
} from '../../src/admins/reply-readers.ts'
import { type TestContext, testContext } from '../support/context.ts'

const NOW = new Date('2027-03-08T15:00:00Z')

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())

async function makeAccount(name: string): Promise<string> {
  const email = `${name.toLowerCase()}@example.org`
  const link = await makeAdminLink(context, { email, now: NOW })
  const form = { name, password: 'long enough to be fine' }
  const token = link.split('/').at(-1)!
  await acceptAdminLink(context, openAuth(context), token, form, new Headers(), NOW)
  const made = await context.db.kysely
    .selectFrom('admin_users')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return made.id
}

test('the first account may read replies, a later one only once it is granted, and one always remains', async () => {
  const { kysely } = context.db
  const mo = await makeAccount('Mo')
  const ada = await makeAccount('Ada')
  expect(await mayReadReplies(kysely, mo)).toBe(true)
  expect(await mayReadReplies(kysely, ada)).toBe(false)
  expect(await revokeReplies(kysely, mo)).toBe(false)
  expect(await mayReadReplies(kysely, mo)).toBe(true)

  await grantReplies(kysely, ada, 'mo@example.org', NOW)
  await grantReplies(kysely, ada, 'somebody@example.org', NOW)
  expect(await listReplyReaders(kysely)).toMatchObject([
    { email: 'mo@example.org', granted_by: 'the first account' },
    { email: 'ada@example.org', granted_by: 'mo@example.org', granted_at: NOW },
  ])

  const taken = await Promise.all([revokeReplies(kysely, mo), revokeReplies(kysely, ada)])
  expect(taken.toSorted()).toEqual([false, true])
  expect((await listReplyReaders(kysely)).filter(({ granted_at }) => granted_at)).toHaveLength(1)
})

test('signing in again by a link grants nothing', async () => {
  const { kysely } = context.db
  const before = await listReplyReaders(kysely)
  const without = before.find(({ granted_at }) => granted_at === null)!
  const link = await makeAdminLink(context, { email: without.email, now: NOW })
  await acceptAdminLink(context, openAuth(context), link.split('/').at(-1)!, {}, new Headers(), NOW)
  expect(await mayReadReplies(kysely, without.id)).toBe(false)
})
