import { expect, test } from 'vitest'
import { aMailbox } from './a-mailbox.ts'

const raw = [
  'From: Ada Lind <ada@reader.dev>',
  'To: Mara <hello@lettercourse.dev>',
  'Cc: ben@reader.dev',
  'Reply-To: ada+home@reader.dev',
  'Subject: =?utf-8?Q?Re:_Gr=C3=BC=C3=9Fe?=',
  'Message-ID: <1@reader.dev>',
  'Auto-Submitted: no',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Hi <img src="cid:dot"></p>',
  '--b',
  'Content-Type: image/png; name=dot.png',
  'Content-Disposition: inline; filename=dot.png',
  'Content-ID: <dot>',
  'Content-Transfer-Encoding: base64',
  '',
  'iVBORw0KGgo=',
  '--b--',
  '',
].join('\r\n')
const envelope = { from: 'ada@reader.dev', to: ['r+token@reply.lettercourse.dev'] }

test('email.received tells who it was for and carries neither body nor headers', async () => {
  const { mailbox, heard } = await aMailbox()
  const id = await mailbox.receive(raw, envelope)
  await mailbox.settled()
  expect(heard).toHaveLength(1)
  expect(heard[0]).toMatchObject({ type: 'email.received' })
  expect(heard[0]!.data).toEqual({
    email_id: id,
    created_at: '2026-11-23T09:00:00.000Z',
    from: '"Ada Lind" <ada@reader.dev>',
    to: ['hello@lettercourse.dev'],
    cc: ['ben@reader.dev'],
    bcc: [],
    received_for: ['r+token@reply.lettercourse.dev'],
    message_id: '<1@reader.dev>',
    subject: 'Re: Grüße',
    attachments: [
      {
        id: expect.any(String),
        filename: 'dot.png',
        content_type: 'image/png',
        content_disposition: 'inline',
        content_id: 'dot',
      },
    ],
  })
})

test('the content is fetched with inline images as data, or left as cid on request', async () => {
  const { mailbox, resend } = await aMailbox()
  const id = await mailbox.receive(raw, envelope)
  const asData = await resend.emails.receiving.get(id)
  expect(asData.data!.html).toContain('src="data:image/png;base64,iVBORw0KGgo="')
  expect(asData.data!.reply_to).toEqual(['ada+home@reader.dev'])
  expect(asData.data!.headers).toMatchObject({ 'auto-submitted': 'no', 'message-id': '<1@reader.dev>' })
  const asCid = await resend.emails.receiving.get(id, { html_format: 'cid' })
  expect(asCid.data!.html).toContain('src="cid:dot"')
})

test('the raw message is fetched, byte for byte, through a signed link that expires', async () => {
  let wall = Date.now()
  const { mailbox, resend } = await aMailbox({ webhookUrl: '', wallClock: () => new Date(wall) })
  const id = await mailbox.receive(raw, envelope)
  const { download_url, expires_at } = (await resend.emails.receiving.get(id)).data!.raw!
  const fetched = await fetch(download_url)
  expect(fetched.headers.get('content-type')).toBe('message/rfc822')
  expect(await fetched.text()).toBe(raw)
  expect((await fetch(download_url.replace(/signature=./, 'signature=_'))).status).toBe(403)
  expect((await fetch(download_url.replace(id, crypto.randomUUID()))).status).toBe(403)
  expect((await fetch(download_url.replace(/expires=\d/, 'expires=9'))).status).toBe(403)
  wall = Date.parse(expires_at)
  expect((await fetch(download_url)).status).toBe(403)
})

test('attachments are listed and fetched', async () => {
  const { mailbox, resend } = await aMailbox()
  const emailId = await mailbox.receive(raw, envelope)
  const { data } = await resend.emails.receiving.attachments.list({ emailId })
  expect(data!.data).toHaveLength(1)
  const { id } = data!.data[0]!
  const one = (await resend.emails.receiving.attachments.get({ emailId, id })).data!
  expect(one).toMatchObject({ object: 'attachment', filename: 'dot.png', size: 8, content_type: 'image/png' })
  const bytes = Buffer.from(await (await fetch(one.download_url)).arrayBuffer())
  expect(bytes.toString('base64')).toBe('iVBORw0KGgo=')
  const none = await resend.emails.receiving.attachments.get({ emailId, id: crypto.randomUUID() })
  expect(none.error).toMatchObject({ statusCode: 404 })
})

test('received mail is listed, the newest first, so that lost webhooks can be made good', async () => {
  const { mailbox, resend, heard } = await aMailbox()
  mailbox.faults.next(1, 'webhook-lost')
  const ids = [await mailbox.receive(raw, envelope), await mailbox.receive(raw, envelope)]
  await mailbox.settled()
  expect(heard).toHaveLength(1)
  const { data } = await resend.emails.receiving.list({ limit: 1 })
  expect(data!.data.map((each) => each.id)).toEqual([ids[1]])
  expect(data!.has_more).toBe(true)
})

test('a message that is hardly one is stored all the same', async () => {
  const { mailbox, resend } = await aMailbox()
  const id = await mailbox.receive('\u0000 nonsense', envelope)
  const { data } = await resend.emails.receiving.get(id)
  expect(data).toMatchObject({ from: 'ada@reader.dev', to: [], subject: '' })
})
