/** A week as it is lived in a browser, by a reader and an author, with the real `npm start` behind it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, openBrowser, openPage, seriousViolations } from '../support/browser.ts'
import { killAll, npmStart, type Started } from '../support/npm-start.ts'
import { freePort } from '../support/postgres.ts'

const SLOW = 240_000

/**
 * Where it is past seven now, so that tomorrow's lesson is less than a day ahead and "Next day" brings it: the test runs
 * on the machine's clock.
 */
const ZONE = ['America/New_York', 'Asia/Tokyo'].find((timeZone) => {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
  return Number(hour.format(new Date())) >= 8
})!

describe.skipIf(!findChromium())('In Chromium', () => {
  let directory: string
  let app: Started
  let browser: Browser

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'lettercourse-week-'))
    const [started, opened] = await Promise.all([
      npmStart(path.join(directory, 'data'), await freePort()),
      openBrowser(),
    ])
    app = started
    browser = opened
  }, SLOW)
  afterAll(async () => {
    await browser?.close()
    killAll()
    rmSync(directory, { recursive: true, force: true })
  })

  test(
    'sign up, read, reply; answer it, edit the next lesson, and get both',
    async () => {
      const reader = await openPage(browser, { timezoneId: ZONE })
      const letter = reader.frameLocator('#sheet')

      // The course's page knows the reader's zone. The mail asks, and only the button confirms.
      await reader.goto(app.course)
      await expect.poll(() => reader.getByLabel('Your time zone').inputValue()).toBe(ZONE)
      expect(await seriousViolations(reader)).toEqual([])
      await reader.getByLabel('E-mail').fill('ruth@readers.test')
      await reader.getByLabel('First name').fill('Ruth')
      await reader.getByLabel('At which hour?').selectOption('07:00')
      // Nobody fills a form in less than three seconds, and it would ask to press once more.
      await reader.waitForTimeout(3_200)
      await reader.getByRole('button', { name: 'Send me the first letter' }).click()
      await reader.getByRole('heading', { name: 'Look in your inbox' }).waitFor()
      await reader.getByRole('link', { name: 'read it in the mailbox' }).click()
      await letter.getByRole('link', { name: 'Confirm and begin' }).click()
      await reader.getByRole('button', { name: 'Yes, begin the course' }).click()
      await reader.getByRole('heading', { name: 'You are in' }).waitFor()

      // Lesson 1, and the next day lesson 2.
      const subjects = ['You don’t want them back', 'What Sandy lost', 'It’s only my ego'].map(
        (words) => new RegExp(words.replace('’', "['’]")),
      )
      await expect
        .poll(async () => {
          await reader.goto(app.mailbox)
          return reader.getByRole('heading', { level: 2 }).allTextContents()
        }, WITHIN)
        .toContainEqual(expect.stringMatching(subjects[0]!))
      await letter.getByText('Day 1 of 7').waitFor()
      expect(await seriousViolations(reader)).toEqual([])
      await reader.getByRole('button', { name: 'Next day' }).click()
      await reader.getByRole('heading', { name: subjects[1] }).waitFor()
      await letter.getByText('Day 2 of 7').waitFor()
      const lesson = reader.url()

      // They write back.
      await reader.getByRole('textbox', { name: /^Write back to/ }).fill('The garden, mostly. And the table.')
      await reader.getByRole('button', { name: 'Send reply' }).click()
      await reader.getByText('Your reply is on its way.').waitFor()

      // The author comes in by the printed link, which works once.
      const author = await openPage(browser)
      await author.goto(app.admin)
      await author.getByLabel('Your name').fill('Laurie')
      await author.getByLabel('E-mail').fill('laurie@authors.test')
      await author.getByLabel('Password').fill('a short sentence')
      await author.getByRole('button', { name: 'Make the account and sign in' }).click()
      await author.getByRole('heading', { name: 'Courses' }).waitFor()
      expect(await seriousViolations(author)).toEqual([])

      // The reply stands beside its prompt, and is answered.
      const prompt = 'Apart from the person, what have you lost?'
      await expect
        .poll(async () => {
          await author.goto(`${app.url}/admin/replies`)
          return author.getByText(prompt).count()
        }, WITHIN)
        .toBe(1)
      expect(await author.getByText('The garden').count(), 'the list shows none of the words').toBe(0)
      expect(await seriousViolations(author)).toEqual([])
      await author.getByText(prompt).click()
      await author.getByText('The garden, mostly. And the table.').waitFor()
      expect(await author.getByRole('complementary').getByText(prompt).isVisible()).toBe(true)
      expect(await seriousViolations(author)).toEqual([])
      await author.getByLabel('Your answer').fill('Thank you, Ruth.\n\nWhat grew there?')
      await author.getByRole('button', { name: 'Send the answer' }).click()
      await author.getByText('Your answer is on its way.').waitFor()
      await expect
        .poll(async () => {
          await reader.goto(app.mailbox)
          return reader.getByRole('heading', { level: 2 }).allTextContents()
        }, WITHIN)
        .toContainEqual(expect.stringMatching(/^Re: What Sandy lost/))
      await letter.getByText('What grew there?', { exact: true }).waitFor()

      // The next lesson is edited; the letter beside it follows; what is published is what arrives.
      await author.goto(`${app.url}/admin`)
      await author.getByRole('link', { name: 'Wanting to be wanted' }).first().click()
      await author.getByRole('link', { name: subjects[2] }).click()
      const text = author.getByRole('textbox', { name: 'Text', exact: true })
      const written = await text.inputValue()
      await text.fill(`Words that were not there yesterday.\n\n${written}`)
      const preview = author.frameLocator('iframe')
      await preview.getByText('Words that were not there yesterday.').waitFor()
      expect(await seriousViolations(author)).toEqual([])
      await author.getByRole('button', { name: 'Save to the draft' }).click()
      await author.getByText('Saved to the draft.').waitFor()
      await author.getByRole('link', { name: 'Wanting to be wanted' }).first().click()
      await author.getByRole('button', { name: 'Publish' }).click()
      await author.getByText('Published.').waitFor()
      expect(await seriousViolations(author)).toEqual([])
      for (const page of ['readers', 'sending']) {
        await author.goto(`${app.url}/admin/${page}`)
        expect(await seriousViolations(author)).toEqual([])
      }

      await reader.goto(lesson)
      await reader.getByRole('button', { name: 'Next day' }).click()
      await reader.getByRole('heading', { name: subjects[2] }).waitFor()
      await letter.getByText('Words that were not there yesterday.').waitFor()
      expect(reader.complaints).toEqual([])
      expect(author.complaints).toEqual([])

      // Who has the link after it was used gets nothing by it.
      const stranger = await openPage(browser)
      await stranger.goto(app.admin)
      await stranger.getByText('used already').waitFor()
      for (const page of [reader, author, stranger]) await page.context().close()
    },
    SLOW,
  )

  test(
    'signing up works without JavaScript, and says what is not right',
    async () => {
      const page = await openPage(browser, { javaScriptEnabled: false })
      await page.goto(app.course)
      await page.getByLabel('E-mail').fill('plain@readers.test')
      await page.getByLabel('First name').fill('https://spam.test')
      await page.getByLabel('Your time zone').selectOption('Europe/Berlin')
      await page.getByRole('button', { name: 'Send me the first letter' }).click()
      await page.getByText('Please give just a name.').first().waitFor()
      expect(await page.getByLabel('E-mail').inputValue(), 'what was filled in stays').toBe(
        'plain@readers.test',
      )
      await page.getByLabel('First name').fill('')
      await page.getByRole('button', { name: 'Send me the first letter' }).click()
      await page.getByRole('heading', { name: 'Look in your inbox' }).waitFor()
      await expect
        .poll(async () => {
          await page.goto(`${app.mailbox}?reader=plain%40readers.test`)
          return page.getByRole('heading', { level: 2 }).allTextContents()
        }, WITHIN)
        .toContain('Please confirm: Wanting to be wanted')
      await page.frameLocator('#sheet').getByRole('link', { name: 'Confirm and begin' }).click()
      await page.getByRole('button', { name: 'Yes, begin the course' }).click()
      await page.getByRole('heading', { name: 'You are in' }).waitFor()
      await page.context().close()
    },
    SLOW,
  )
})

/** How long mail may take to arrive on a machine with much else to do. */
const WITHIN = { timeout: 30_000, interval: 500 }
