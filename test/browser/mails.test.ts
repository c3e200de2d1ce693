/** Every mail as a browser shows it: on a phone and on a desk, in light and in dark. What was seen is in test-results/mails. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { createElement, type FunctionComponent } from 'react'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderMail } from '../../src/mail/render.ts'
import { findChromium, openBrowser, openPage, seriousViolations } from '../support/browser.ts'

const NAMES = [
  'address-change',
  'answer',
  'care-notice',
  'confirmation',
  'digest',
  'finished',
  'left',
  'lesson',
  'pause-offer',
  'proof',
  'receipt',
  'sign-in',
  'welcome-back',
]
/** English in every size and light; of the others, whose words and direction differ, the phone. */
const VIEWS = [
  { language: 'en', width: 390, colorScheme: 'light' },
  { language: 'en', width: 390, colorScheme: 'dark' },
  { language: 'en', width: 700, colorScheme: 'light' },
  { language: 'en', width: 700, colorScheme: 'dark' },
  { language: 'de', width: 390, colorScheme: 'light' },
  { language: 'es', width: 390, colorScheme: 'dark' },
  { language: 'ar', width: 390, colorScheme: 'light' },
] as const
const results = path.join('test-results', 'mails')

interface Template {
  default: FunctionComponent<{ language: string }> & { PreviewProps: object }
}

describe.skipIf(!findChromium())('In Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    mkdirSync(results, { recursive: true })
    browser = await openBrowser()
  }, 60_000)
  afterAll(() => browser?.close())

  test.each(NAMES)(
    'the mail %s is clean for axe and fits, in every language and light',
    async (name) => {
      const { default: Mail } = (await import(`../../emails/${name}.tsx`)) as Template
      for (const { language, width, colorScheme } of VIEWS) {
        const { html } = await renderMail(createElement(Mail, { ...Mail.PreviewProps, language }))
        const page = await openPage(browser, { viewport: { width, height: 800 }, colorScheme })
        await page.setContent(html)
        expect(await seriousViolations(page), `${language} ${width} ${colorScheme}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        const file = `${name}-${language}-${width}-${colorScheme}.png`
        await page.screenshot({ path: path.join(results, file), fullPage: true })
        await page.context().close()
      }
    },
    120_000,
  )
})
