import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linksOf } from '../../src/deliveries/outgoing-mail.ts'
import { pause } from '../../src/enrollments/change-standing.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import type { Inbound } from '../../src/mail/open-mail.ts'
import { processMailEvent } from '../../src/mail-events/process-mail-event.ts'
import { storeMailEvent } from '../../src/mail-events/store-mail-event.ts'
import { readReply } from '../../src/replies/read-reply.ts'
import { splitReply } from '../../src/replies/split-reply.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader, lessons } from '../support/course.ts'
import { anInbound } from './an-inbound.ts'

let context: TestContext
const inbox = new Map<string, Inbound>()
beforeAll(async () => {
  const opened = await testContext()
  context = {
    ...opened,
    mail: {
      ...opened.mail,
      fetchInbound: async (id) => {
        const mail = inbox.get(id)
        if (!mail) throw new Error('Resend did not give the received mail')
        return mail
      },
    },
  }
})
afterAll(() => context.db.close())

let count = 0
async function receive(
  raw: { from: string; to: string; body: string; headers?: string[]; inReplyTo?: string },
  id = `in-${++count}`,
) {
  const lines = [
    `From: Somebody <${raw.from}>`,
    `To: <${raw.to}>`,
    'Subject: Re: Lesson one',
    `Message-ID: <${id}@readers.test>`,
    ...(raw.inReplyTo ? [`In-Reply-To: ${raw.inReplyTo}`] : []),
    ...(raw.headers ?? []),
    'Content-Type: text/plain; charset=utf-8',
    '',
    raw.body,
  ]
  inbox.set(id, anInbound(lines.join('\r\n'), { from: raw.from, to: raw.to }))
  const event = {
    type: 'email.received',
    created_at: context.clock.now().toISOString(),
    data: { email_id: id },
  }
  await storeMailEvent(context, `evt-${id}`, event, context.clock.now())
  await processMailEvent(context, `evt-${id}`, context.clock.now())
  return context.db.kysely
    .selectFrom('replies')
    .selectAll()
    .where('inbound_id', '=', id)
    .executeTakeFirstOrThrow()
}

async function aLesson(changes = {}) {
  context.clock.set('2027-01-11T15:00:00Z')
  const reader = await aReader(context, await aCourse(context, changes))
  await claimAllDue(context, context.clock.now())
  const delivery = await context.db.kysely
    .selectFrom('deliveries')
    .selectAll()
    .where('enrollment_id', '=', reader.enrollment)
    .executeTakeFirstOrThrow()
  const { replyTo } = linksOf(context.config, context.secrets, delivery)
  return { reader, delivery, replyTo }
}

describe('a reply', () => {
  test('is tied to subscriber, lesson and prompt by the token, upper case or not', async () => {
    const { reader, delivery, replyTo } = await aLesson()
    const row = await receive({ from: reader.email, to: replyTo.toUpperCase(), body: 'It is the evenings.' })
    expect(row).toMatchObject({
      matched_by: 'token',
      delivery_id: delivery.id,
      subscriber_id: reader.id,
      lesson_id: delivery.lesson_id,
      quarantined_at: null,
    })
    const opened = await readReply(context, row.id, 'ana', context.clock.now())
    expect(opened!.content!.reply).toBe('It is the evenings.')
    expect(opened!.row.prompt).toBe('What about one?')
    const reads = await context.db.kysely
      .selectFrom('reply_reads')
      .selectAll()
      .where('reply_id', '=', row.id)
      .execute()
    expect(reads.map((read) => read.read_by)).toEqual(['ana'])
  })

  test('without the token is found by the message it answers, else by its sender', async () => {
    const { reader, delivery } = await aLesson()
    await context.db.pool.query("update deliveries set message_id = '<ours@ses>' where id = $1", [
      delivery.id,
    ])
    const byMessage = await receive({
      from: reader.email,
      to: 'hello@replies.lettercourse.localhost',
      body: 'a',
      inReplyTo: '<ours@ses>',
    })
    expect(byMessage).toMatchObject({ matched_by: 'message_id', delivery_id: delivery.id })
    const bySender = await receive({
      from: reader.email,
      to: 'hello@replies.lettercourse.localhost',
      body: 'b',
    })
    expect(bySender).toMatchObject({ matched_by: 'sender', delivery_id: delivery.id })
  })

  test('from another address is quarantined beside the lesson its token names; the sender becomes nobody', async () => {
    const { replyTo, delivery } = await aLesson()
    const row = await receive({
      from: 'friend@elsewhere.localhost',
      to: replyTo,
      body: 'She asked me to write.',
    })
    expect(row).toMatchObject({ delivery_id: delivery.id, quarantined_at: expect.any(Date) })
    const unknown = await receive({
      from: 'stranger@elsewhere.localhost',
      to: 'x@replies.lettercourse.localhost',
      body: 'Hello?',
    })
    expect(unknown).toMatchObject({ matched_by: null, quarantined_at: expect.any(Date) })
    const people = await context.db.kysely
      .selectFrom('subscribers')
      .select('email')
      .where('email', 'like', '%elsewhere%')
      .execute()
    expect(people).toEqual([])
  })

  test('told twice is one reply, and what could not be fetched is fetched later', async () => {
    const { reader, replyTo } = await aLesson()
    const first = await receive({ from: reader.email, to: replyTo, body: 'Once.' }, 'twice')
    const event = {
      type: 'email.received',
      created_at: context.clock.now().toISOString(),
      data: { email_id: 'twice' },
    }
    await storeMailEvent(context, 'evt-other', event, context.clock.now())
    await processMailEvent(context, 'evt-other', context.clock.now())
    const rows = await context.db.kysely
      .selectFrom('replies')
      .select('id')
      .where('inbound_id', '=', 'twice')
      .execute()
    expect(rows).toEqual([{ id: first.id }])
    await storeMailEvent(context, 'evt-late', { ...event, data: { email_id: 'late' } }, context.clock.now())
    await expect(processMailEvent(context, 'evt-late', context.clock.now())).rejects.toThrow('did not give')
    const late = await context.db.kysely
      .selectFrom('mail_events')
      .selectAll()
      .where('svix_id', '=', 'evt-late')
      .executeTakeFirstOrThrow()
    expect([late.processed_at, late.attempts]).toEqual([null, 1])
  })

  test.each([
    ['Auto-Submitted: auto-replied'],
    ['X-Autoreply: yes'],
    ['Precedence: bulk'],
    ['List-Id: <a.list>'],
  ])('with %s was written by a machine', async (header) => {
    const { reader, replyTo } = await aLesson()
    expect(
      (await receive({ from: reader.email, to: replyTo, body: 'Away.', headers: [header] })).automatic,
    ).toBe(true)
  })

  test('is found nowhere in the database in clear', async () => {
    const { reader, replyTo } = await aLesson()
    await receive({ from: reader.email, to: replyTo, body: 'My unmistakable sentence about the harbour.' })
    const { rows } = await context.db.pool.query(
      "select to_jsonb(replies)::text as row, encode(raw_sealed, 'escape') as raw, encode(content_sealed, 'escape') as content from replies",
    )
    const events = await context.db.pool.query('select payload::text from mail_events')
    expect(JSON.stringify(events.rows)).not.toMatch(/@readers|Re: Lesson/)
    expect(JSON.stringify([rows, events.rows])).not.toContain('unmistakable')
  })
})

