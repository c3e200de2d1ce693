/** The whole journey, article to answered reply, through HTTP and the SDK, on a clock the test moves. */
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleOf } from '../src/articles/read-article.ts'
import { splitArticle } from '../src/articles/split-article.ts'
import { sequenceFiles, writeSequence } from '../src/articles/write-sequence.ts'
import type { AcceptedEmail } from '../src/mailbox/mailbox.ts'
import { answerReply } from '../src/replies/answer-reply.ts'
import { readReply } from '../src/replies/read-reply.ts'
import { seedSequences } from '../src/sequences/seed-sequences.ts'
import { readInboxFilter } from '../src/web/admin/replies/inbox-filter.ts'
import { listInbox } from '../src/web/admin/replies/list-inbox.ts'
import { startApp, type TestApp } from './support/app.ts'

const reader = 'ruth@readers.test.localhost'
let app: TestApp

beforeAll(async () => {
  // Wednesday in New York, four days before its clocks go forward (14 March 2027).
  app = await startApp({ at: '2027-03-10T19:00:00Z' })
})
afterAll(() => app.close())

const mailsOf = (kind: string) =>
  app.accepted.filter((mail) => mail.tags.some((tag) => tag.name === 'kind' && tag.value === kind))
const linkIn = (mail: AcceptedEmail, path: string) =>
  new RegExp(`${app.url}(/${path}/[^\\s"')>]+)`).exec(mail.text ?? '')![1]!
const post = (path: string, fields: Record<string, string> = {}) =>
  fetch(app.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

test('an article becomes a course, a reader takes it, a reply is answered', async () => {
  // Article → split → sequence.
  const folder = await mkdtemp(join(tmpdir(), 'lettercourse-story-'))
  const markdown = await readFile('sequences/wanting-to-be-wanted/article.md', 'utf8')
  const article = await articleOf(Buffer.from(markdown), 'markdown')
  const split = splitArticle(article, { lessons: 7 })
  expect(split.lessons).toHaveLength(7)
  await writeSequence(join(folder, 'from-an-article'), sequenceFiles(split, markdown))
  expect(await seedSequences(app.context.db.kysely, folder, app.clock.now())).toEqual(['from-an-article'])

  // A reader signs up; nobody is told anything but to look in the inbox.
  expect(await (await fetch(`${app.url}/courses/from-an-article`)).text()).toContain(
    'Send me the first letter',
  )
  const signup = {
    course: 'from-an-article',
    email: reader,
    first_name: 'Ruth',
    timezone: 'America/New_York',
    send_time: '07:30',
  }
  const asked = await post('/signups', signup)
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/courses/from-an-article/asked'])
  await app.quiet()
  const [confirmation] = mailsOf('confirmation')
  expect(confirmation!.to).toEqual([reader])

  // Opening the link confirms nothing; the button does.
  const confirmPath = linkIn(confirmation!, 'signups')
  expect((await fetch(app.url + confirmPath)).status).toBe(200)
  expect(await app.context.db.kysely.selectFrom('subscribers').select('id').execute()).toEqual([])
  expect(await (await post(confirmPath)).text()).toContain('You are in')
  await app.quiet()
  const proof = await app.context.db.kysely.selectFrom('signups').selectAll().executeTakeFirstOrThrow()
  expect(proof).toMatchObject({
    form_version: expect.any(String),
    requested_ip: expect.any(String),
    confirmed_ip: expect.any(String),
  })
  expect(proof.consent_wording).toContain('one letter a day')

  // Seven days at 07:30 of New York, across the change of its clocks.
  await app.liveUntil('2027-03-20T00:00:00Z')
  const lessons = mailsOf('lesson')
  expect(lessons.map((mail) => mail.created_at)).toEqual([
    '2027-03-10T19:00:00.000Z',
    '2027-03-11T12:30:00.000Z',
    '2027-03-12T12:30:00.000Z',
    '2027-03-13T12:30:00.000Z',
    '2027-03-14T11:30:00.000Z',
    '2027-03-15T11:30:00.000Z',
    '2027-03-16T11:30:00.000Z',
  ])
  expect(lessons[2]!.text).toContain('Day 3 of 7')
  expect(lessons[2]!.text).toContain('The next letter comes tomorrow, Saturday, at 7:30 am.')
  expect(lessons[6]!.text).toContain('last')
  expect(lessons[2]!.headers).toMatchObject({
    'List-Unsubscribe': expect.stringMatching(/^<http.*\/unsubscribe\/[a-z2-7]{26}>$/),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': expect.stringContaining('<from-an-article.'),
  })
  const standing = await app.context.db.kysely.selectFrom('enrollments').selectAll().executeTakeFirstOrThrow()
  expect(standing.completed_at).not.toBeNull()
  const outcomes = await app.context.db.kysely
    .selectFrom('deliveries')
    .select(['submitted_at', 'delivered_at'])
    .execute()
  expect(outcomes.every((row) => row.submitted_at && row.delivered_at)).toBe(true)

  // They hit Reply on the third lesson; the author reads it beside its prompt and answers.
  const third = lessons[2]!
  await app.mailbox.receive(
    [
      `From: Ruth <${reader}>`,
      `To: ${third.reply_to[0]}`,
      `Subject: Re: ${third.subject}`,
      'Message-ID: <ruth-1@readers.test>',
      `In-Reply-To: ${third.message_id}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      'I lost the garden, mostly.',
      '',
      'On Fri, 12 Mar 2027 at 07:30, Wanting to be wanted wrote:',
      '> the lesson',
    ].join('\r\n'),
    { from: reader, to: third.reply_to },
  )
  await app.quiet()
  const inbox = await listInbox(app.context.db.kysely, readInboxFilter({}), 'author', app.clock.now())
  const [listed] = inbox.replies
  expect(listed).toMatchObject({ email: reader, quarantined_at: null, automatic: false, in_care: false })
  const opened = await readReply(app.context, listed!.id, 'author', app.clock.now())
  expect(opened!.content!.reply).toBe('I lost the garden, mostly.')
  expect(opened!.row.lesson_subject).toBe(third.subject)
  expect(opened!.row.prompt).toBe(split.lessons[2]!.prompt)

  const answer = { body: 'Thank you for telling me.\n\nWhat grew there?', authorName: 'Laurie', by: 'author' }
  expect(await answerReply(app.context, listed!.id, answer, app.clock.now())).toEqual({ answered: true })
  await app.quiet()
  const [sent] = mailsOf('answer')
  expect(sent).toMatchObject({ to: [reader], subject: `Re: ${third.subject}` })
  expect(sent!.headers['In-Reply-To']).toBe('<ruth-1@readers.test>')
  expect(sent!.headers.References).toBe(`${third.message_id} <ruth-1@readers.test>`)
  expect(sent!.text).toContain('What grew there?')

  // One click stops it: a POST without cookies; opening the address changes nothing.
  const oneClick = new URL(third.headers['List-Unsubscribe']!.slice(1, -1)).pathname
  await fetch(app.url + oneClick)
  expect(
    (await app.context.db.kysely.selectFrom('enrollments').select('unsubscribed_at').execute())[0]!
      .unsubscribed_at,
  ).toBeNull()
  const stopped = await post(oneClick, { 'List-Unsubscribe': 'One-Click' })
  expect([stopped.status, await stopped.text()]).toEqual([200, ''])
  expect(
    (await app.context.db.kysely.selectFrom('enrollments').select('unsubscribed_at').execute())[0]!
      .unsubscribed_at,
  ).not.toBeNull()
})
