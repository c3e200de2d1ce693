/** The browser that is installed here, when there is one. */
import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** CHROMIUM_PATH, else Debian's; undefined when there is none, or when a run asks for what a newcomer has. */
export function findChromium(): string | undefined {
  if (process.env.LETTERCOURSE_TEST_EMBEDDED_ONLY === '1') return undefined
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
    existsSync(file),
  )
}

/** Starts it with a new, empty profile, which playwright makes and removes. It asks nothing of the network. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      ...['--no-sandbox', '--headless', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  })
}

/** A page that notes whatever its console complains about. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page & { complaints: string[] }> {
  const page = await (await browser.newContext(options)).newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} at ${page.url()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${error} at ${page.url()}`))
  return Object.assign(page, { complaints })
}

/** What axe holds against the page, a line each; only what is serious or critical. */
export async function seriousViolations(page: Page): Promise<string[]> {
  // Evaluated, not added: a page's own policy would refuse a script tag.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run(root: unknown, options: object): Promise<AxeResults> } }
    ).axe.run(document, { iframes: false })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${document.title}: ${id}, ${help}: ${nodes[0]?.html}`)
  })
}

interface AxeResults {
  violations: { id: string; impact: string; help: string; nodes: { html: string }[] }[]
}
