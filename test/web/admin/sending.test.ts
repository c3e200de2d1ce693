import { afterAll, beforeAll, expect, test } from 'vitest'
import { healthRoutes } from '../../../src/web/health/routes.ts'
import { formOf, openStudio, type Studio } from './studio-for-tests.ts'

let studio: Studio
let laurie: string
beforeAll(async () => {
  studio = await openStudio()
  laurie = await studio.signUp('Laurie', 'laurie@example.org')
})
afterAll(() => studio.context.db.close())

const html = async (path: string) => (await studio.get(path, laurie)).text()

test('events that were given up are counted, with the last error, and tried again by a button', async () => {
  const { db, jobs } = studio.context
  const metrics = async () => (await healthRoutes(studio.context).request('/metrics')).text()
  expect(await html('/admin/sending')).not.toContain('could not be read')
  const received_at = new Date('2027-01-01T00:00:00Z')
  for (const attempts of [39, 40, 41])
    await db.kysely
      .insertInto('mail_events')
      .values({
        svix_id: `tried-${attempts}`,
        type: 'email.received',
        payload: JSON.stringify({ type: 'email.received', created_at: '', data: {} }),
        received_at,
        attempts,
        last_error: 'Resend has it no more.',
      })
      .execute()
  const page = await html('/admin/sending')
  expect(page).toContain('2 messages from Resend could not be read')
  expect(page).toContain('The last error: Resend has it no more.')
  expect(await metrics()).toContain('lettercourse_given_up_mail_events 2')
  jobs.take('process-mail-event')
  const form = formOf(page, '/admin/sending/events')
  expect((await studio.post('/admin/sending/events', form, laurie)).status).toBe(303)
  expect(
    jobs
      .take('process-mail-event')
      .map((job) => job.mailEventId)
      .sort(),
  ).toEqual(['tried-39', 'tried-40', 'tried-41'])
  expect(await html('/admin/sending')).not.toContain('could not be read')
})

test('NUL in a form is left out, and breaks nothing', async () => {
  const form = { name: 'Tha\0nks', body: 'Thank \0you.' }
  expect((await studio.post('/admin/replies/saved-answers', form, laurie)).status).toBeLessThan(400)
  const saved = await studio.context.db.kysely.selectFrom('saved_answers').select('name').execute()
  expect(saved).toEqual([{ name: 'Thanks' }])
})
