/** Every mail as a browser shows it: on a phone and on a desk, in light and in dark. What was seen is in test-results/mails. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createElement, type FunctionComponent } from 'react'
import type { Browser } from 'playwright-core'
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
  'proof',
  'receipt',
  'sign-in',
  'welcome-back',
]
const LANGUAGES = ['en', 'de', 'es', 'ar']
const results = path.join('test-results', 'mails')

interface Template {
  default: FunctionComponent<object> & { PreviewProps: object }
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
      for (const language of LANGUAGES) {
        const { html } = await renderMail(createElement(Mail, { ...Mail.PreviewProps, language }))
        for (const width of [390, 700])
          for (const colorScheme of ['light', 'dark'] as const) {
            const page = await openPage(browser, { viewport: { width, height: 800 }, colorScheme })
            await page.setContent(html)
            expect(await seriousViolations(page), `${name} ${language} ${width} ${colorScheme}`).toEqual([])
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
            const file = `${name}-${language}-${width}-${colorScheme}.png`
            await page.screenshot({ path: path.join(results, file), fullPage: true })
            await page.context().close()
          }
      }
    },
    120_000,
  )
})
