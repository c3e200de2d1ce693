import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aMailbox, letter } from '../a-mailbox.ts'

const textOf = async (url: string) => (await fetch(url)).text()
const post = (url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })

test('an empty mailbox says where to begin', async () => {
  const { url } = await aMailbox({ courseUrl: 'http://course.dev/c', adminUrl: 'http://course.dev/admin' })
  const page = await textOf(url)
  expect(page).toContain('No letters yet')
  expect(page).toContain('href="http://course.dev/c"')
  expect(page).toContain('href="http://course.dev/admin"')
})

test('readers come with their letters, the newest last, and the newest is shown', async () => {
  const { resend, url } = await aMailbox()
  for (const subject of ['First', 'Second']) await resend.emails.send(letter({ subject }))
  await resend.emails.send(letter({ to: 'Ben <Ben@Reader.dev>', subject: 'Hello Ben' }))
  const page = await textOf(`${url}?reader=ada@reader.dev`)
  expect(page).toContain('2 readers')
  expect(page.indexOf('ben@reader.dev')).toBeLessThan(page.indexOf('ada@reader.dev'))
  expect(page.indexOf('First')).toBeLessThan(page.indexOf('Second'))
  expect(page).toContain('<h2>Second</h2>')
  expect(page).not.toContain('Hello Ben')
})

test('GET changes nothing: not the file, not the read marks', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'mailbox-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const journal = join(directory, 'j.jsonl')
  const { resend, url, mailbox } = await aMailbox({ journal, nextDay: async () => undefined })
  const { id } = (await resend.emails.send(letter({ html: '<p>Hi</p>' }))).data!
  await mailbox.settled()
  await new Promise((resolve) => setTimeout(resolve, 50))
  const before = await readFile(journal, 'utf8')
  const paths = [
    '',
    `/mails/${id}`,
    `/mails/${id}?view=text`,
    `/mails/${id}?view=headers`,
    `/mails/${id}/html`,
  ]
  for (const path of [...paths, '/pulse']) expect((await fetch(`${url}${path}`)).status).toBe(200)
  for (const path of ['/next-day', `/mails/${id}/replies`, `/mails/${id}/seen`])
    expect((await fetch(`${url}${path}`)).status).toBe(404)
  expect(await textOf(url)).toContain('class="unread"')
  expect(await readFile(journal, 'utf8')).toBe(before)
  await post(`${url}/mails/${id}/seen`)
  expect(await textOf(url)).not.toContain('class="unread"')
})

test('whatever a mail contains, the page around it stays ours', async () => {
  const { resend, url } = await aMailbox()
  const evil = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
  const sent = await resend.emails.send(
    letter({
      subject: evil,
      text: `${evil} https://reader.dev/?a="b javascript:alert(1)`,
      from: 'Mara <mara@letters.lettercourse.dev>',
      headers: { 'X-Evil': evil },
    }),
  )
  for (const view of ['letter', 'text', 'headers']) {
    const page = await textOf(`${url}/mails/${sent.data!.id}?view=${view}`)
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<img')
    expect(page).not.toContain('href="javascript:')
  }
  const found = await textOf(`${url}?find=${encodeURIComponent(evil)}&reader=${encodeURIComponent(evil)}`)
  expect(found).not.toContain('<script>alert')
})

test('the letter is a document of its own under a policy that runs nothing', async () => {
  const { resend, url } = await aMailbox()
  const html =
    '<!doctype html><html><head><title>x</title></head><body><a target="_blank" href="https://a.dev">a</a></body></html>'
  const { id } = (await resend.emails.send(letter({ html }))).data!
  const answer = await fetch(`${url}/mails/${id}/html`)
  expect(answer.headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*form-action 'none'.*sandbox/,
  )
  expect(await answer.text()).toBe(
    '<!doctype html><html><head><base target="_top"><title>x</title></head><body><a target="_top" href="https://a.dev">a</a></body></html>',
  )
  const page = await textOf(`${url}/mails/${id}`)
  expect(page).toContain(`src="/mailbox/mails/${id}/html"`)
  expect(page).toMatch(/sandbox="(?!.*allow-scripts)[^"]*allow-top-navigation-by-user-activation/)
})

test('the next day comes with what arrived on it', async () => {
  const day = 24 * 60 * 60 * 1000
  const opened: Awaited<ReturnType<typeof aMailbox>> = await aMailbox({
    nextDay: async () => {
      opened.clock.now = new Date(opened.clock.now.getTime() + day)
      // As workers do: a moment after the clock moved.
      setTimeout(() => void opened.resend.emails.send(letter({ subject: 'Day two' })), 150)
    },
  })
  const { resend, url } = opened
  await resend.emails.send(letter({ subject: 'Day one' }))
  expect(await textOf(url)).toContain('Monday, 23 November 2026')
  const turned = await post(`${url}/next-day`, { reader: 'ada@reader.dev' })
  expect(turned.status).toBe(303)
  const page = await textOf(new URL(turned.headers.get('location')!, url).href)
  expect(page).toContain('It is Tuesday, 24 November 2026. One letter arrived.')
  expect(page).toContain('<h2>Day two</h2>')
})

test('a day on which nothing falls due says so, and a clock that does not move too', async () => {
  const quiet = await aMailbox({ nextDay: async () => undefined })
  await quiet.resend.emails.send(letter())
  const turned = await post(`${quiet.url}/next-day`, { reader: 'ada@reader.dev' })
  expect(await textOf(new URL(turned.headers.get('location')!, quiet.url).href)).toContain(
    'No letter was due',
  )
  const without = await aMailbox()
  expect(await textOf(without.url)).not.toContain('next-day')
})

test('forms of other sites are refused', async () => {
  const { resend, url } = await aMailbox({ nextDay: async () => undefined })
  const { id } = (await resend.emails.send(letter())).data!
  const crossed: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://elsewhere.dev' },
    { origin: 'null' },
    { origin: 'nonsense' },
  ]
  for (const headers of crossed) {
    expect((await post(`${url}/next-day`, {}, headers)).status).toBe(403)
    expect((await post(`${url}/mails/${id}/replies`, { words: 'x' }, headers)).status).toBe(403)
  }
  expect(
    (await post(`${url}/mails/${id}/replies`, { words: 'x' }, { origin: new URL(url).origin })).status,
  ).toBe(303)
})

test('a reply to an address nothing listens to is announced as such', async () => {
  const { resend, url } = await aMailbox()
  const heard = (await resend.emails.send(letter({ replyTo: 'r+a@reply.lettercourse.dev' }))).data!
  const unheard = (await resend.emails.send(letter())).data!
  expect(await textOf(`${url}/mails/${heard.id}`)).toContain('with the letter quoted below')
  expect(await textOf(`${url}/mails/${unheard.id}`)).toContain('which nothing listens to')
})

test('one among many readers is found by address', async () => {
  const { resend, url } = await aMailbox()
  await resend.batch.send(Array.from({ length: 80 }, (_, i) => letter({ to: `reader${i}@reader.dev` })))
  expect(await textOf(url)).toContain('And 20 more')
  const found = await textOf(`${url}?find=reader7@`)
  expect(found).toContain('reader7@reader.dev')
  expect(found).not.toContain('reader8@reader.dev')
})
