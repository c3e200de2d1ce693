/** The one command, as a person runs it: how it starts, ends, refuses, and outlives being killed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../src/db/open-database.ts'
import { killAll, npmStart, npmStartRefused, type Ended, type Started } from './support/npm-start.ts'
import { freePort } from './support/postgres.ts'

const SLOW = 300_000
const ZONES = ['Pacific/Auckland', 'Asia/Kolkata', 'Europe/Berlin', 'America/New_York', 'America/Los_Angeles']
const HOURS = ['06:00', '21:30', '08:00', '07:30', '12:00']

/** On the way through the days, besides two before them. CI asks for more, since each costs a start. */
const KILLS = Number(process.env.LETTERCOURSE_TEST_KILLS ?? 2)

let directory: string
let dataDir: string
let port: number
/** Left running by the first test for the last one, since each start costs seconds. */
let running: Started | undefined

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'lettercourse-start-'))
  dataDir = path.join(directory, 'data')
  port = await freePort()
})
afterAll(() => {
  killAll()
  rmSync(directory, { recursive: true, force: true })
})

test(
  'it starts with nothing set, prints three addresses that work, refuses a second start, and ends on Ctrl-C',
  async () => {
    const app = await npmStart(dataDir, port)
    expect(app.output()).toContain('Preparing the embedded database')
    expect(app.course).toBe(`${app.url}/courses/wanting-to-be-wanted`)
    expect(app.mailbox).toBe(`${app.url}/mailbox`)
    for (const address of [app.course, app.mailbox, app.admin])
      expect((await fetch(address)).status).toBe(200)
    expect(await (await fetch(`${app.url}/readyz`)).text()).toBe('ready')

    const [twice, taken] = await Promise.all([
      npmStartRefused({ DATA_DIR: dataDir, PORT: '0' }),
      npmStartRefused({ DATA_DIR: path.join(directory, 'other'), PORT: String(port) }),
    ])
    expect(sentenceOf(twice)).toMatch(/^The data directory \S+ is already in use by process \d+: /)
    expect(sentenceOf(taken)).toMatch(/^Port \d+ is already in use, /)
    expect((await fetch(app.mailbox)).status, 'the first one goes on').toBe(200)

    await signUp(app, 'ruth@readers.test', 0)
    await until(async () => (await listMails(app)).length === 1)
    const ended = await app.interrupt()
    expect([ended.code, ended.stderr]).toEqual([0, ''])

    const silent = `redis://127.0.0.1:${await freePort()}`
    const noRedis = await npmStartRefused({ DATA_DIR: dataDir, PORT: '0', REDIS_URL: silent })
    expect(sentenceOf(noRedis)).toMatch(/^The Redis server in REDIS_URL \(127.0.0.1:\d+\) does not answer: /)

    running = await npmStart(dataDir, port)
    expect(running.output()).not.toContain('Preparing')
    expect((await listMails(running)).map((mail) => mail.to)).toEqual([['ruth@readers.test']])
  },
  SLOW,
)

test(
  'what cannot start says why in one sentence',
  async () => {
    const file = path.join(directory, 'a-file')
    writeFileSync(file, '')
    const elsewhere = path.join(directory, 'never-made')
    const silent = await freePort()

    const closed = path.join(directory, 'closed')
    mkdirSync(closed, { mode: 0o000 })
    // Root may read everything, so for root the closed directory is the file once more.
    const unreadable = process.getuid?.() === 0 ? file : closed
    const [inPlace, forbidden, bad, half, noPostgres] = await Promise.all(
      [
        { DATA_DIR: file, PORT: '0' },
        { DATA_DIR: unreadable, PORT: '0' },
        { DATA_DIR: elsewhere, PORT: 'many', REDIS_URL: 'localhost' },
        { DATA_DIR: elsewhere, RESEND_API_KEY: 're_of_nobody' },
        { DATA_DIR: elsewhere, PORT: '0', DATABASE_URL: `postgres://nobody@127.0.0.1:${silent}/nothing` },
      ].map(npmStartRefused),
    )
    expect(sentenceOf(inPlace!)).toContain(file)
    expect(sentenceOf(forbidden!)).toContain(unreadable)
    expect(sentenceOf(bad!)).toMatch(/PORT must be a number; REDIS_URL must be an address/)
    for (const name of ['PUBLIC_URL', 'RESEND_WEBHOOK_SECRET', 'MAIL_FROM', 'POSTAL_ADDRESS', 'SECRET_KEY'])
      expect(sentenceOf(half!)).toContain(`${name} is missing`)
    expect(sentenceOf(noPostgres!)).toContain(`127.0.0.1:${silent}`)
  },
  SLOW,
)

