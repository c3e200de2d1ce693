/** The inbox in Chromium: by keys alone, with somebody else at the same reply, and as a phone and a dark room see it. */
import { statSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAdminLink } from '../../../../src/admins/make-admin-link.ts'
import { claimDueLessons } from '../../../../src/enrollments/claim-due-lessons.ts'
import { holdForCare } from '../../../../src/replies/hold-for-care.ts'
import { startApp, type TestApp } from '../../../support/app.ts'
import { findChromium, openBrowser, openPage, seriousViolations } from '../../../support/browser.ts'
import { aReplyTo } from '../../../replies/a-reply-to.ts'
import { aReader, PASSWORD, publishCourse } from '../studio-for-tests.ts'

type Watched = Page & { complaints: string[] }

describe.skipIf(!findChromium())('In Chromium', () => {
  let app: TestApp
  let browser: Browser
  let laurie: Watched
  const replies: string[] = []
  let care: string
  beforeAll(async () => {
    ;[app, browser] = await Promise.all([startApp(), openBrowser()])
    laurie = await admit('Laurie', 'laurie@example.org')
    const { context } = app
    const course = await publishCourse(context)
    const people = ['Ann', 'Bea', 'Carl']
    const readers: string[] = []
    for (const name of people)
      readers.push(
        await aReader(context, course, {
          email: `${name}@example.org`.toLowerCase(),
          firstName: name,
          timezone: 'Europe/London',
        }),
      )
    await claimDueLessons(context, context.clock.now())
    await app.quiet()
    for (const [i, reader] of readers.entries())
      replies.push(
        await aReplyTo(context, reader, `Words of ${people[i]}, on quiet.`, {
          row: { received_at: new Date(context.clock.now().getTime() - (10 - i) * 3_600_000) },
        }),
      )
    care = await aReplyTo(context, readers[0]!, 'I do not see a way on.', { care: ['do not see a way on'] })
    const row = await rowOf(care)
    await holdForCare(context.db.kysely, row.enrollment_id!, context.clock.now())
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  const rowOf = (id: string) =>
    app.context.db.kysely.selectFrom('replies').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  async function admit(name: string, email: string): Promise<Watched> {
    const page = await openPage(browser, { viewport: { width: 1280, height: 900 } })
    const link = await makeAdminLink(app.context, { now: new Date(), email, readsReplies: true })
    await page.goto(app.url + new URL(link).pathname)
    await page.getByLabel('Your name').fill(name)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Make the account and sign in' }).click()
    await page.getByRole('heading', { name: 'Courses' }).waitFor()
    return page
  }

  test('by keys alone: to the second reply, taken, answered, closed', async () => {
    await laurie.goto(`${app.url}/admin/replies`)
    await laurie.keyboard.press('?')
    await laurie.getByRole('dialog').waitFor()
    expect(await seriousViolations(laurie)).toEqual([])
    await laurie.keyboard.press('Escape')
    for (const key of ['j', 'j', 'j', 'k']) await laurie.keyboard.press(key)
    await laurie.keyboard.press('Enter')
    // Care first, then Ann, who has waited longest.
    await laurie.getByRole('heading', { name: 'Ann', level: 1 }).waitFor()
    await laurie.keyboard.press('j')
    await laurie.getByRole('heading', { name: 'Bea', level: 1 }).waitFor()
    await laurie.keyboard.press('k')
    await laurie.getByRole('heading', { name: 'Ann', level: 1 }).waitFor()
    await laurie.keyboard.press('a')
    await laurie.getByText('You look after it.').waitFor()
    expect((await rowOf(replies[0]!)).assigned_to).toBe('laurie@example.org')
    await laurie.keyboard.press('r')
    // Keys are letters while one writes.
    await laurie.keyboard.type('je r a?')
    expect(await laurie.getByLabel('Your answer').inputValue()).toBe('je r a?')
    await laurie.getByLabel('Your answer').fill('Thank you, Ann.')
    await laurie.getByRole('button', { name: 'Send the answer' }).click()
    await laurie.getByText('Your answer is on its way.').waitFor()
    await laurie.keyboard.press('e')
    await laurie.getByText('It is closed.').waitFor()
    expect((await rowOf(replies[0]!)).archived_by).toBe('laurie@example.org')
    await laurie.keyboard.press('/')
    await laurie.keyboard.type('thank you')
    await laurie.keyboard.press('Enter')
    await laurie.getByText('Found in 1.').waitFor()
    expect(laurie.url()).not.toContain('thank')
  })

  test('each sees the other, and who writes; the second to send is told and loses no word', async () => {
    const mo = await admit('Mo', 'mo@example.org')
    const at = `${app.url}/admin/replies/${replies[1]}`
    await laurie.goto(at)
    await mo.goto(at)
    await mo.getByText('laurie@example.org has it open.').waitFor()
    await laurie.getByLabel('Your answer').fill('From Laurie.')
    await expect
      .poll(async () => {
        await mo.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
        return mo.locator('[data-presence]').textContent()
      })
      .toBe('laurie@example.org is writing an answer.')
    await mo.getByLabel('Your answer').fill('From Mo, at length.')
    await laurie.getByRole('button', { name: 'Send the answer' }).click()
    await laurie.getByText('Your answer is on its way.').waitFor()
    await mo.getByRole('button', { name: 'Send the answer' }).click()
    await mo.getByText('It was answered while you wrote').waitFor()
    expect(await mo.getByLabel('Answer again').inputValue()).toBe('From Mo, at length.')
    await mo.getByText('From Laurie.', { exact: true }).waitFor()
    expect(await seriousViolations(mo)).toEqual([])
    await mo.goto(`${app.url}/admin/replies`)
    await expect
      .poll(async () => {
        await laurie.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
        return laurie.locator('[data-presence]').textContent()
      })
      .toBe('')
    // A refused answer is told with its status, which a browser notes.
    expect(mo.complaints.filter((words) => !words.includes('409'))).toEqual([])
    await mo.context().close()
  })

  test('it does as much without scripts', async () => {
    const cookies = await laurie.context().cookies()
    const page = await openPage(browser, { javaScriptEnabled: false })
    await page.context().addCookies(cookies)
    await page.goto(`${app.url}/admin/replies`)
    await page.getByRole('link', { name: /Carl/ }).click()
    await page.getByRole('button', { name: 'I look after it' }).click()
    await page.getByText('You look after it.').waitFor()
    await page.getByText('Write a note').click()
    await page.getByLabel('Note').fill('Knows the sea.')
    await page.getByRole('button', { name: 'Keep the note' }).click()
    await page.getByText('Knows the sea.').waitFor()
    await page.getByRole('button', { name: 'Let it sleep until then' }).click()
    await page.getByText('It sleeps until then.').waitFor()
    await page.getByRole('button', { name: 'Close it' }).click()
    await page.getByText('It is closed.').waitFor()
    await page.context().close()
  })

  test('every page of it fits a phone and a desk, light and dark, and axe finds nothing serious', async () => {
    const paths = [
      '',
      '?show=all',
      `/${care}`,
      `/${replies[0]}`,
      `/${care}/original`,
      '/prompts',
      '/saved-answers/new',
    ]
    for (const [width, colorScheme] of [
      [390, 'light'],
      [1280, 'dark'],
    ] as const) {
      await laurie.setViewportSize({ width, height: 900 })
      await laurie.emulateMedia({ colorScheme })
      for (const path of paths) {
        await laurie.goto(`${app.url}/admin/replies${path}`)
        expect([path, await seriousViolations(laurie)]).toEqual([path, []])
        const beyond = await laurie.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect([path, width, beyond]).toEqual([path, width, 0])
      }
    }
    expect(laurie.complaints).toEqual([])
  })

  test('on a phone their words come before the question; on a desk it stands beside them', async () => {
    const places = async (width: number) => {
      await laurie.setViewportSize({ width, height: 900 })
      await laurie.goto(`${app.url}/admin/replies/${replies[1]}`)
      const words = (await laurie.getByText('Words of Bea').boundingBox())!
      const question = (await laurie.locator('.beside aside').boundingBox())!
      const box = (await laurie.locator('#body').boundingBox())!
      return { words, question, box }
    }
    const phone = await places(390)
    expect(phone.words.y).toBeLessThan(phone.question.y)
    expect(phone.question.y).toBeLessThan(phone.box.y)
    await laurie.goto(`${app.url}/admin/replies/${care}`)
    const words = (await laurie.locator('.said', { hasText: 'see a way on' }).boundingBox())!
    expect(words.y).toBeLessThan((await laurie.getByRole('heading', { name: 'Care' }).boundingBox())!.y)
    const desk = await places(1280)
    expect(desk.question.x + desk.question.width).toBeLessThan(desk.words.x)
    expect(Math.abs(desk.question.y - desk.words.y)).toBeLessThan(100)
    // However long the question, it pushes nothing apart.
    expect(desk.box.y - desk.words.y).toBeLessThan(500)
  })

  test('its script stays small', () => {
    expect(statSync('src/web/assets/inbox.js').size).toBeLessThan(8_000)
  })
})
