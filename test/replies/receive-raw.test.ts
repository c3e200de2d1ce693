/** What is kept of a message: the raw one first, attachments sealed, and of one that is too large what could be had. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { processMailEvent } from '../../src/mail-events/process-mail-event.ts'
import { readMessage } from '../../src/replies/read-message.ts'
import { receiveReply } from '../../src/replies/receive-reply.ts'
import { openContent } from '../../src/replies/reply.ts'
import { LARGEST_ATTACHMENT } from '../../src/replies/store-attachments.ts'
import { aReceiver, type Receiver } from './a-receiver.ts'
import { anInbound } from './an-inbound.ts'

let at: Receiver
beforeAll(async () => {
  at = await aReceiver()
})
afterAll(() => at.context.db.close())

const rowOf = (inboundId: string) =>
  at.context.db.kysely
    .selectFrom('replies')
    .selectAll()
    .where('inbound_id', '=', inboundId)
    .executeTakeFirstOrThrow()

async function attachmentsOf(replyId: string) {
  const rows = await at.context.db.kysely
    .selectFrom('reply_attachments')
    .selectAll()
    .where('reply_id', '=', replyId)
    .orderBy('place')
    .execute()
  const { secrets } = at.context
  return rows.map((row) => ({
    about: JSON.parse(secrets.unseal(row.about_sealed).toString()),
    size: row.size_bytes,
    content: row.content_sealed && secrets.unseal(row.content_sealed),
  }))
}

const mixed = (from: string, parts: string[]) =>
  [
    `From: <${from}>`,
    'Subject: Re: Lesson one',
    `Message-ID: <${Math.random()}@readers.test>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    ...parts.flatMap((part) => ['--b', part]),
    '--b--',
  ].join('\r\n')
const words = (text: string) => `Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`
const file = (name: string, type: string, bytes: Buffer) =>
  `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}`

describe('Attachments', () => {
  test('are listed with their types and sizes and kept, all of it sealed', async () => {
    const { reader, replyTo } = await at.aLesson()
    const picture = Buffer.from('89504e470d0a1a0a', 'hex')
    const raw = mixed(reader.email, [
      words('See the picture.'),
      file('diary of march.png', 'image/png', picture),
      file('run-me.exe', 'application/x-msdownload', Buffer.from('MZ')),
    ])
    const id = await at.receiveRaw(anInbound(raw, { from: reader.email, to: replyTo }))
    const row = await rowOf(id)
    expect(openContent(at.context.secrets, row.content_sealed)!.reply).toBe('See the picture.')
    expect(await attachmentsOf(row.id)).toEqual([
      { about: { name: 'diary of march.png', type: 'image/png', inline: false }, size: 8, content: picture },
      {
        about: { name: 'run-me.exe', type: 'application/x-msdownload', inline: false },
        size: 2,
        content: Buffer.from('MZ'),
      },
    ])
    const { rows } = await at.context.db.pool.query(
      'select encode(about_sealed, $1) as about, encode(content_sealed, $1) as content from reply_attachments where reply_id = $2',
      ['escape', row.id],
    )
    expect(JSON.stringify(rows)).not.toContain('diary')
  })

  test('over the cap are listed, and their bytes stay in the raw message alone', async () => {
    const { reader, replyTo } = await at.aLesson()
    const large = Buffer.alloc(LARGEST_ATTACHMENT + 1, 1)
    const raw = mixed(reader.email, [words('Large.'), file('film.mp4', 'video/mp4', large)])
    const id = await at.receiveRaw(anInbound(raw, { from: reader.email, to: replyTo }))
    const row = await rowOf(id)
    const [film] = await attachmentsOf(row.id)
    expect(film).toMatchObject({ about: { name: 'film.mp4' }, size: large.length, content: null })
    expect(at.context.secrets.unseal(row.raw_sealed!).equals(Buffer.from(raw))).toBe(true)
  })
})

describe('A message over the cap', () => {
  const raw = (email: string) =>
    [
      `From: =?utf-8?Q?Ruth_=C3=84?= <${email}>`,
      'Subject: Re: Lesson one',
      'Message-ID: <large@readers.test>',
      'Auto-Submitted: no',
      'Content-Type: multipart/mixed;\r\n boundary="b"',
      '',
      '--b',
    ].join('\r\n')
  const parsed = (email: string, replyTo: string) => ({
    ...anInbound(raw(email), { from: email, to: replyTo }),
    text: 'Grüße, und ein Film.',
    attachments: [{ name: 'film.mp4', type: 'video/mp4', size: 40_000_000, inline: false }],
    raw: { bytes: Buffer.from(raw(email)), tooLarge: true, size: 54_000_000 },
  })

  test('is marked, with its own headers, its words as Resend read them, and a list of what was attached', async () => {
    const { reader, replyTo, delivery } = await at.aLesson()
    const row = await rowOf(await at.receiveRaw(parsed(reader.email, replyTo)))
    expect(row).toMatchObject({
      too_large: true,
      size_bytes: 54_000_000,
      delivery_id: delivery.id,
      automatic: false,
    })
    expect(openContent(at.context.secrets, row.content_sealed)).toMatchObject({
      from: reader.email,
      fromName: 'Ruth Ä',
      reply: 'Grüße, und ein Film.',
    })
    expect(await attachmentsOf(row.id)).toEqual([
      { about: { name: 'film.mp4', type: 'video/mp4', inline: false }, size: 40_000_000, content: null },
    ])
    const kept = await readMessage(at.context.secrets.unseal(row.raw_sealed!))
    expect([kept.messageId, kept.reply]).toEqual(['<large@readers.test>', 'Grüße, und ein Film.'])
  })
})

describe('A message whose raw text Resend has no more', () => {
  test('is taken as Resend read it, html too, and its headers still say that a machine wrote it', async () => {
    const { reader, replyTo } = await at.aLesson()
    const inbound = anInbound('', { from: `Rüth <${reader.email}>`, to: replyTo })
    const gone = { ...inbound, raw: null, html: '<p>Away <b>until</b> Monday.</p>', subject: 'Re: Grüße' }
    const row = await rowOf(
      await at.receiveRaw({
        ...gone,
        headers: { 'auto-submitted': 'auto-replied', 'content-type': 'text/html' },
      }),
    )
    expect(row).toMatchObject({
      automatic: true,
      automatic_because: ['auto-submitted'],
      quarantined_at: null,
    })
    expect(openContent(at.context.secrets, row.content_sealed)).toMatchObject({
      subject: 'Re: Grüße',
      fromName: 'Rüth',
      reply: 'Away until Monday.',
    })
  })
})

test('The raw message is kept even when nothing can be made of it, and is read when it is tried again', async () => {
  const { reader, replyTo } = await at.aLesson()
  const { db } = at.context
  const broken = anInbound(`From: <${reader.email}>\r\n\r\nKept.`, { from: reader.email, to: replyTo })
  const stop =
    'create function no_reading() returns trigger language plpgsql as $$ begin raise exception $e$no$e$; end $$'
  await db.pool.query(stop)
  await db.pool.query(
    'create trigger no_reading before update on replies for each row execute function no_reading()',
  )
  await expect(at.receiveRaw(broken, 'kept')).rejects.toThrow('no')
  const row = await rowOf('kept')
  expect(row.content_sealed).toBeNull()
  expect(at.context.secrets.unseal(row.raw_sealed!).toString()).toContain('Kept.')
  await db.pool.query('drop trigger no_reading on replies')
  const { rows } = await db.pool.query('select svix_id from mail_events where processed_at is null')
  for (const { svix_id } of rows) await processMailEvent(at.context, svix_id, at.context.clock.now())
  expect(openContent(at.context.secrets, (await rowOf('kept')).content_sealed)!.reply).toBe('Kept.')
})

test('A raw message that is stored is read though Resend has it no more, and is tied by the token in its headers', async () => {
  const { reader, replyTo, delivery } = await at.aLesson()
  const { db, secrets, clock } = at.context
  const raw = `Received: from mx\r\n\tfor ${replyTo}; Mon\r\nFrom: Ruth <${reader.email}>\r\nTo: <hello@x.test>\r\n\r\nStill here.`
  await db.kysely
    .insertInto('replies')
    .values({
      id: randomUUID(),
      inbound_id: 'forgotten',
      raw_sealed: secrets.seal(raw),
      received_at: clock.now(),
    })
    .execute()
  const event = {
    type: 'email.received',
    created_at: clock.now().toISOString(),
    data: { email_id: 'forgotten' },
  }
  // Nothing was put into the inbox under this id: fetching it fails.
  await receiveReply(at.context, event, clock.now())
  const row = await rowOf('forgotten')
  expect(openContent(secrets, row.content_sealed)).toMatchObject({ from: reader.email, reply: 'Still here.' })
  expect(row).toMatchObject({ matched_by: 'token', delivery_id: delivery.id, quarantined_at: null })
})
