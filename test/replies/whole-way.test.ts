/** The way of a reply that needs a person, through everything that runs: stand-in, webhook, queue, tick, mail to the team. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantReplies } from '../../src/admins/reply-readers.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { aCourse, aReader } from '../support/course.ts'
import { enrollmentOf } from './a-receiver.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp({ at: '2027-01-11T15:00:00Z' })
})
afterAll(() => app.close())

const mailsTo = (address: string) => app.accepted.filter((mail) => mail.to.includes(address))

test('A reply in distress holds the course and calls whoever may read it, within a tick and without a word of it', async () => {
  const { db, jobs, clock } = app.context
  const id = randomUUID()
  await db.pool.query(
    'insert into admin_users (id, name, email, "emailVerified") values ($1, $1, $2, true)',
    [id, 'counsellor@example.org'],
  )
  await grantReplies(db.kysely, id, 'a test', clock.now())
  const reader = await aReader(app.context, await aCourse(app.context))
  await app.liveUntil('2027-01-11T15:01:00Z')
  const lesson = mailsTo(reader.email)[0]!
  const quoted = lesson.text!.replace(/^/gm, '> ')
  const raw = [
    `From: Ruth <${reader.email}>`,
    `To: ${lesson.reply_to[0]}`,
    'Subject: Re: Lesson one',
    'Message-ID: <ruth-1@readers.localhost>',
    `In-Reply-To: ${lesson.message_id}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `I want to kill myself.\n\nOn Mon, 11 Jan 2027 at 16:00, Ana wrote:\n${quoted}`,
  ].join('\r\n')
  await app.mailbox.receive(raw, { from: reader.email, to: lesson.reply_to })
  await app.quiet()
  expect((await enrollmentOf(app.context, reader.enrollment)).held_reason).toBe('care')

  await jobs.enqueue('claim-due-lessons', {})
  await expect.poll(() => mailsTo('counsellor@example.org').length, { timeout: 15_000 }).toBe(1)
  await app.liveUntil('2027-01-16T12:00:00Z')
  const [notice, ...more] = mailsTo('counsellor@example.org')
  expect(more).toEqual([])
  expect(`${notice!.subject} ${notice!.text} ${notice!.html}`).not.toMatch(
    /kill|Ruth|ruth-1|readers\.localhost/,
  )
  expect(notice!.text).toMatch(/\/admin\/replies\/[0-9a-f-]{36}/)
  // The lesson that had gone, and not one mail since: no machine answers.
  expect(mailsTo(reader.email)).toHaveLength(1)
}, 40_000)