test(
  'killed again and again in the middle of the week: every lesson exactly once for everybody',
  async () => {
    let app = running ?? (await npmStart(dataDir, port))
    const readers = ZONES.map((_, place) => `reader-${place}@readers.test`)
    const random = seeded(Number(process.env.LETTERCOURSE_TEST_SEED ?? Date.now() % 1_000_000))

    await Promise.all(readers.map((reader, place) => signUp(app, reader, place)))
    await until(async () => (await mailsTo(app, readers)).length === readers.length)
    const confirmations = await mailsTo(app, readers)
    const buttons = await Promise.all(confirmations.map((mail) => confirmationIn(app, mail.id)))

    // Killed while people press the button: whoever was not told "You are in" presses it once more.
    await killDuring(
      buttons.map((button) => fetch(button, { method: 'POST' })),
      random(0, 400),
    )
    app = await npmStart(dataDir, port)
    for (const button of buttons) expect((await fetch(button, { method: 'POST' })).status).toBe(200)

    const isFinish = ({ subject }: Listed) => subject.startsWith('You have read all of')
    const lettersIn = async () =>
      (await mailsTo(app, readers)).filter((mail) => confirmations.every(({ id }) => id !== mail.id))
    const lessonsIn = async () => (await lettersIn()).filter((mail) => !isFinish(mail))
    await until(async () => (await lessonsIn()).length === readers.length)

    // Killed while one of them writes back, and on the way through the days.
    const [first] = await lessonsIn()
    await killDuring([writeBack(app, first!.id)], random(0, 150))
    app = await npmStart(dataDir, port)
    await writeBack(app, first!.id)
    for (let kills = 0; kills < KILLS; kills++) {
      await killDuring([nextDay(app)], random(0, 2_500))
      app = await npmStart(dataDir, port)
      if (kills % 2 === 1) await nextDay(app)
    }
    for (let days = 0; days < 9 && (await lessonsIn()).length < readers.length * 7; days++) await nextDay(app)
    // And nothing more comes after the end.
    await nextDay(app)
    await nextDay(app)

    const finishes = (await lettersIn()).filter(isFinish)
    expect(finishes.map(({ to }) => to[0]).sort(), 'the end is told once').toEqual([...readers].sort())
    const lessons = await lessonsIn()
    const course = lessonsOf(lessons, readers[0]!).map((mail) => mail.subject)
    expect(course).toHaveLength(7)
    expect(new Set(course).size).toBe(7)
    for (const [place, reader] of readers.entries()) {
      const theirs = lessonsOf(lessons, reader)
      expect(
        theirs.map((mail) => mail.subject),
        `the lessons of ${reader}, in order`,
      ).toEqual(course)
      const days = theirs.map((mail) => localDay(mail.created_at, ZONES[place]!))
      expect(new Set(days).size, `one a local day for ${reader}: ${days}`).toBe(7)
    }
    const received = await askResend<{ data: { id: string }[] }>(app, '/emails/receiving')
    expect((await app.interrupt()).code).toBe(0)

    // Our own books say the same: each left once, and what became of it was recorded.
    const db = await openDatabase({ dataDir })
    const rows = await db.kysely
      .selectFrom('deliveries')
      .select(['resend_id', 'submitted_at', 'delivered_at'])
      .where('kind', '=', 'lesson')
      .execute()
    const open = await db.kysely
      .selectFrom('batches')
      .select('id')
      .where('submitted_at', 'is', null)
      .execute()
    const replies = await db.kysely.selectFrom('replies').select(['inbound_id', 'matched_by']).execute()
    await db.close()
    expect(rows).toHaveLength(readers.length * 7)
    expect(rows.map((row) => row.resend_id).sort()).toEqual(lessons.map((mail) => mail.id).sort())
    expect(rows.every((row) => row.submitted_at && row.delivered_at)).toBe(true)
    expect(open).toEqual([])
    expect(replies.map((row) => row.inbound_id).sort()).toEqual(received.data.map(({ id }) => id).sort())
    expect(new Set(replies.map((row) => row.matched_by))).toEqual(new Set(['token']))

    async function killDuring(requests: Promise<unknown>[], afterMs: number) {
      const broken = Promise.allSettled(requests)
      await sleep(afterMs)
      await app.kill()
      await broken
    }
  },
  SLOW,
)

