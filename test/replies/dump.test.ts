/**
 * The whole life of a reply, and then a search for its words: in every table, in what `pg_dump` writes, and in the log. Not in clear,
 * not in hex, not in base64.
 */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeAdminLink } from '../../src/admins/make-admin-link.ts'
import { sendCareNotices } from '../../src/admins/send-care-notices.tsx'
import { linksOf } from '../../src/deliveries/outgoing-mail.ts'
import { answerReply } from '../../src/replies/answer-reply.ts'
import { addNote } from '../../src/replies/notes.ts'
import { readReply } from '../../src/replies/read-reply.ts'
import { searchReplies } from '../../src/replies/search-replies.ts'
import { exportPerson } from '../../src/rights/export.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { aCourse, aReader } from '../support/course.ts'

const SECRETS = {
  subject: 'About the orchard',
  reply: 'I want to kill myself, and nobody behind the mill knows it',
  file: 'letters-to-wilhelmina.txt',
  content: 'Dear Wilhelmina, the quinces are ripe again',
  note: 'Her sister in Ravensburg should be called',
  answer: 'We are glad that you said this to us, Ottilie',
  web: 'On the web I can say that the heron came back',
  unmatched: 'You do not know me, but the ferry has gone',
}

let app: TestApp
const logged: string[] = []
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  app = await startApp({ at: '2027-01-11T15:00:00Z', log })
  await live()
}, 120_000)
afterAll(() => app.close())

