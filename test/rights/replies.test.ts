/** What hangs on a reply (files, notes, care, who read it) in the copy, on the reader's page and in the erasing. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { reconcile } from '../../src/mail-events/reconcile.ts'
import { answerReply } from '../../src/replies/answer-reply.ts'
import { forgetReplies } from '../../src/replies/forget-replies.ts'
import { readReply } from '../../src/replies/read-reply.ts'
import { exportPerson } from '../../src/rights/export.ts'
import { aReply, WORDS } from '../replies/a-reply.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader } from '../support/course.ts'
import {
  type Course,
  deliveriesTo,
  liveUntil,
  pagesOf,
  type Reader,
  sealedMail,
} from '../support/reader-page.ts'

const START = '2027-01-12T10:00:00Z'

let context: TestContext
let pages: ReturnType<typeof pagesOf>
beforeAll(async () => {
  context = await testContext()
  pages = pagesOf(context)
})
afterAll(() => context.db.close())

let course: Course
let reader: Reader
let page: string
let replyId: string
beforeEach(async () => {
  context.clock.set(START)
  course = await aCourse(context, { repliesKeptDays: 30 })
  reader = await aReader(context, course)
  await liveUntil(context, START)
  const [letter] = await deliveriesTo(context, reader.id)
  page = pages.pathOf(pages.links(letter!.id).preferencesUrl)
  replyId = await aReply(context, {
    from: reader.email,
    subscriber_id: reader.id,
    enrollment_id: reader.enrollment,
    delivery_id: letter!.id,
    lesson_id: letter!.lesson_id,
    revision_id: letter!.revision_id,
  })
  const answer = { body: 'We read you, every word.', authorName: 'Ana', by: 'ana@example.org' }
  await answerReply(context, replyId, answer, context.clock.now())
})

const exported = async () =>
  (await exportPerson(context, reader.id, `https://example.org${page}`, context.clock.now()))!
const html = async (path: string) => (await pages.get(path)).text()

test('the copy holds files, notes, care and when it was read, and nobody of the team by their address', async () => {
  await readReply(context, replyId, 'mo@example.org', context.clock.now())
  const copy = await exported()
  expect(copy.replies).toEqual([
    {
      received_at: new Date(START),
      via: 'mail',
      automatic: false,
      to_mail: expect.any(String),
      words: WORDS.reply,
      words_erased_at: null,
      files: [
        {
          name: WORDS.file,
          type: 'text/plain',
          size_bytes: WORDS.content.length,
          download: expect.stringContaining(`https://example.org${page}/files/`),
        },
      ],
      answers: [{ answered_at: new Date(START), by: 'Ana', words: 'We read you, every word.' }],
      care: {
        marked_at: new Date(START),
        because: [WORDS.care],
        closed_at: null,
        course_went_on_at: null,
      },
      notes: [{ written_at: new Date(START), words: WORDS.note }],
      read_at: [new Date(START)],
    },
  ])
  expect(JSON.stringify(copy)).not.toContain('mo@example.org')
})

test('a machine’s message is in the copy and not on the page; what another address sent is in neither', async () => {
  const more = { subscriber_id: reader.id, enrollment_id: reader.enrollment }
  await aReply(context, { ...more, automatic: true })
  await aReply(context, { ...more, quarantined_at: context.clock.now() })
  expect((await exported()).replies.map((reply) => reply.automatic)).toEqual([false, true])
  expect((await html(`${page}/journal`)).split(WORDS.reply)).toHaveLength(2)
})

test('their own file can be had on their page, saved and never opened; another’s cannot', async () => {
  const journal = await html(`${page}/journal`)
  const link = /href="(\/me\/\w+\/files\/[\w-]+)"/.exec(journal)![1]!
  const file = await pages.get(link)
  expect(await file.text()).toBe(WORDS.content)
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''diary%20of%20march.txt",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  const stranger = await aReader(context, course)
  await liveUntil(context, START)
  const [theirs] = await deliveriesTo(context, stranger.id)
  const theirPage = pages.pathOf(pages.links(theirs!.id).preferencesUrl)
  expect((await pages.get(link.replace(page, theirPage))).status).toBe(404)
  expect((await pages.get(`${page}/files/nothing`)).status).toBe(404)
})

test('the page says how long replies are kept, and once it is over that the words are gone', async () => {
  expect(await html(page)).toContain('its words are erased after 30 days')
  expect(await html(`${page}/journal`)).toContain(WORDS.reply)
  const later = new Date('2027-02-12T10:00:00Z')
  await forgetReplies(context, later)
  context.clock.set(later)
  const journal = await html(`${page}/journal`)
  expect(journal).toContain('The words are no longer kept')
  expect(journal).toContain('Ana answered on')
  expect(await html(`${page}/journal.md`)).toContain('The words are no longer kept')
  const [reply] = (await exported()).replies
  expect(reply).toMatchObject({
    words: '',
    words_erased_at: later,
    files: [],
    notes: [],
    care: { because: [] },
    answers: [{ words: '' }],
  })
  for (const words of [WORDS.reply, WORDS.file, 'every word']) expect(journal).not.toContain(words)
})

test('a mail whose writer was erased is not fetched again by asking what came in', async () => {
  const { db, clock } = context
  const { inbound_id } = await db.kysely
    .selectFrom('replies')
    .select('inbound_id')
    .where('id', '=', replyId)
    .executeTakeFirstOrThrow()
  const told = { type: 'email.received', created_at: START, data: { email_id: inbound_id } }
  await db.kysely
    .insertInto('mail_events')
    .values({
      svix_id: `told-${replyId}`,
      type: told.type,
      payload: JSON.stringify(told),
      received_at: clock.now(),
      processed_at: clock.now(),
    })
    .execute()
  await eraseReader()
  const listInbound = async () => [
    { id: inbound_id, createdAt: START },
    { id: `never-told-${replyId}`, createdAt: START },
  ]
  await reconcile({ ...context, mail: { ...context.mail, listInbound } }, clock.now())
  const found = await db.kysely
    .selectFrom('mail_events')
    .select('svix_id')
    .where('svix_id', 'like', 'reconciled-received-%')
    .execute()
  expect(found.map((row) => row.svix_id)).toEqual([`reconciled-received-never-told-${replyId}`])
})

test('erasing takes what they sent to somebody else’s lesson or before anybody could read it, and nothing of others', async () => {
  const stranger = await aReader(context, course)
  const beside = { subscriber_id: stranger.id, enrollment_id: stranger.enrollment }
  const at = context.clock.now()
  const theirs = [
    await aReply(context, { ...beside, from: reader.email, quarantined_at: at }),
    await aReply(context, { from: reader.email, quarantined_at: at }),
    await aReply(context, { from: reader.email.toUpperCase(), content_sealed: null }),
  ]
  const others = [
    await aReply(context, { ...beside, from: stranger.email }),
    await aReply(context, { ...beside, from: 'friend@elsewhere.test', quarantined_at: at }),
    await aReply(context, { from: 'friend@elsewhere.test', content_sealed: null }),
    await aReply(context, { raw_sealed: null, content_sealed: null, erased_at: at }),
  ]
  await eraseReader()
  const left = await context.db.kysely
    .selectFrom('replies')
    .select('id')
    .where('id', 'in', [...theirs, ...others])
    .execute()
  expect(left.map((row) => row.id).toSorted()).toEqual(others.toSorted())
})

async function eraseReader(): Promise<void> {
  await pages.post(page, { do: 'erase', word: 'erase' })
  const proof = (await deliveriesTo(context, reader.id, 'proof')).at(-1)!
  const link = pages.pathOf(/http\S+\/me\/proof\/\w+/.exec(sealedMail(context, proof.sealed_mail).text)![0])
  expect((await pages.post(link)).status).toBe(200)
}

test('erasing takes everything that hangs on a reply', async () => {
  await readReply(context, replyId, 'mo@example.org', context.clock.now())
  await eraseReader()
  const tables = ['reply_attachments', 'reply_notes', 'reply_presence', 'reply_reads', 'answers'] as const
  for (const table of tables) {
    const left = await context.db.kysely
      .selectFrom(table)
      .select('reply_id')
      .where('reply_id', '=', replyId)
      .execute()
    expect([table, left]).toEqual([table, []])
  }
})
