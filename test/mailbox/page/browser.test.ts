import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium, openBrowser } from '../../support/browser.ts'
import { aMailbox, letter } from '../a-mailbox.ts'

let browser: Browser

// Each test is counted as skipped, by name, where there is no Chromium.
const inBrowser = test.skipIf(!findChromium())
beforeAll(async () => {
  if (findChromium()) browser = await openBrowser()
})
afterAll(() => browser?.close())

const html = (url: string) =>
  `<html lang="en"><body><h1>Hello</h1><p>${'Some words. '.repeat(400)}</p>
   <a href="${url}/pulse" target="_blank">Confirm</a>
   <script>top.document.title = 'taken'</script><img src="x" alt="" onerror="top.document.title = 'taken'"></body></html>`

async function aPage(options: object): Promise<Page & { problems: string[] }> {
  const page = await (await browser.newContext(options)).newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  return Object.assign(page, { problems })
}

inBrowser('without JavaScript: read, follow the link in the letter, reply, turn the day', async () => {
  const opened: Awaited<ReturnType<typeof aMailbox>> = await aMailbox({
    nextDay: async () => void (await opened.resend.emails.send(letter({ subject: 'Day two' }))),
  })
  const { resend, url, mailbox, types } = opened
  const { id } = (await resend.emails.send(letter({ html: html(url), replyTo: 'r@reply.lettercourse.dev' })))
    .data!
  await mailbox.settled()
  const page = await aPage({ javaScriptEnabled: false })
  await page.goto(url)
  await page.getByLabel('Write back to Mara Lind').fill('I noticed the rain.')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await page.getByText('Your reply is on its way.').waitFor()
  expect(await page.getByText('I noticed the rain.').count()).toBe(1)
  await mailbox.settled()
  expect(types()).toContain('email.received')
  await page.getByRole('button', { name: 'Next day' }).click()
  await page.getByRole('heading', { name: 'Day two' }).waitFor()
  await page.goto(`${url}/mails/${id}`)
  await page.frameLocator('iframe').getByText('Confirm').click()
  await page.waitForURL(`${url}/pulse`)
  expect(page.context().pages()).toHaveLength(1)
  await page.context().close()
})

inBrowser(
  'with JavaScript: the letter fits its frame, is marked as read, and cannot touch the page',
  async () => {
    const { resend, url } = await aMailbox()
    const { id } = (await resend.emails.send(letter({ html: html(url) }))).data!
    const page = await aPage({})
    await page.goto(`${url}/mails/${id}`)
    const frame = page.locator('iframe')
    await expect.poll(async () => (await frame.boundingBox())!.height).toBeGreaterThan(700)
    const inner = await frame.evaluate(
      (element) => (element as HTMLIFrameElement).contentDocument!.documentElement.scrollHeight,
    )
    expect((await frame.boundingBox())!.height).toBeGreaterThanOrEqual(inner)
    expect(await page.title()).toBe('Mailbox · Lettercourse')
    await expect.poll(async () => (await (await fetch(url)).text()).includes('class="unread"')).toBe(false)
    await resend.emails.send(letter({ subject: 'Another' }))
    await page.getByText('A new letter has arrived.').click()
    await page.getByRole('heading', { name: 'Another' }).waitFor()
    expect(page.problems).toEqual([])
    await page.context().close()
  },
)

inBrowser.each([
  [375, 'light'],
  [1280, 'dark'],
] as const)('nothing to object to at %d pixels, %s', async (width, colorScheme) => {
  const { resend, url, clock } = await aMailbox({ nextDay: async () => undefined, courseUrl: 'http://c.dev' })
  const page = await aPage({ viewport: { width, height: 800 }, colorScheme })
  const check = async (path: string) => {
    await page.goto(`${url}${path}`)
    // Evaluated, not added: the page's own policy would refuse a script tag.
    await page.evaluate(axe.source)
    const violations = await page.evaluate(async () => {
      // axe puts itself on window
      const { axe: onPage } = window as unknown as { axe: typeof axe }
      const { violations } = await onPage.run(document, { iframes: false })
      return violations.map((each) => [each.id, each.nodes[0]?.html])
    })
    expect(violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(await page.locator('h1').count()).toBe(1)
  }
  await check('')
  const long = letter({
    to: `${'a'.repeat(60)}@${'long-'.repeat(10)}reader.dev`,
    subject: 'Unbroken'.repeat(20),
  })
  await resend.batch.send([letter({ html: '<p>Hi</p>' }), long, letter({ to: 'bounced@resend.dev' })])
  const ids = (await resend.emails.list()).data!.data.map((each) => each.id)
  clock.now = new Date('2026-12-30T09:00:00Z')
  await check('')
  await check('?notice=next-day&arrived=3')
  for (const id of ids)
    for (const view of ['letter', 'text', 'headers']) await check(`/mails/${id}?view=${view}`)
  await page.context().close()
})
