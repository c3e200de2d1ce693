import { afterAll, beforeAll, expect, test } from 'vitest'
import { leave } from '../../../src/enrollments/leave.ts'
import { aReader, openStudio, publishCourse, type Studio } from './studio-for-tests.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.context.db.close())

test('a course shows its authors why readers left, in their words and without their names', async () => {
  const { context } = studio
  const laurie = await studio.signUp('Laurie', 'laurie@example.org')
  await aReader(context, await publishCourse(context))
  const page = async () => (await studio.get('/admin/sequences/a-quiet-week', laurie)).text()
  expect(await page()).not.toContain('Why readers left')
  const { id } = await context.db.kysely.selectFrom('enrollments').select('id').executeTakeFirstOrThrow()
  const { email } = await context.db.kysely
    .selectFrom('subscribers')
    .select('email')
    .executeTakeFirstOrThrow()
  const db = context.db.kysely
  await leave(
    { db, secrets: context.secrets },
    id,
    { reason: 'too_much', words: 'It <hurt>.' },
    context.clock.now(),
  )
  const html = await page()
  expect(html).toMatch(/It was too much for me<\/dt><dd>1<\/dd>/)
  expect(html).toContain('It &lt;hurt&gt;.')
  expect(html).not.toContain(email)
})
