import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { acceptAdminLink } from '../../src/admins/accept-admin-link.ts'
import { openAuth } from '../../src/admins/open-auth.ts'
import { listReplyReaders } from '../../src/admins/reply-readers.ts'
import { adminCreate } from '../../src/cli/admin-create.ts'
import { type TestContext, testContext } from '../support/context.ts'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
})
afterAll(() => context.db.close())

async function run(...args: string[]) {
  const out: unknown[] = []
  const err: unknown[] = []
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(text) > 0),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(text) > 0),
  ]
  const code = await adminCreate(args, context)
  for (const spy of spies) spy.mockRestore()
  return { code, out: out.join(''), err: err.join('') }
}

test('`admin create` prints a link for that address, and makes nothing by itself', async () => {
  const { code, out } = await run('Mo@Example.org')
  expect(code).toBe(0)
  expect(out).toMatch(/^http:\/\/localhost:\d+\/admin\/sign-in\/link\/[\w-]{43}\n/)
  const links = await context.db.kysely.selectFrom('admin_links').select('email').execute()
  expect(links).toEqual([{ email: 'mo@example.org' }])
  expect(await context.db.kysely.selectFrom('admin_users').selectAll().execute()).toEqual([])
})

test('with `--replies` whoever uses the link may read replies, and without it a later account may not', async () => {
  const use = async (link: string, name: string) => {
    const token = link.split('\n')[0]!.split('/').at(-1)!
    const form = { name, password: 'long enough to be fine' }
    await acceptAdminLink(context, openAuth(context), token, form, new Headers(), new Date())
  }
  const readers = async () =>
    (await listReplyReaders(context.db.kysely)).filter((one) => one.granted_at).map((one) => one.email)
  await use((await run('first@example.org')).out, 'First')
  await use((await run('ada@example.org')).out, 'Ada')
  const printed = await run('bo@example.org', '--replies')
  expect(printed.out).toContain('may read replies')
  await use(printed.out, 'Bo')
  expect(await readers()).toEqual(['first@example.org', 'bo@example.org'])
  // An account that is there already gets it when its owner uses such a link, not when it is printed.
  const again = await run('--replies', 'ada@example.org')
  expect(await readers()).not.toContain('ada@example.org')
  await use(again.out, 'Ada')
  expect(await readers()).toContain('ada@example.org')
})

test('what is not an address, or nothing, ends in a sentence', async () => {
  expect(await run('mo')).toMatchObject({
    code: 1,
    err: expect.stringContaining('does not look like an e-mail'),
  })
  expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('Say whose account') })
})
