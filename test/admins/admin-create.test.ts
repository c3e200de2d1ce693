import { afterAll, beforeAll, expect, test, vi } from 'vitest'
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

test('what is not an address, or nothing, ends in a sentence', async () => {
  expect(await run('mo')).toMatchObject({
    code: 1,
    err: expect.stringContaining('does not look like an e-mail'),
  })
  expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('Say whose account') })
})
