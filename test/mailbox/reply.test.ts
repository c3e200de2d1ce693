import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { aMailbox, letter } from './a-mailbox.ts'

const write = (url: string, id: string, words: string) =>
  fetch(`${url}/mails/${id}/replies`, {
    method: 'POST',
    body: new URLSearchParams({ words }),
    redirect: 'manual',
  })

const longLine = 'A line that is much longer than any mail program would leave it, '.repeat(4).trim()

async function aReply(more: object, words: string) {
  const opened = await aMailbox()
  const { id } = (await opened.resend.emails.send(letter(more))).data!
  await opened.mailbox.settled()
  opened.heard.length = 0
  const answer = await write(opened.url, id, words)
  await opened.mailbox.settled()
  const event = opened.heard[0]
  const received = event && (await opened.resend.emails.receiving.get(event.data.email_id)).data!
  const raw = received && (await (await fetch(received.raw!.download_url)).text())
  const sent = (await opened.resend.emails.get(id)).data!
  return { ...opened, sent, answer, event, raw: raw ?? '', parsed: await simpleParser(raw ?? '') }
}

test('a reply is a real message in thread, with the words above the quoted letter', async () => {
  const { sent, answer, event, parsed } = await aReply(
    {
      to: 'Ada Lind <ada@reader.dev>',
      replyTo: 'r+abc@reply.lettercourse.dev',
      text: `Good morning.\n\n${longLine}\n> older`,
      html: '<html><body><p>Good <b>morning</b>.</p></body></html>',
    },
    'I noticed <nothing>.\r\nAnd you?',
  )
  expect(answer.status).toBe(303)
  expect(event).toMatchObject({
    type: 'email.received',
    data: { to: ['r+abc@reply.lettercourse.dev'], received_for: ['r+abc@reply.lettercourse.dev'] },
  })
  expect(parsed.from!.value).toEqual([{ name: 'Ada Lind', address: 'ada@reader.dev' }])
  expect(parsed.subject).toBe('Re: Before you answer')
  expect(parsed.inReplyTo).toBe(sent.message_id)
  expect(parsed.references).toBe(sent.message_id)
  expect(parsed.date).toEqual(new Date('2026-11-23T09:00:00Z'))
  expect(parsed.text!.trimEnd().split('\n')).toEqual([
    'I noticed <nothing>.',
    'And you?',
    '',
    expect.stringMatching(/^On .*23, 2026.*, Mara Lind <mara@letters\.lettercourse\.dev> wrote:$/),
    '',
    '> Good morning.',
    '>',
    `> ${longLine}`,
    '>> older',
  ])
  expect(parsed.html).toContain('I noticed &lt;nothing&gt;.<br>')
  expect(parsed.html).toMatch(/<blockquote[^>]*>\s*<p>Good <b>morning<\/b>\.<\/p>\s*<\/blockquote>/)
})

test('every line of the raw message ends in CRLF and fits into 998 octets', async () => {
  const { raw } = await aReply({ text: longLine.repeat(20) }, longLine.repeat(20))
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Math.max(...raw.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(998)
})

test('a subject that already says Re: keeps one, and without Reply-To the sender is answered', async () => {
  const { parsed, event } = await aReply({ subject: 'RE: Hello' }, 'Yes.')
  expect(parsed.subject).toBe('RE: Hello')
  expect(event!.data.received_for).toEqual(['mara@letters.lettercourse.dev'])
})

test('words in any script arrive as they were written', async () => {
  const { parsed } = await aReply({ subject: 'Grüße aus Köln' }, 'Спасибо 🙂 ありがとう')
  expect(parsed.text).toContain('Спасибо 🙂 ありがとう')
  expect(parsed.subject).toBe('Re: Grüße aus Köln')
})

test('an empty reply is not sent', async () => {
  const { answer, event } = await aReply({}, '  \n ')
  expect(answer.headers.get('location')).toContain('notice=no-words')
  expect(event).toBeUndefined()
})