/** What it said on the way out, which has to be one sentence for a person and nothing else. */
function sentenceOf({ code, stdout, stderr }: Ended): string {
  const lines = stderr.trim().split('\n')
  expect([code, lines.length], stdout + stderr).toEqual([1, 1])
  expect(stderr).not.toMatch(/ {4}at |\bError:|node:internal/)
  expect(stderr.trim()).toMatch(/[.)]$/)
  return lines[0]!
}

interface Listed {
  id: string
  to: string[]
  subject: string
  created_at: string
}

/** Asked as anybody would ask Resend, and as patiently: it counts our requests too. */
async function askResend<Answer>(app: Started, path: string): Promise<Answer> {
  for (;;) {
    const answer = await fetch(`${app.mailbox}/resend${path}`, {
      headers: { authorization: 'Bearer re_mailbox' },
    })
    if (answer.ok) return (await answer.json()) as Answer
    expect(answer.status).toBe(429)
    await sleep(1_000)
  }
}

/** Everything the stand-in took, oldest first. */
async function listMails(app: Started): Promise<Listed[]> {
  const mails: Listed[] = []
  for (;;) {
    const after = mails.length > 0 ? `&after=${mails.at(-1)!.id}` : ''
    const page = await askResend<{ data: Listed[]; has_more: boolean }>(app, `/emails?limit=100${after}`)
    mails.push(...page.data)
    if (!page.has_more) return mails.reverse()
  }
}

const mailsTo = async (app: Started, readers: string[]) =>
  (await listMails(app)).filter((mail) => readers.includes(mail.to[0]!))
const lessonsOf = (lessons: Listed[], reader: string) => lessons.filter((mail) => mail.to[0] === reader)

async function confirmationIn(app: Started, id: string): Promise<string> {
  const { text } = await askResend<{ text: string }>(app, `/emails/${id}`)
  return /http:\S+\/signups\/\w+\/confirmation/.exec(text)![0]
}

async function signUp(app: Started, email: string, place: number): Promise<void> {
  const body = { course: 'wanting-to-be-wanted', email, timezone: ZONES[place], send_time: HOURS[place] }
  const answer = await fetch(`${app.url}/signups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect([answer.status, await answer.json()]).toEqual([202, { status: 'confirmation_sent' }])
}

const writeBack = (app: Started, mailId: string) =>
  fetch(`${app.mailbox}/mails/${mailId}/replies`, {
    method: 'POST',
    body: new URLSearchParams({ words: 'The garden, mostly.' }),
    redirect: 'manual',
  })

/** The button of the mailbox. */
const nextDay = (app: Started) => fetch(`${app.mailbox}/next-day`, { method: 'POST', redirect: 'manual' })

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries > 100) throw new Error('it did not come true in time')
    await sleep(400)
  }
}

const localDay = (instant: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant))

/** Random moments that a failed run can be repeated with. */
function seeded(seed: number): (least: number, most: number) => number {
  console.log(`LETTERCOURSE_TEST_SEED=${seed}`)
  let state = seed >>> 0
  return (least, most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return least + Math.floor((state / 2 ** 32) * (most - least))
  }
}
