/** The pages of signing up as people meet them: narrow and wide, light and dark, with scripts and without, in three languages. */
import { mkdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { findChromium, openBrowser, openPage, seriousViolations } from '../../support/browser.ts'
import { aCourse } from '../../support/course.ts'

const LOOKED_AT = 'test-results/signing-up'
const LANGUAGES = {
  en: {
    send: 'Send me the first letter',
    look: 'Look in your inbox',
    begin: 'Yes, begin the course',
    in: 'You are in',
    email: 'E-mail',
  },
  de: {
    send: 'Schickt mir den ersten Brief',
    look: 'Sieh in dein Postfach',
    begin: 'Ja, den Kurs beginnen',
    in: 'Du bist dabei',
    email: 'E-Mail-Adresse',
  },
  es: {
    send: 'Enviadme la primera carta',
    look: 'Mira tu correo',
    begin: 'Sí, empezar el curso',
    in: 'Ya estás dentro',
    email: 'Correo electrónico',
  },
}

describe.skipIf(!findChromium())('In Chromium', () => {
  let app: TestApp
  let browser: Browser
  const slugs: Record<string, string> = {}
  beforeAll(async () => {
    mkdirSync(LOOKED_AT, { recursive: true })
    app = await startApp()
    browser = await openBrowser()
    const accents: Record<string, string> = { en: '#a2432a', de: '#1f5f4a', es: '#2b4f8f' }
    for (const language of Object.keys(LANGUAGES)) {
      const { id, slug } = await aCourse(app.context, {
        ...{ language, accent: accents[language], paceChoice: language === 'de', repliesKeptDays: 90 },
        description:
          'Seven short letters about noticing what is there.\n\nNothing to buy, and nothing to finish.',
      })
      await app.context.db.kysely
        .updateTable('sequences')
        .set({ opened_at: app.clock.now() })
        .where('id', '=', id)
        .execute()
      slugs[language] = slug
    }
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  async function lookAt(page: Page, name: string) {
    await page.screenshot({ path: `${LOOKED_AT}/${name}.png`, fullPage: true })
    expect(await seriousViolations(page), name).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name).toBe(true)
  }

  for (const [language, words] of Object.entries(LANGUAGES) as [
    keyof typeof LANGUAGES,
    (typeof LANGUAGES)['en'],
  ][])
    for (const [width, colorScheme, javaScriptEnabled] of [
      [390, 'light', false],
      [1280, 'dark', true],
    ] as const)
      test(`${language}, ${width} px, ${colorScheme}, ${javaScriptEnabled ? 'with' : 'without'} scripts: from the page to the pressed button`, async () => {
        const as = `${language}-${width}-${colorScheme}`
        const page = await openPage(browser, {
          ...{ viewport: { width, height: 844 }, colorScheme, locale: language, timezoneId: 'Europe/Madrid' },
        })
        // axe needs scripts: the page is looked at with them, and walked through without.
        await page.goto(`${app.url}/courses/${slugs[language]}`)
        await lookAt(page, `${as}-course`)
        await page.goto(`${app.url}/courses/${slugs[language]}/sample`)
        await lookAt(page, `${as}-sample`)

        const email = `${as}@readers.test`
        const walk = await openPage(browser, {
          javaScriptEnabled,
          timezoneId: 'Europe/Madrid',
          locale: language,
        })
        await walk.goto(`${app.url}/courses/${slugs[language]}`)
        await walk.getByLabel(words.email).fill(email)
        if (javaScriptEnabled) expect(await walk.locator('#timezone').inputValue()).toBe('Europe/Madrid')
        else await walk.locator('#timezone').selectOption('Europe/Madrid')
        await walk.getByLabel(words.email).press('Enter')
        // The clock stands still here, so a form without a proof of work is always too fast, and asks once.
        if (!javaScriptEnabled) {
          await walk.locator('#problems').waitFor()
          await walk.getByRole('button', { name: words.send }).click()
        }
        await walk.getByRole('heading', { name: words.look }).waitFor()
        await page.goto(walk.url())
        await lookAt(page, `${as}-asked`)

        await app.quiet()
        const mail = app.accepted.find(({ to }) => to.includes(email))!
        const link = /http:\/\/localhost:\d+\/signups\/\w+\/confirmation/.exec(mail.html!)![0]
        await page.goto(link)
        await lookAt(page, `${as}-confirm`)
        await walk.goto(link)
        await walk.getByRole('button', { name: words.begin }).click()
        await walk.getByRole('heading', { name: words.in }).waitFor()
        await page.goto(link)
        await lookAt(page, `${as}-confirmed`)
        const { proven } = await app.context.db.kysely
          .selectFrom('signups')
          .select('proven')
          .where('email', '=', email)
          .executeTakeFirstOrThrow()
        expect(proven).toBe(javaScriptEnabled)
        expect([...page.complaints, ...walk.complaints].filter((line) => !line.includes('422'))).toEqual([])
        await page.context().close()
        await walk.context().close()
      })

  test('what is wrong is heard first, and the way to each field is one press of a key', async () => {
    const page = await openPage(browser, { viewport: { width: 390, height: 844 }, locale: 'en-US' })
    await page.goto(`${app.url}/courses/${slugs.en}`)
    await page.getByLabel('E-mail').fill('ruth@mailinator.com')
    await page.getByLabel('E-mail').press('Enter')
    await page.getByText('Addresses at mailinator.com are thrown away').waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.id)
    expect(await focused(), 'one thing: its field').toBe('email')
    await lookAt(page, 'en-390-light-refused')
    await page.getByLabel('First name').fill('www.spam.test')
    await page.getByLabel('First name').press('Enter')
    await page.locator('#problems').waitFor()
    expect(await focused(), 'more: the list of them').toBe('problems')
    await lookAt(page, 'en-390-light-refused-twice')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('email')
    expect(await page.locator('#send_time').locator('option:checked').textContent()).toBe('8:00 am')
    await page.context().close()
  })

  test('nothing moves when the zone is found, scripts are small, and a slow line shows the page within a second', async () => {
    const page = await openPage(browser, { viewport: { width: 390, height: 844 }, timezoneId: 'Asia/Tokyo' })
    const network = await page.context().newCDPSession(page)
    await network.send('Network.enable')
    // A poor mobile connection: 1.6 Mbit/s, 150 ms there and back.
    await network.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 },
    })
    await page.addInitScript(() => {
      const seen = globalThis as unknown as { shift: number }
      seen.shift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const scripts: string[] = []
    page.on('response', async (response) => {
      if (response.request().resourceType() === 'script') scripts.push(await response.text())
    })
    await page.goto(`${app.url}/courses/${slugs.en}`)
    await expect.poll(() => page.locator('#timezone').inputValue()).toBe('Asia/Tokyo')
    const { shift, usable } = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as unknown as {
        domInteractive: number
      }[]
      return { shift: (globalThis as unknown as { shift: number }).shift, usable: navigation!.domInteractive }
    })
    const bytes = gzipSync(scripts.join('')).length
    console.log(
      `course page: usable after ${Math.round(usable)} ms, ${bytes} bytes of script (gzip), shift ${shift}`,
    )
    expect(shift).toBe(0)
    expect(bytes).toBeLessThan(30 * 1024)
    expect(usable).toBeLessThan(1000)
    await page.context().close()
  })
})
