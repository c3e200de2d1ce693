import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCourse, aReader } from '../../support/course.ts'
import { openStudio, type Studio } from './studio-for-tests.ts'

let studio: Studio
let ana: string
beforeAll(async () => {
  studio = await openStudio()
  ana = await studio.signUp('Ana', 'ana@studio.localhost')
})
afterAll(() => studio.context.db.close())

test('an admin sends the next lesson now, skips, pauses, lets go on and starts again; who left is not started again', async () => {
  const { context } = studio
  const reader = await aReader(context, await aCourse(context))
  const standing = () =>
    context.db.kysely
      .selectFrom('enrollments')
      .selectAll()
      .where('id', '=', reader.enrollment)
      .executeTakeFirstOrThrow()
  const wish = (wanted: string) =>
    studio.post(`/admin/readers/${reader.id}/courses/${reader.enrollment}`, { wish: wanted }, ana)

  expect(await (await studio.get(`/admin/readers/${reader.id}`, ana)).text()).toContain(
    'Send the next one now',
  )
  expect((await wish('pause')).status).toBe(303)
  expect(await standing()).toMatchObject({ next_due_at: null, paused_at: expect.any(Date) })
  await wish('resume')
  expect(await standing()).toMatchObject({ next_due_at: expect.any(Date), paused_at: null })
  await wish('skip')
  const skipped = await context.db.kysely.selectFrom('passed_lessons').selectAll().execute()
  expect(skipped).toMatchObject([{ enrollment_id: reader.enrollment, skipped_at: expect.any(Date) }])
  await wish('next')
  expect(await standing()).toMatchObject({ asked_now: true, next_due_at: context.clock.now() })
  await wish('restart')
  expect((await standing()).run).toBe(2)
  await context.db.pool.query('update enrollments set unsubscribed_at = now(), next_due_at = null')
  await wish('restart')
  expect(await standing()).toMatchObject({ run: 2, next_due_at: null })
  expect((await wish('something else')).status).toBe(404)
  expect(
    (await studio.post(`/admin/readers/${reader.id}/courses/${reader.enrollment}`, { wish: 'skip' })).status,
  ).not.toBe(303)
})
