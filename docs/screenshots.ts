/**
 * `npm run screenshots`: starts Lettercourse on an empty directory, lives two days of the course, and takes the README's
 * pictures into docs/images. `npm run screenshots -- --all FOLDER` takes every page instead, as desktop and phone see
 * it, light and dark, for whoever wants to look at them. Needs Chromium.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { findChromium, openBrowser } from '../test/support/browser.ts'
import { npmStart, type Started } from '../test/support/npm-start.ts'
import { freePort } from '../test/support/postgres.ts'

const IMAGES = path.join(import.meta.dirname, 'images')
const DESKTOP = { width: 1280, height: 860 }
const PHONE = { width: 375, height: 812 }

const READERS = [
  { email: 'ruth@example.org', first_name: 'Ruth', timezone: 'Europe/Berlin', send_time: '07:30' },
  { email: 'sam@example.org', first_name: 'Sam', timezone: 'America/New_York', send_time: '06:00' },
  { email: 'noor@example.org', first_name: '', timezone: 'Asia/Kolkata', send_time: '21:00' },
]
const REPLIES = [
  ['ruth@example.org', 'The garden, mostly. And having somebody to tell small things to in the evening.'],
  ['sam@example.org', 'Sunday mornings. I had not thought of it as a loss until the letter asked.'],
  [
    'noor@example.org',
    'I read it three times. Everyone says to give it a year, and most days I can. But at night I lie there and think that everyone would be better off without me, and I do not know whom to tell.',
  ],
] as const

const { values } = parseArgs({ options: { all: { type: 'string' } } })
if (!findChromium()) {
  console.error('Screenshots need Chromium: install it, or name one with CHROMIUM_PATH.')
  process.exit(1)
}
const directory = mkdtempSync(path.join(tmpdir(), 'lettercourse-screenshots-'))
const app = await npmStart(directory, await freePort())
const browser = await openBrowser()
try {
  if (values.all) await takeAll(values.all)
  else await takeForReadme()
} catch (error) {
  console.error(app.output())
  throw error
} finally {
  await browser.close()
  await app.interrupt()
  rmSync(directory, { recursive: true, force: true })
}

async function takeForReadme(): Promise<void> {
  const lived = await liveTwoDays(app)
  mkdirSync(IMAGES, { recursive: true })
  const shoot = async (name: string, address: string, height = DESKTOP.height) => {
    const page = await open(browser, { viewport: { ...DESKTOP, height }, storageState: lived.author })
    await page.goto(address)
    await settled(page)
    await page.screenshot({ path: path.join(IMAGES, `${name}.png`) })
    await page.context().close()
  }
  await shoot('lesson', lived.lesson)
  await shoot('studio', lived.editor)
  await shoot('replies', `${app.url}/admin/replies`, 360)
  await shoot('reply', lived.reply, 640)
  console.log(`Taken into ${path.relative(process.cwd(), IMAGES)}.`)
}

async function takeAll(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const before = {
    'mailbox-empty': app.mailbox,
    'account-make': app.admin,
    'sign-in': `${app.url}/admin/sign-in`,
  }
  await shootAll(folder, before)
  const lived = await liveTwoDays(app)
  const address = (path: string) => `${app.url}${path}`
  const pages = {
    course: app.course,
    asked: `${app.course}/asked`,
    confirm: lived.confirm,
    preferences: lived.preferences,
    unsubscribe: lived.unsubscribe,
    nowhere: address('/nowhere'),
    'mailbox-letter': lived.lesson,
    'mailbox-text': `${lived.lesson}?view=text`,
    'mailbox-headers': `${lived.lesson}?view=headers`,
    'mail-lesson': `${lived.lesson}/html`,
    'mail-confirmation': `${lived.confirmation}/html`,
    'mail-answer': `${lived.answer}/html`,
    courses: address('/admin'),
    'course-edit': address('/admin/sequences/wanting-to-be-wanted'),
    editor: lived.editor,
    replies: address('/admin/replies'),
    'replies-care': address('/admin/replies?show=care'),
    'replies-answered': address('/admin/replies?show=answered'),
    'replies-prompts': address('/admin/replies/prompts'),
    'saved-answers': address('/admin/replies/saved-answers'),
    accounts: address('/admin/accounts'),
    reply: lived.reply,
    'reply-care': lived.inCare,
    'reply-original': `${lived.inCare}/original`,
    readers: address('/admin/readers'),
    reader: lived.reader,
    sending: address('/admin/sending'),
  }
  await shootAll(folder, pages, lived.author)
  console.log(`Taken into ${folder}.`)
}

async function shootAll(folder: string, pages: Record<string, string>, author?: StorageState): Promise<void> {
  for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE }))
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(browser, { viewport, colorScheme, storageState: author })
      for (const [name, address] of Object.entries(pages)) {
        await page.goto(address)
        await settled(page)
        const file = path.join(folder, `${name}-${size}-${colorScheme}.png`)
        await page.screenshot({ path: file, fullPage: true })
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        if (width > viewport.width) console.log(`${name} is ${width} pixels wide on a ${size}`)
      }
      await page.context().close()
    }
}

/** Three readers have come as far as lesson 3, two wrote back, one of them was answered. */
async function liveTwoDays({ url, course, mailbox, admin }: Started) {
  const author = await open(browser)
  await author.goto(admin)
  await author.getByLabel('Your name').fill('Laurie')
  await author.getByLabel('E-mail').fill('laurie@example.org')
  await author.getByLabel('Password').fill('a short sentence')
  await author.getByRole('button', { name: 'Make the account and sign in' }).click()
  await author.getByRole('heading', { name: 'Courses' }).waitFor()

  const slug = course.split('/').at(-1)
  for (const reader of READERS)
    await fetch(`${url}/signups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ course: slug, ...reader }),
    })
  const confirmations = await mails('Please confirm', READERS.length)
  for (const { text } of confirmations) await fetch(linkIn(text, 'signups'), { method: 'POST' })
  await mails("You don't want them back", READERS.length)
  await nextDay()
  await nextDay()
  const second = await mails('What Sandy lost', READERS.length)
  for (const [email, words] of REPLIES) {
    const mail = second.find(({ to }) => to[0] === email)!
    await fetch(`${mailbox}/mails/${mail.id}/replies`, {
      method: 'POST',
      body: new URLSearchParams({ words }),
    })
  }
  await author.goto(`${url}/admin/replies`)
  while ((await author.locator('.inbox li').count()) < REPLIES.length) {
    await sleep(300)
    await author.reload()
  }
  const href = (name: string) => author.locator('.inbox a', { hasText: name }).first().getAttribute('href')
  const [reply, inCare] = [await href('Ruth'), await href('noor')]
  await author.goto(url + reply)
  await author.getByLabel('Your answer').fill('Thank you for telling me.\n\nWhat grew there in May?')
  await author.getByRole('button', { name: 'Send the answer' }).click()
  await author.getByText('Your answer is on its way.').waitFor()
  const [answer] = await mails('Re: What Sandy lost', 1)
  await nextDay()
  const third = await mails('only my ego', 1)
  const ruths = third.find(({ to }) => to[0] === READERS[0]!.email)!

  // One more signs up and does not confirm yet.
  await fetch(`${url}/signups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...READERS[1], course: slug, email: 'kim@example.org' }),
  })
  const waiting = await mails('Please confirm', READERS.length + 1)
  await author.goto(`${url}/admin/readers`)
  const reader = await author.locator('a[href^="/admin/readers/"]').first().getAttribute('href')
  return {
    author: await author.context().storageState(),
    confirm: linkIn(waiting.at(-1)!.text, 'signups'),
    confirmation: `${mailbox}/mails/${waiting.at(-1)!.id}`,
    preferences: linkIn(ruths.text, 'me'),
    unsubscribe: linkIn(ruths.text, 'unsubscribe'),
    lesson: `${mailbox}/mails/${ruths.id}`,
    answer: `${mailbox}/mails/${answer!.id}`,
    editor: `${url}/admin/sequences/${slug}/lessons/ask-sofia`,
    reply: url + reply,
    inCare: url + inCare,
    reader: url + reader,
  }

  function nextDay() {
    return fetch(`${mailbox}/next-day`, { method: 'POST', redirect: 'manual' })
  }

  /** Waits until so many mails have a subject with these words in it, oldest first. */
  async function mails(words: string, count: number): Promise<Mail[]> {
    const ask = async <Answer>(path: string) => {
      await sleep(150)
      const headers = { authorization: 'Bearer re_mailbox' }
      return (await (await fetch(`${mailbox}/resend${path}`, { headers })).json()) as Answer
    }
    for (let tries = 0; tries < 60; tries++) {
      const { data } = await ask<{ data: Mail[] }>('/emails?limit=100')
      const found = data.filter((mail) => mail.subject.includes(words)).reverse()
      if (found.length >= count) {
        const whole: Mail[] = []
        for (const { id } of found) whole.push(await ask<Mail>(`/emails/${id}`))
        return whole
      }
      await sleep(500)
    }
    throw new Error(`No ${count} mails with "${words}" in their subject came.`)
  }
}

interface Mail {
  id: string
  to: string[]
  subject: string
  text: string
}

type StorageState = BrowserContextOptions['storageState']

function linkIn(text: string, kind: string): string {
  const link = new RegExp(`http:\\S+/${kind}/[^\\s)>\\]]+`).exec(text)?.[0]
  if (!link) throw new Error(`There is no link to /${kind}/ in:\n${text}`)
  return link
}

async function open(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options })).newPage()
}

/** Frames fit themselves to their letter a moment after it has loaded. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(300)
}
