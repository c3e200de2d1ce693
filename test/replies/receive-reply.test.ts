import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pause } from '../../src/enrollments/change-standing.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { linksOf } from '../../src/deliveries/outgoing-mail.ts'
import { processMailEvent } from '../../src/mail-events/process-mail-event.ts'
import { storeMailEvent } from '../../src/mail-events/store-mail-event.ts'
import { answerReply } from '../../src/replies/answer-reply.ts'
import { readReply } from '../../src/replies/read-reply.ts'
import { splitReply } from '../../src/replies/split-reply.ts'
import { leaveCourse } from '../../src/subscribers/unsubscribe.ts'
import { enroll } from '../../src/enrollments/enroll.ts'
import type { TestContext } from '../support/context.ts'
import { aCourse, lessons } from '../support/course.ts'
import { aReceiver, type Receiver, rawOf } from './a-receiver.ts'
import { anInbound } from './an-inbound.ts'

let context: TestContext
let receive: Receiver['receive']
let receiveRaw: Receiver['receiveRaw']
let aLesson: Receiver['aLesson']
beforeAll(async () => {
  ;({ context, receive, receiveRaw, aLesson } = await aReceiver())
})
afterAll(() => context.db.close())

const rowOf = (inboundId: string) =>
  context.db.kysely.selectFrom('replies').selectAll().where('inbound_id', '=', inboundId).executeTakeFirst()
