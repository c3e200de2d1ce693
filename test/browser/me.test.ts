/** A reader's own page, the answer page and the journal, in Chromium: phone and desk, light and dark, with and without scripts. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linksOf } from '../../src/deliveries/outgoing-mail.ts'
import { answerReply } from '../../src/replies/answer-reply.ts'
import { receiveWebAnswer } from '../../src/replies/receive-web-answer.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { findChromium, openBrowser, openPage, seriousViolations } from '../support/browser.ts'
import { aCourse, aReader } from '../support/course.ts'
import { deliveriesTo, type Reader } from '../support/reader-page.ts'

const results = path.resolve(import.meta.dirname, '../../test-results/me')
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 900 }

describe.skipIf(!findChromium())('In Chromium', () => {
  let app: TestApp
  let browser: Browser
  let reader: Reader
  let links: ReturnType<typeof linksOf>
  let letters: Awaited<ReturnType<typeof deliveriesTo>>

  beforeAll(async () => {
    mkdirSync(results, { recursive: true })
    app = await startApp({ at: '2027-01-12T10:00:00Z' })
    browser = await openBrowser()
    const course = await aCourse(app.context, { title: 'A quiet week', paceChoice: true, accent: '#2a5a7a' })
    reader = await aReader(app.context, course, { firstName: 'Ruth' })
    await app.liveUntil('2027-01-14T11:00:00Z')
    letters = await deliveriesTo(app.context, reader.id)
    links = linksOf(app.context.config, app.context.secrets, letters[2]!)
    const now = app.clock.now()
    for (const [i, words] of [
      'The garden, mostly.\n\nAnd the light in it, at six.',
      'Not today.',
    ].entries()) {
      await receiveWebAnswer(
        app.context,
        { delivery: letters[i]!, subject: `Lesson ${i + 1}`, words, nonce: `n${i}` },
        now,
      )
    }
    const { id } = await app.context.db.kysely
      .selectFrom('replies')
      .select('id')
      .where('delivery_id', '=', letters[0]!.id)
      .executeTakeFirstOrThrow()
    await answerReply(app.context, id, { body: 'What grew there?', authorName: 'Ana', by: 'ana' }, now)
    await app.quiet()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  test('every page is clean for axe, fits a phone, and looks as it should, in light and in dark', async () => {
    const me = links.preferencesUrl
    const pages: [string, string][] = [
      ['me', me],
      ['lesson', `${me}/lessons/${letters[0]!.id}`],
      ['journal', `${me}/journal`],
      ['erase', `${me}/erase`],
      ['ask', `${app.url}/me`],
      ['answer', links.answerUrl],
      ['unsubscribe', links.unsubscribeUrl],
      ['dead', `${app.url}/me/aaaaaaaaaaaaaaaaaaaaaaaaaa`],
    ]
    for (const viewport of [PHONE, DESK])
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await openPage(browser, { viewport, colorScheme })
        for (const [name, url] of pages) {
          await page.goto(url)
          // Folds hold most of the forms: they are looked at open.
          await page.evaluate(() => {
            for (const fold of document.querySelectorAll('details')) fold.open = true
          })
          expect(await seriousViolations(page)).toEqual([])
          expect(await overflow(page)).toBe(0)
          const file = `${name}-${viewport.width}-${colorScheme}.png`
          await page.screenshot({ path: path.join(results, file), fullPage: true })
        }
        await page.context().close()
      }
  }, 120_000)

  test('without scripts, by keyboard alone: another hour, a pause from a letter’s link, going on', async () => {
    const page = await openPage(browser, { viewport: PHONE, javaScriptEnabled: false })
    // The links in a letter lead to a place inside a fold, which opens.
    await page.goto(`${links.preferencesUrl}#pause`)
    await page.getByRole('button', { name: 'Pause for a week' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'The next letter comes Thursday, 21 January' }).waitFor()
    await page.getByRole('button', { name: 'Go on' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'tomorrow, Friday, at 8:00' }).waitFor()
    await page.goto(`${links.preferencesUrl}#schedule`)
    await page.locator('#send_time').selectOption('19:30')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'tomorrow, Friday, at 19:30' }).waitFor()
    expect(page.complaints).toEqual([])
    await page.context().close()
  }, 60_000)

  test('a draft outlives a closed page, and is gone once it is sent; without scripts an answer is simply sent', async () => {
    const page = await openPage(browser, { viewport: PHONE })
    const box = page.getByRole('textbox')
    await page.goto(links.answerUrl)
    await box.fill('I began to')
    await page.goto('about:blank')
    await page.goto(links.answerUrl)
    expect(await box.inputValue()).toBe('I began to')
    await box.fill('I began to draw again.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('status').filter({ hasText: 'It is sent.' }).waitFor()
    await page.getByText('I began to draw again.').waitFor()
    await page.goto(links.answerUrl)
    expect(await box.inputValue()).toBe('')
    expect(page.complaints).toEqual([])
    await page.context().close()

    const plain = await openPage(browser, { viewport: DESK, javaScriptEnabled: false })
    await plain.goto(links.answerUrl)
    await plain.getByRole('textbox').fill('And once more.')
    await plain.getByRole('button', { name: 'Send' }).click()
    await plain.getByText('And once more.').waitFor()
    await plain.context().close()
  }, 60_000)

  test('the journal prints without buttons and links', async () => {
    const page = await openPage(browser)
    await page.goto(`${links.preferencesUrl}/journal`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('link').filter({ visible: true }).count()).toBe(0)
    const pdf = await page.pdf({
      path: path.join(results, 'journal.pdf'),
      format: 'A4',
      preferCSSPageSize: true,
    })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await page.context().close()
  }, 60_000)
})

/** How much wider the page is than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
