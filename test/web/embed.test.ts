/** The form on somebody else's site, in a browser, from another origin than ours; and the plain one without scripts. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainForm } from '../../src/web/admin/sequences/plain-form.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { findChromium, openBrowser, openPage, seriousViolations } from '../support/browser.ts'
import { aCourse } from '../support/course.ts'

let app: TestApp
let course: Awaited<ReturnType<typeof aCourse>>
beforeAll(async () => {
  app = await startApp()
  course = await aCourse(app.context, { language: 'de', paceChoice: true, title: 'Eine stille Woche' })
  await app.context.db.kysely
    .updateTable('sequences')
    .set({ opened_at: app.clock.now() })
    .where('id', '=', course.id)
    .execute()
})
afterAll(() => app.close())

test('what a site loads is smaller than 6 KB, needs no build step and may be loaded from anywhere', async () => {
  const answer = await fetch(`${app.url}/embed.js`)
  const script = await answer.text()
  expect(Buffer.byteLength(script)).toBeLessThan(6 * 1024)
  expect(() => new Function(script)).not.toThrow()
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(script.match(/https?:\/\/[^'"`…]+/g) ?? [], 'no address of a third party').toEqual([])
})

describe.skipIf(!findChromium())('In Chromium', () => {
  let browser: Browser
  let site: Server
  let siteUrl: string
  const pages: Record<string, string> = {}
  beforeAll(async () => {
    browser = await openBrowser()
    // A site that lets in no style and no script but ours: the form must not need more.
    const policy = `default-src 'none'; script-src ${app.url}; connect-src ${app.url}; form-action ${app.url}`
    site = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('content-security-policy', policy)
      response.end(
        `<!doctype html><html lang="en"><title>A blog</title><main><h1>A blog</h1>${pages[request.url!] ?? ''}</main>`,
      )
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    siteUrl = `http://localhost:${(site.address() as AddressInfo).port}`
    pages['/embed'] =
      `<script src="${app.url}/embed.js" data-course="${course.slug}" data-accent="#2a5fa2" async></script>`
    pages['/plain'] = plainForm(course.revision, app.url)
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  for (const width of [390, 1280])
    test(`the form signs somebody up from another origin, at ${width} px`, async () => {
      const email = `embedded-${width}@readers.test`
      const page = await openPage(browser, {
        timezoneId: 'America/New_York',
        viewport: { width, height: 900 },
        locale: 'de-AT',
      })
      const thirdParties: string[] = []
      page.on('request', (request) => {
        if (![app.url, siteUrl].some((ours) => request.url().startsWith(ours)))
          thirdParties.push(request.url())
      })
      await page.goto(`${siteUrl}/embed`)
      expect(await page.getByLabel('Deine Zeitzone').inputValue()).toBe('America/New_York')
      expect(await seriousViolations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

      await page.getByLabel('E-Mail-Adresse').fill('ruth')
      await page.getByLabel('Um welche Uhrzeit?').selectOption('07:00')
      await page.getByRole('checkbox', { name: 'Sonntag' }).uncheck()
      await page.getByRole('button', { name: 'Schickt mir den ersten Brief' }).click()
      await page.getByText('Das sieht nicht wie eine E-Mail-Adresse aus.').waitFor()
      expect(await page.getByLabel('E-Mail-Adresse').getAttribute('aria-invalid')).toBe('true')
      await page.getByLabel('E-Mail-Adresse').fill(email)
      await page.getByLabel('E-Mail-Adresse').press('Enter')
      await page.getByRole('heading', { name: 'Sieh in dein Postfach' }).waitFor()

      const signup = await app.context.db.kysely
        .selectFrom('signups')
        .selectAll()
        .where('email', '=', email)
        .executeTakeFirstOrThrow()
      expect(signup).toMatchObject({
        source_url: `${siteUrl}/embed`,
        timezone: 'America/New_York',
        send_time: '07:00',
        weekdays: [1, 2, 3, 4, 5, 6],
        language: 'de-AT',
        proven: true,
      })
      expect(thirdParties).toEqual([])
      // The browser itself notes the 422 that the first try was answered with.
      expect(page.complaints.filter((line) => !line.includes('422'))).toEqual([])
      await page.context().close()
    })

  test('a slip is asked about, and taken when they insist', async () => {
    const page = await openPage(browser, { timezoneId: 'Europe/Berlin' })
    await page.goto(`${siteUrl}/embed`)
    await page.getByLabel('E-Mail-Adresse').fill('ruth@gmial.com')
    const button = page.getByRole('button', { name: 'Schickt mir den ersten Brief' })
    await button.click()
    await page.getByText('Meinst du ruth@gmail.com?').waitFor()
    await button.click()
    await page.getByRole('heading', { name: 'Sieh in dein Postfach' }).waitFor()
    await page.context().close()
  })

  test('the plain form works without scripts and ends on our page', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(`${siteUrl}/plain`)
    await page.getByLabel('E-Mail-Adresse').fill('plain@readers.test')
    await page.getByLabel('Deine Zeitzone').selectOption('Europe/Berlin')
    await page.getByRole('button', { name: 'Schickt mir den ersten Brief' }).click()
    await page.getByRole('heading', { name: 'Sieh in dein Postfach' }).waitFor()
    expect(page.url()).toBe(`${app.url}/courses/${course.slug}/asked`)
    await page.context().close()
  })
})