const NOWHERE = 'hello@replies.lettercourse.localhost'

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
      headers: ['In-Reply-To: <ours@ses>'],
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

  test('to several of us names the letter that its writer was sent', async () => {
    const one = await aLesson()
    const two = await aLesson()
    const raw = rawOf({ from: two.reader.email, to: `${one.replyTo}>, <${two.replyTo}`, body: 'To both.' })
    const to = [one.replyTo, two.replyTo]
    const id = await receiveRaw(
      anInbound(raw, { from: `Two <${two.reader.email}>`, to: NOWHERE, receivedFor: to }),
    )
    expect(await rowOf(id)).toMatchObject({ delivery_id: two.delivery.id, quarantined_at: null })
  })

  test('is known by its envelope when the message itself names another address', async () => {
    const { reader, replyTo, delivery } = await aLesson()
    const raw = rawOf({ from: reader.email, to: 'undisclosed@elsewhere.localhost', body: 'Here.' })
    const id = await receiveRaw(anInbound(raw, { from: reader.email, to: 'x@y.z', receivedFor: [replyTo] }))
    expect(await rowOf(id)).toMatchObject({ matched_by: 'token', delivery_id: delivery.id })
  })

  test('of somebody in two courses, without a token, is for a person to place; in one that goes on, it is placed', async () => {
    const { reader, delivery } = await aLesson()
    const other = await aCourse(context)
    const rule = { sendTime: '08:00' }
    await enroll(
      context.db.kysely,
      { id: reader.id, timezone: 'Europe/Berlin' },
      other.revision,
      rule,
      context.clock.now(),
    )
    const letter = { from: reader.email, to: NOWHERE, body: 'Which one?' }
    expect(await receive(letter)).toMatchObject({
      matched_by: null,
      subscriber_id: null,
      quarantined_at: context.clock.now(),
    })
    const { id } = await context.db.kysely
      .selectFrom('enrollments')
      .select('id')
      .where('sequence_id', '=', other.id)
      .executeTakeFirstOrThrow()
    await leaveCourse(context.db.kysely, id, context.clock.now())
    expect(await receive({ ...letter, body: 'This one.' })).toMatchObject({
      matched_by: 'sender',
      delivery_id: delivery.id,
      quarantined_at: null,
    })
  })

  test('known by its sender alone is set apart when the server that took it in says that it is not from there', async () => {
    const { reader, replyTo } = await aLesson()
    const forged = [
      'Authentication-Results: mx.test; spf=fail;',
      '\tdmarc=fail header.from=readers.localhost',
    ]
    const letter = { from: reader.email, body: 'STOP', headers: forged }
    const row = await receive({ ...letter, to: NOWHERE })
    expect(row).toMatchObject({ matched_by: 'sender', quarantined_at: context.clock.now(), command: null })
    // What a stranger put below is no finding of our server's; and a token is one.
    const theirs = ['Authentication-Results: mx.test; dmarc=pass', ...forged]
    expect(
      (await receive({ ...letter, body: 'Mine.', to: NOWHERE, headers: theirs })).quarantined_at,
    ).toBeNull()
    expect((await receive({ ...letter, body: 'Mine too.', to: replyTo })).quarantined_at).toBeNull()
  })

  test('counts from when Resend had it, not from when we heard of it', async () => {
    const { reader, replyTo } = await aLesson()
    context.clock.set('2027-01-12T18:00:00Z')
    const raw = rawOf({ from: reader.email, to: replyTo, body: 'Yesterday.' })
    const inbound = anInbound(raw, { from: reader.email, to: replyTo })
    const id = await receiveRaw(inbound, 'yesterday', '2027-01-11T20:00:00.123456+00:00')
    expect((await rowOf(id))!.received_at.toISOString()).toBe('2027-01-11T20:00:00.123Z')
    const odd = await receiveRaw(
      anInbound('From: a@b\r\n\r\nx', { from: 'a@b', to: replyTo }),
      'odd-date',
      'soon',
    )
    expect((await rowOf(odd))!.received_at).toEqual(context.clock.now())
  })

  test('that refers to nothing but its conversation is beside the last lesson of that course', async () => {
    const { reader, delivery } = await aLesson({ threading: 'conversation' })
    await context.db.kysely
      .updateTable('enrollments')
      .set({ completed_at: context.clock.now() })
      .where('id', '=', reader.enrollment)
      .execute()
    const id = `<${reader.enrollment}.1@${context.config.replyDomain}>`
    const letter = { from: reader.email, to: NOWHERE, body: 'Still here.' }
    expect(await receive({ ...letter, headers: [`References: ${id}`] })).toMatchObject({
      matched_by: 'message_id',
      delivery_id: delivery.id,
      quarantined_at: null,
    })
    const elsewhere = `<${reader.enrollment}.1@elsewhere.localhost>`
    const other = await receive({ ...letter, body: 'Not ours.', headers: [`References: ${elsewhere}`] })
    expect(other.matched_by).toBeNull()
  })

  test('to an answer of ours stays in the conversation', async () => {
    const { reader, replyTo } = await aLesson()
    const first = await receive({ from: reader.email, to: replyTo, body: 'It is the evenings.' })
    const answer = { body: 'What about them?', authorName: 'Ana', by: 'ana' }
    await answerReply(context, first.id, answer, context.clock.now())
    const delivery = await context.db.kysely
      .selectFrom('deliveries')
      .selectAll()
      .where('kind', '=', 'answer')
      .where('enrollment_id', '=', reader.enrollment)
      .executeTakeFirstOrThrow()
    const to = linksOf(context.config, context.secrets, delivery).replyTo
    const second = await receive({ from: reader.email, to, body: 'They are long.' })
    expect(second).toMatchObject({
      delivery_id: delivery.id,
      enrollment_id: first.enrollment_id,
      lesson_id: first.lesson_id,
      quarantined_at: null,
    })
  })

  test('that comes as two messages of one Message-ID is one; another message under that id is a second', async () => {
    const { reader, replyTo } = await aLesson()
    const letter = { from: reader.email, to: replyTo, body: 'Once only.', messageId: '<same@readers.test>' }
    const first = await receive(letter, 'copy-1')
    await receiveRaw(anInbound(rawOf({ ...letter, headers: ['Received: another way'] }), letter), 'copy-2')
    expect(await rowOf('copy-2')).toBeUndefined()
    const third = await receive({ ...letter, body: 'Another one.' }, 'copy-3')
    expect(third.id).not.toBe(first.id)
  })

  test('whose first copy could not be placed is placed by the second', async () => {
    const { reader, replyTo, delivery } = await aLesson()
    const letter = { from: reader.email, body: 'To two of your addresses.', messageId: '<both@readers.test>' }
    await leaveCourse(context.db.kysely, reader.enrollment, context.clock.now())
    const unplaced = await receive({ ...letter, to: NOWHERE }, 'unplaced')
    expect(unplaced.matched_by).toBeNull()
    await receiveRaw(
      anInbound(rawOf({ ...letter, to: replyTo }), { from: reader.email, to: replyTo }),
      'placed',
    )
    expect(await rowOf('placed')).toBeUndefined()
    expect(await rowOf('unplaced')).toMatchObject({
      matched_by: 'token',
      delivery_id: delivery.id,
      quarantined_at: null,
    })
  })

  test('whose copies come at the same moment is one', async () => {
    const { reader, replyTo } = await aLesson()
    const letter = { from: reader.email, to: replyTo, body: 'At once.', messageId: '<at-once@readers.test>' }
    const raw = anInbound(rawOf(letter), letter)
    await Promise.all(['w-1', 'w-2', 'w-3'].map((id) => receiveRaw(raw, id)))
    const rows = await Promise.all(['w-1', 'w-2', 'w-3'].map(rowOf))
    expect(rows.filter((row) => row !== undefined)).toHaveLength(1)
  })

  test('of our own that came back is automatic, whoever it says it is from', async () => {
    const { reader, replyTo, delivery } = await aLesson()
    await context.db.kysely
      .updateTable('deliveries')
      .set({ message_id: '<went-out@ses>' })
      .where('id', '=', delivery.id)
      .execute()
    const row = await receive({
      from: reader.email,
      to: replyTo,
      body: 'A letter.',
      messageId: '<went-out@ses>',
    })
    expect([row.automatic, row.automatic_because]).toEqual([true, ['our own message']])
  })

  test('is kept whatever its Message-ID is made of: one that fits no index is as none', async () => {
    const { reader, replyTo } = await aLesson()
    // Of different signs, or Postgres would make it small.
    const strange = Array.from({ length: 990 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((at * 7919) % 20000)),
    )
    const letter = { from: reader.email, to: replyTo, body: 'Strange.' }
    const row = await receive({ ...letter, messageId: `<${strange.join('')}@x>` })
    expect([row.message_id, row.content_sealed]).toEqual([null, expect.any(Buffer)])
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
    const row = await receive({ from: reader.email, to: replyTo, body: 'Away.', headers: [header] })
    expect(row.automatic).toBe(true)
    expect(row.automatic_because).toEqual([header.split(':')[0]!.toLowerCase()])
  })

  test('of a reader whose address is a machine’s name is theirs, unless anything else says that a machine wrote it', async () => {
    const { reader, delivery, replyTo } = await aLesson()
    const from = `postmaster@${reader.id}.test`
    await context.db.pool.query('update subscribers set email = $1 where id = $2', [from, reader.id])
    await context.db.pool.query('update deliveries set to_address = $1 where id = $2', [from, delivery.id])
    const letter = { from, to: replyTo, body: 'The evenings.' }
    expect(await receive(letter)).toMatchObject({ automatic: false, automatic_because: [] })
    const headers = ['Auto-Submitted: auto-replied']
    expect(await receive({ ...letter, headers })).toMatchObject({ automatic: true })
    const other = await receive({ ...letter, from: 'postmaster@elsewhere.localhost' })
    expect(other.automatic_because).toEqual(['sent by a machine'])
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
