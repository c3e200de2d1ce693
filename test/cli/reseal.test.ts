import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { reseal } from '../../src/cli/reseal.ts'
import { openSecrets } from '../../src/secrets.ts'
import { aReply } from '../replies/a-reply.ts'
import { type TestContext, testContext } from '../support/context.ts'

const OLD = 'the older key of more than thirty-two characters'
const NEW = 'the newer key of more than thirty-two characters'

let context: TestContext
beforeAll(async () => {
  context = await testContext({ env: { SECRET_KEY: OLD } })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await context.db.close()
})

async function run(secretKey: string) {
  vi.stubEnv('DATABASE_URL', context.db.url)
  vi.stubEnv('SECRET_KEY', secretKey)
  for (const name of ['REDIS_URL', 'RESEND_API_KEY', 'RESEND_BASE_URL']) vi.stubEnv(name, '')
  const said: string[] = []
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
  )
  const code = await reseal([])
  for (const spy of spies) spy.mockRestore()
  return { code, said: said.join('') }
}

test.skipIf(!inject('postgresUrl'))(
  '`reseal` shows how far it is and says when the old key may go, or what it could not open',
  async () => {
    await aReply(context)
    const lost = await aReply({ ...context, secrets: openSecrets(['a key that nobody has any more']) })
    const first = await run(`${NEW},${OLD}`)
    expect(first.code).toBe(1)
    expect(first.said).toContain('replies.raw_sealed: 2 of 2')
    expect(first.said).toContain('6 sealed anew.')
    expect(first.said).toContain(`Not opened by any key in SECRET_KEY: replies.content_sealed of ${lost}`)
    expect(first.said).not.toContain('take it away')

    await context.db.kysely.deleteFrom('replies').where('id', '=', lost).execute()
    const second = await run(`${NEW},${OLD}`)
    expect(second.code).toBe(0)
    expect(second.said).toContain('0 sealed anew.')
    expect(second.said).toMatch(/take it away after \d+ \w+ \d{4}/)
    expect((await run(NEW)).said).not.toContain('older key')
  },
)