describe('a lesson that waits for a reply', () => {
  const waiting = () => {
    const content = lessons('one', 'two', 'three')
    content[1] = { ...content[1]!, waitAtMostDays: 5 }
    return { lessons: content }
  }
  const had = async (enrollment: string) =>
    (
      await context.db.kysely
        .selectFrom('deliveries')
        .select('id')
        .where('enrollment_id', '=', enrollment)
        .where('kind', '=', 'lesson')
        .execute()
    ).length
  const at = async (instant: string) => {
    context.clock.set(instant)
    await claimAllDue(context, context.clock.now())
  }

  test('is released at the next send time by a person, not by a machine', async () => {
    const { reader, replyTo } = await aLesson(waiting())
    await at('2027-01-12T07:00:00Z')
    expect(await had(reader.enrollment)).toBe(1)
    await receive({
      from: reader.email,
      to: replyTo,
      body: 'Away.',
      headers: ['Auto-Submitted: auto-replied'],
    })
    await at('2027-01-13T07:00:00Z')
    expect(await had(reader.enrollment)).toBe(1)
    context.clock.set('2027-01-13T18:00:00Z')
    await receive({ from: reader.email, to: replyTo, body: 'The evenings.' })
    await at('2027-01-14T07:00:00Z')
    expect(await had(reader.enrollment)).toBe(2)
  })

  test('is not released into a pause', async () => {
    const { reader, replyTo } = await aLesson(waiting())
    await at('2027-01-12T07:00:00Z')
    await pause(context.db.kysely, reader.enrollment, '2027-02-10', context.clock.now())
    await receive({ from: reader.email, to: replyTo, body: 'The evenings.' })
    await at('2027-01-20T07:00:00Z')
    expect(await had(reader.enrollment)).toBe(1)
    await at('2027-02-10T07:00:00Z')
    expect(await had(reader.enrollment)).toBe(2)
  })
})

describe('what somebody wrote and what they quoted', () => {
  test.each([
    ['above a quotation', 'Mine.\n\nOn Mon, 11 Jan 2027 at 15:00, Ana wrote:\n> theirs\n> more', 'Mine.'],
    [
      'above a wrapped attribution',
      'Mine.\n\nOn Mon, 11 Jan 2027 at 15:00, Ana\n<r+abc@replies.x>\nwrote:\n> theirs',
      'Mine.',
    ],
    ['below the quotation', 'On Mon, 11 Jan 2027, Ana wrote:\n> theirs\n\nMine, below.', 'Mine, below.'],
    ['between the lines', 'On Mon, 11 Jan 2027, Ana wrote:\n> first?\nYes.\n> second?\nNo.', 'Yes.\nNo.'],
    ['in German', 'Meins.\n\nAm 11.01.2027 um 15:00 schrieb Ana <a@b.c>:\n> deren', 'Meins.'],
    [
      'from Outlook',
      'Mine.\n\n________________________________\nFrom: Ana\nSent: Monday\nTo: me\nSubject: x\n\ntheirs',
      'Mine.',
    ],
    ['with a signature', 'Mine.\n-- \nSent by me', 'Mine.'],
    ['nothing but a quotation', '> only\n> quoted', '> only\n> quoted'],
    ['a sentence that starts with On', 'On the whole I agree.\nReally.', 'On the whole I agree.\nReally.'],
  ])('%s', (_, text, mine) => {
    expect(splitReply(text).reply).toBe(mine)
  })
})
