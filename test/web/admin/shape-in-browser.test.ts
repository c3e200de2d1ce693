/** Shaping an article in Chromium: by mouse, by keyboard, and as a phone sees it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAdminLink } from '../../../src/admins/make-admin-link.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { findChromium, openBrowser, openPage, seriousViolations } from '../../support/browser.ts'
import { PASSWORD } from './studio-for-tests.ts'

const words = (of: string) =>
  `The ${of} wants a ${of} that is slow, and a ${of} that is warm. `.repeat(9).trim()
const tea = `# On tea\n\n${['Kettle', 'Leaf', 'Pot']
  .map((title) => `## ${title}\n\n${words(title)}\n\nThen rest, ${title}.\n\nAnd go on, ${title}.`)
  .join('\n\n')}\n`

describe.skipIf(!findChromium())('In Chromium', () => {
  let app: TestApp
  let browser: Browser
  let page: Page & { complaints: string[] }
  let at: string
  beforeAll(async () => {
    ;[app, browser] = await Promise.all([startApp(), openBrowser()])
    page = await openPage(browser, { viewport: { width: 1280, height: 860 } })
    const link = await makeAdminLink(app.context, { now: new Date() })
    await page.goto(app.url + new URL(link).pathname)
    await page.getByLabel('Your name').fill('Laurie')
    await page.getByLabel('E-mail').fill('laurie@example.org')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Make the account and sign in' }).click()
    await page.getByRole('link', { name: 'Articles', exact: true }).click()
    await page.getByRole('link', { name: 'Bring an article' }).click()
    await page.getByLabel('Paste it here').fill(tea)
    await page.getByLabel('into', { exact: false }).first().fill('3')
    await page.getByRole('button', { name: 'Split it into lessons' }).click()
    await page.getByRole('heading', { name: 'On tea' }).waitFor()
    at = page.url()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })
  const lesson = (number: number) => page.locator(`#lesson-${number}`)

  test('a boundary is dragged to the place that is nearest, and what was typed goes along', async () => {
    await page.getByLabel('Lesson 1', { exact: true }).getByRole('textbox').first().fill('Boil')
    await drag(2, lesson(1).getByText('Then rest, Kettle.'))
    await lesson(2).getByText('Then rest, Kettle.').waitFor()
    expect(await lesson(1).getByRole('textbox').first().inputValue()).toBe('Boil')
    await page.reload()
    expect(await lesson(2).getByText('Then rest, Kettle.').count()).toBe(1)
    expect(await lesson(1).getByRole('textbox').first().inputValue()).toBe('Boil')
  })

  test('Escape lets a boundary go where it was', async () => {
    await drag(3, lesson(3).getByText('Then rest, Pot.'), async () => page.keyboard.press('Escape'))
    await page.reload()
    expect(await lesson(3).getByText('Then rest, Pot.').count()).toBe(1)
    expect(await lesson(3).getByText(words('Pot')).count()).toBe(1)
  })

  test('the keyboard moves, adds and joins, and the focus stays where one is working', async () => {
    const later = lesson(2).getByRole('button', { name: 'Begin lesson 2 later' })
    await later.focus()
    const top = async () => (await later.boundingBox())!.y
    const before = await top()
    await page.keyboard.press('Enter')
    await lesson(1).getByText('Then rest, Kettle.').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('later-2')
    expect(Math.abs((await top()) - before)).toBeLessThan(4)

    const begin = lesson(1).getByRole('button', { name: 'begin a lesson here' }).last()
    await begin.focus()
    expect(await begin.evaluate((button) => getComputedStyle(button).opacity)).toBe('1')
    await page.keyboard.press('Enter')
    await lesson(4).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.boundary') !== null))
      .toBe(true)
    await lesson(2).getByRole('button', { name: 'join with lesson 1' }).press('Enter')
    await expect.poll(() => page.locator('.part').count()).toBe(3)
  })

  test('somebody else’s change is told on the spot, and what was typed is still in the form', async () => {
    const other = await page.context().newPage()
    await other.goto(at)
    await other.getByRole('button', { name: 'Begin lesson 3 later' }).click()
    await other.getByRole('button', { name: 'Begin lesson 3 earlier' }).waitFor()
    await other.close()
    const title = lesson(1).getByRole('textbox').first()
    await title.fill('Mine')
    await page.getByRole('button', { name: 'Save' }).first().click()
    await page.getByRole('alert').getByText('changed this article meanwhile').waitFor()
    expect(await title.inputValue()).toBe('Mine')
    await page.getByRole('button', { name: 'Save' }).first().click()
    await page.getByRole('status').getByText('Saved.').waitFor()
    // A refused save is what Chromium itself reports; nothing else may be.
    expect(page.complaints.filter((complaint) => !complaint.includes('409'))).toEqual([])
  })

  test('nobody is shut out by contrast, names or width', async () => {
    const storageState = await page.context().storageState()
    for (const options of [
      { colorScheme: 'light', viewport: { width: 1280, height: 860 } },
      { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ] as const) {
      const other = await openPage(browser, { ...options, storageState })
      for (const path of [
        '',
        '/new',
        at.slice(at.lastIndexOf('/')),
        `${at.slice(at.lastIndexOf('/'))}/course`,
      ]) {
        await other.goto(`${app.url}/admin/articles${path}`)
        expect(await seriousViolations(other)).toEqual([])
        const width = await other.evaluate(() => document.documentElement.scrollWidth)
        expect([path, width]).toEqual([path, options.viewport.width])
      }
      expect(other.complaints).toEqual([])
      await other.context().close()
    }
  })

  async function drag(number: number, to: ReturnType<Page['getByText']>, then?: () => Promise<void>) {
    const boundary = lesson(number).locator('.boundary')
    // Beside each other on the screen, so that the page need not scroll along.
    await boundary.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    const [from, target] = [await boundary.boundingBox(), await to.boundingBox()]
    await page.mouse.move(from!.x + 4, from!.y + from!.height / 2)
    await page.mouse.down()
    await page.mouse.move(from!.x + 4, target!.y - 20, { steps: 5 })
    await page.locator('.aimed').waitFor()
    await then?.()
    await page.mouse.up()
  }
})
