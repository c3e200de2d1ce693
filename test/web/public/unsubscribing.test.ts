import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestContext, testContext } from '../../support/context.ts'
import { aCourse, aReader } from '../../support/course.ts'
import { deliveriesTo, liveUntil, pagesOf, type Reader } from '../../support/reader-page.ts'

let context: TestContext
let pages: ReturnType<typeof pagesOf>
let reader: Reader
let page: string

beforeAll(async () => {
  context = await testContext()
  pages = pagesOf(context)
})
afterAll(() => context.db.close())
beforeEach(async () => {
  context.clock.set('2027-01-12T10:00:00Z')
  reader = await aReader(context, await aCourse(context, { language: 'de', title: 'Ein Kurs' }))
  await liveUntil(context, '2027-01-12T10:00:00Z')
  const [letter] = await deliveriesTo(context, reader.id)
  page = pages.pathOf(pages.links(letter!.id).unsubscribeUrl)
})

const standing = () =>
  context.db.kysely
    .selectFrom('enrollments')
    .selectAll()
    .where('id', '=', reader.enrollment)
    .executeTakeFirstOrThrow()

test('one click, as multipart and as urlencoded, without a cookie: 200 and empty, twice like once, whatever the token', async () => {
  const form = new FormData()
  form.append('List-Unsubscribe', 'One-Click')
  const bodies = [form, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })]
  for (const body of bodies)
    for (const path of [page, page, '/unsubscribe/aaaaaaaaaaaaaaaaaaaaaaaaaa', '/unsubscribe/x']) {
      const answer = await pages.app.request(path, { method: 'POST', body })
      expect([path, answer.status, await answer.text(), answer.headers.get('set-cookie')]).toEqual([
        path,
        200,
        '',
        null,
      ])
    }
  expect(await standing()).toMatchObject({ unsubscribed_at: expect.any(Date), next_due_at: null })
})

test('the page speaks the course’s language, offers a pause instead, and does nothing when opened', async () => {
  const html = await (await pages.get(page)).text()
  expect(html).toContain('lang="de"')
  expect(html).toContain('Ein Kurs')
  expect(html).toContain('Lieber eine Woche pausieren')
  expect((await standing()).unsubscribed_at).toBeNull()
  const paused = await pages.post(page, { from_page: 'yes', do: 'pause' })
  expect(await paused.text()).toContain('am Dienstag, dem 19. Januar, um 8:00 Uhr.')
  expect(await standing()).toMatchObject({ unsubscribed_at: null, paused_until: expect.any(Date) })
})

test('the link to leave all courses puts that first', async () => {
  const html = await (await pages.get(`${page}?everything`)).text()
  expect(html.indexOf('Alle Kurse auf einmal verlassen')).toBeLessThan(html.indexOf('Diesen Kurs verlassen'))
})

test('a press by mistake is taken back on the same page, for one course and for all', async () => {
  const due = (await standing()).next_due_at
  for (const wish of ['leave', 'leave_all']) {
    const left = await pages.post(page, { from_page: 'yes', do: wish })
    expect(await left.text()).toContain('Das war ein Versehen')
    expect((await standing()).unsubscribed_at).not.toBeNull()
    const back = await pages.post(page, { from_page: 'yes', do: 'come_back' })
    expect(await back.text()).toContain('Der nächste Brief kommt morgen, Mittwoch, um 8:00 Uhr.')
    expect(await standing()).toMatchObject({ unsubscribed_at: null, next_due_at: due })
  }
  const { unsubscribed_at } = await context.db.kysely
    .selectFrom('subscribers')
    .select('unsubscribed_at')
    .where('id', '=', reader.id)
    .executeTakeFirstOrThrow()
  expect(unsubscribed_at).toBeNull()
})

test('an hour later, coming back takes signing up', async () => {
  await pages.post(page, { from_page: 'yes', do: 'leave' })
  context.clock.set('2027-01-12T11:00:00Z')
  await pages.post(page, { from_page: 'yes', do: 'come_back' })
  expect((await standing()).unsubscribed_at).not.toBeNull()
})