const send = (from: string, to: string, subject: string, text: string) =>
  app.mailbox.receive(
    [
      `From: Ottilie <${from}>`,
      `To: <${to}>`,
      `Subject: ${subject}`,
      `Message-ID: <${encodeURIComponent(subject)}@readers.test>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--b',
      `Content-Type: text/plain; name="${SECRETS.file}"`,
      `Content-Disposition: attachment; filename="${SECRETS.file}"`,
      '',
      SECRETS.content,
      '--b--',
      '',
    ].join('\r\n'),
    { from, to: [to] },
  )

async function live() {
  const { context, clock } = app
  const now = clock.now()
  const link = await makeAdminLink(context, { now: new Date() })
  const form = { name: 'Mo', email: 'mo@team.test', password: 'a quiet harbour at dawn' }
  const { origin } = new URL(app.context.config.publicUrl)
  const made = await fetch(app.url + new URL(link).pathname, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin },
    redirect: 'manual',
  })
  expect(made.status).toBe(303)
  const reader = await aReader(context, await aCourse(context, { repliesKeptDays: 30 }), {
    email: 'ottilie@readers.localhost',
  })
  await app.liveUntil('2027-01-11T15:01:00Z')
  const lesson = app.accepted.at(-1)!

  // Resend fails once while the reply is fetched: errors are told too, and must tell nothing.
  app.mailbox.faults.next(1, 'error-500', 'reading')
  await send(reader.email, lesson.reply_to[0]!, SECRETS.subject, SECRETS.reply)
  await send('stranger@elsewhere.test', 'hello@replies.lettercourse.localhost', 'Hello', SECRETS.unmatched)
  await app.quiet()
  const reply = await context.db.kysely
    .selectFrom('replies')
    .selectAll()
    .where('subscriber_id', '=', reader.id)
    .executeTakeFirstOrThrow()
  expect(reply).toMatchObject({ care_at: expect.any(Date), matched_by: 'token', quarantined_at: null })
  await sendCareNotices(context, now)
  await addNote(context, reply.id, { body: SECRETS.note, by: 'mo@team.test' }, now)
  const answer = { body: SECRETS.answer, authorName: 'Mo', by: 'mo@team.test' }
  expect(await answerReply(context, reply.id, answer, now)).toEqual({ answered: true })
  const { answerUrl } = linksOf(context.config, context.secrets, { id: reply.delivery_id! })
  const posted = await fetch(app.url + new URL(answerUrl).pathname, {
    method: 'POST',
    body: new URLSearchParams({ words: SECRETS.web, nonce: crypto.randomUUID() }),
    redirect: 'manual',
  })
  expect(posted.status).toBe(303)
  await app.quiet()

  // Everything is there for those who may see it …
  const opened = await readReply(context, reply.id, 'mo@team.test', now)
  expect(opened!.content).toMatchObject({ reply: SECRETS.reply })
  const found = await searchReplies(context, { words: 'heron' }, 'mo@team.test', now)
  expect(found.hits).toHaveLength(1)
  const copy = JSON.stringify(await exportPerson(context, reader.id, app.url, now))
  for (const words of [SECRETS.reply, SECRETS.file, SECRETS.note, SECRETS.answer, SECRETS.web])
    expect(copy).toContain(words)
  expect(app.accepted.map((mail) => mail.text).join('\n')).toContain(SECRETS.answer)
  const notice = app.accepted.find((mail) => mail.to.includes('mo@team.test'))
  expect(notice).toBeDefined()
  expect(findAny(JSON.stringify(notice))).toEqual([])
}

/** Which of the sentences stand in `text` in clear, hex or base64, over how many lines and wherever they begin. */
function findAny(text: string): string[] {
  const clear = text.replace(/(\\[rn]|\s)+/g, ' ').toLowerCase()
  const encoded = text.replace(/\\[rn]|\s/g, '')
  return Object.values(SECRETS).filter((words) => {
    const bytes = Buffer.from(words)
    return (
      clear.includes(words.toLowerCase()) ||
      encoded.includes(bytes.toString('hex')) ||
      [0, 1, 2].some((shift) => encoded.includes(inBase64(bytes, shift)))
    )
  })
}

/** The characters that `bytes` alone decide when they begin `shift` bytes into a group of three. */
function inBase64(bytes: Buffer, shift: number): string {
  const skip = (3 - shift) % 3
  const whole = Math.floor((bytes.length - skip) / 3) * 3
  return bytes.subarray(skip, skip + whole).toString('base64')
}

/** Every row of every table, those of the queues too. */
async function everyTable(): Promise<string> {
  const { pool } = app.context.db
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const parts = []
  for (const { name } of tables)
    parts.push(
      ...(await pool.query(`select to_jsonb(t)::text as row from ${name} t`)).rows.map((one) => one.row),
    )
  return parts.join('\n')
}

test('the search finds a sentence in clear, in hex, and in base64 wherever it begins', () => {
  expect(findAny(`… ${SECRETS.note.replaceAll(' ', '\n')} …`)).toEqual([SECRETS.note])
  expect(findAny(Buffer.from(`a ${SECRETS.reply}`).toString('hex'))).toEqual([SECRETS.reply])
  for (const before of ['', 'a', 'ab', 'abc'])
    expect(
      findAny(Buffer.from(`${before}${SECRETS.web}.`).toString('base64').replace(/.{20}/g, '$&\n')),
    ).toEqual([SECRETS.web])
  expect(findAny('nothing of it')).toEqual([])
})

test('no table holds a sentence of a reply, a file, a note or an answer', async () => {
  const dump = await everyTable()
  expect(dump).toContain('mo@team.test')
  expect(findAny(dump)).toEqual([])
})

test('nor does what pg_dump writes', async ({ skip }) => {
  const { url } = app.context.db
  const command = pgDump()
  skip(!url || !command, 'needs PostgreSQL and pg_dump')
  const { stdout } = await promisify(execFile)(command!, ['--inserts', url!], { maxBuffer: 1 << 28 })
  expect(stdout).toContain('INSERT INTO public.replies')
  expect(findAny(stdout)).toEqual([])
})

test('nor does the log, which did tell of the failure on the way', () => {
  const log = logged.join('')
  expect(log).toContain('a job failed and will be tried again')
  expect(findAny(log)).toEqual([])
  expect(log).not.toContain('ottilie@readers.localhost')
})

test('a month later the tick has erased what was promised to go, and nothing seals it any more', async () => {
  const { context, clock } = app
  clock.set('2027-02-11T15:00:00Z')
  await context.jobs.enqueue('claim-due-lessons', {})
  const left = () =>
    context.db.kysely
      .selectFrom('replies as r')
      .select(['r.raw_sealed', 'r.content_sealed', 'r.care_because_sealed'])
      .where('r.erased_at', 'is not', null)
      .execute()
  // The reply by mail, the one on the web, and the stranger's.
  await vi.waitFor(async () => expect(await left()).toHaveLength(3), 10_000)
  const gone = { raw_sealed: null, content_sealed: null, care_because_sealed: null }
  expect(await left()).toEqual([gone, gone, gone])
  await vi.waitFor(async () => {
    const { rows } = await context.db.pool.query(
      `select (select count(*)::int from reply_notes) as notes, (select count(*)::int from reply_attachments) as files,
        (select count(*)::int from answers where body_sealed is not null) as answers,
        (select count(*)::int from deliveries where kind = 'answer' and length(sealed_mail) > 0) as mails`,
    )
    expect(rows).toEqual([{ notes: 0, files: 0, answers: 0, mails: 0 }])
  }, 10_000)
})

function pgDump(): string | undefined {
  const versions = '/usr/lib/postgresql'
  const installed = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : []
  return [
    ...installed.map((version) => path.join(versions, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ]
    .map((folder) => path.join(folder, 'pg_dump'))
    .find((file) => existsSync(file))
}
