import { afterAll, beforeAll, expect, test } from 'vitest'
import { listReplyReaders, mayReadReplies } from '../../../src/admins/reply-readers.ts'
import { openStudio, type Studio } from './studio-for-tests.ts'

let studio: Studio
let mo: string
let ada: string
beforeAll(async () => {
  studio = await openStudio()
  mo = await studio.signUp('Mo', 'mo@example.org')
  ada = await studio.signUp('Ada', 'ada@example.org')
})
afterAll(() => studio.context.db.close())

const idOf = async (email: string) =>
  (await listReplyReaders(studio.context.db.kysely)).find((one) => one.email === email)!.id
const mayRead = async (email: string) => mayReadReplies(studio.context.db.kysely, await idOf(email))

test('everybody sees who may read replies, and only they can give it', async () => {
  const page = await (await studio.get('/admin/accounts', ada)).text()
  expect(page).toContain('mo@example.org')
  expect(page).not.toContain('name="account"')

  const account = await idOf('ada@example.org')
  const refused = await studio.post('/admin/accounts', { account, replies: 'yes' }, ada)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('Only somebody who may read replies')
  expect(await mayRead('ada@example.org')).toBe(false)

  expect((await studio.post('/admin/accounts', { account, replies: 'yes' }, mo)).status).toBe(303)
  expect(await mayRead('ada@example.org')).toBe(true)
})

test('the last one keeps it, and the page says the way out', async () => {
  expect(
    (await studio.post('/admin/accounts', { account: await idOf('mo@example.org'), replies: 'no' }, ada))
      .status,
  ).toBe(303)
  const kept = await studio.post(
    '/admin/accounts',
    { account: await idOf('ada@example.org'), replies: 'no' },
    ada,
  )
  expect(kept.status).toBe(409)
  expect(await kept.text()).toContain('give it to another account first')
  expect(await mayRead('ada@example.org')).toBe(true)
})

test('an account that does not exist is a sentence, not an error', async () => {
  const answer = await studio.post('/admin/accounts', { account: 'nobody', replies: 'yes' }, ada)
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('no such account')
})
