import { describe, expect, test } from 'vitest'
import { readMessage } from '../../src/replies/read-message.ts'

const from = 'Ruth Okafor <ruth@readers.example>'
function read(headers: string[], body: string, options = {}) {
  const has = (name: string) => headers.some((line) => line.toLowerCase().startsWith(`${name}:`))
  const lines = [
    ...(has('from') ? [] : [`From: ${from}`]),
    'To: r+abc@replies.course.example',
    ...(has('subject') ? [] : ['Subject: Re: The chair by the window']),
    ...headers,
    ...(has('content-type') ? [] : ['Content-Type: text/plain; charset=utf-8']),
    '',
    body,
  ]
  return readMessage(Buffer.from(lines.join('\r\n')), options)
}

const report = (kind: string, second: string) =>
  `--b\r\nContent-Type: text/plain\r\n\r\nThis is a report.\r\n--b\r\nContent-Type: ${second}\r\n\r\nReporting-MTA: dns; mx.readers.example\r\nAction: failed\r\n--b--\r\n${kind}`

describe('what a machine wrote is automatic', () => {
  test.each<[string, string[], string, string]>([
    ['RFC 3834, a reply', ['Auto-Submitted: auto-replied'], 'Away.', 'auto-submitted'],
    [
      'RFC 3834, with a parameter',
      ['Auto-Submitted: auto-generated; owner-email="x@y.example"'],
      'Hello.',
      'auto-submitted',
    ],
    ['RFC 3834, a notice', ['Auto-Submitted: auto-notified'], 'Hello.', 'auto-submitted'],
    [
      'Exchange, away',
      [
        'X-Auto-Response-Suppress: All',
        'Auto-Submitted: auto-generated',
        'Subject: Automatic reply: The chair',
      ],
      'I am out of the office.',
      'auto-submitted',
    ],
    [
      'Exchange, its rules',
      ['X-MS-Exchange-Inbox-Rules-Loop: ruth@readers.example'],
      'Moved.',
      'x-ms-exchange-inbox-rules-loop',
    ],
    [
      'RFC 3834, among several',
      ['Auto-Submitted: auto-replied', 'Auto-Submitted: no'],
      'Away.',
      'auto-submitted',
    ],
    ['X-Autoreply', ['X-Autoreply: yes'], 'Away.', 'x-autoreply'],
    ['X-Autorespond', ['X-Autorespond: Re: The chair'], 'Away.', 'x-autorespond'],
    ['X-Auto-Reply-From', ['X-Auto-Reply-From: ruth@readers.example'], 'Away.', 'x-auto-reply-from'],
    ['Precedence: auto_reply', ['Precedence: auto_reply'], 'Away.', 'precedence'],
    ['Precedence: bulk', ['Precedence: bulk'], 'News.', 'precedence'],
    ['Precedence: junk', ['Precedence: Junk'], 'Away.', 'precedence'],
    ['Precedence: list', ['Precedence: list'], 'News.', 'precedence'],
    ['a list', ['List-Id: Readers <readers.example>'], 'News.', 'list-id'],
    ['a newsletter', ['List-Unsubscribe: <https://news.example/u>'], 'News.', 'list-unsubscribe'],
    [
      'a bounce, by its sender',
      ['From: Mail Delivery <MAILER-DAEMON@mx.example>', 'Subject: hello'],
      'Could not.',
      'sent by a machine',
    ],
    [
      'a postmaster',
      ['From: postmaster@readers.example', 'Subject: hello'],
      'Could not.',
      'sent by a machine',
    ],
    ['no-reply', ['From: No-Reply <no-reply@shop.example>'], 'Your order.', 'sent by a machine'],
    ['an empty return path', ['Return-Path: <>'], 'Away.', 'return-path'],
    ['X-Failed-Recipients', ['X-Failed-Recipients: ana@course.example'], 'Could not.', 'x-failed-recipients'],
    [
      'a bounce, by its form',
      ['Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
      report('', 'message/delivery-status'),
      'report',
    ],
    [
      'a read receipt',
      ['Content-Type: multipart/report; report-type=disposition-notification; boundary=b'],
      report('', 'message/disposition-notification'),
      'report',
    ],
    [
      'a read receipt of Outlook',
      ['Subject: Read: The chair by the window'],
      'Your message was read.',
      'subject of a report',
    ],
    [
      'an answer of a calendar',
      ['Subject: Accepted: Tea', 'Content-Type: multipart/mixed; boundary=b'],
      '--b\r\nContent-Type: text/plain\r\n\r\n \r\n--b\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n--b--',
      'answer of a calendar',
    ],
    ['a challenge', ['Subject: [BoxTrapper] Please verify your message'], 'Click here.', 'challenge'],
    ['a challenge, by its header', ['X-Boxtrapper: 12'], 'Click here.', 'x-boxtrapper'],
    [
      'our own mail',
      ['X-Entity-Ref-ID: 0190d7a0', 'From: Ana <ana@course.example>'],
      'Hello.',
      'our own mail',
    ],
    [
      'German, by its subject',
      ['Subject: =?utf-8?Q?Automatische_Antwort=3A_Der_Stuhl?='],
      'Ich bin im Urlaub.',
      'subject of an automatic reply',
    ],
    [
      'French, by its subject',
      ['Subject: =?utf-8?Q?R=C3=A9ponse_automatique_=3A_La_chaise?='],
      'Absent.',
      'subject of an automatic reply',
    ],
    [
      'Spanish, by its subject',
      ['Subject: =?utf-8?Q?Respuesta_autom=C3=A1tica=3A_La_silla?='],
      'Ausente.',
      'subject of an automatic reply',
    ],
    [
      'Dutch, by its subject',
      ['Subject: Automatisch antwoord: De stoel'],
      'Afwezig.',
      'subject of an automatic reply',
    ],
    [
      'Italian, by its subject',
      ['Subject: Risposta automatica: La sedia'],
      'In ferie.',
      'subject of an automatic reply',
    ],
    [
      'Russian, by its subject',
      [`Subject: =?utf-8?B?${Buffer.from('Автоматический ответ: Стул').toString('base64')}?=`],
      'В отпуске.',
      'subject of an automatic reply',
    ],
    [
      'Japanese, by its subject',
      [`Subject: =?utf-8?B?${Buffer.from('自動返信：椅子').toString('base64')}?=`],
      '不在です。',
      'subject of an automatic reply',
    ],
    [
      'Swedish, by subject and text',
      ['Subject: Frånvaro'],
      'Hej, jag är på semester till den 20 januari.',
      'text of an absence',
    ],
    [
      'German, by subject and text',
      ['Subject: Abwesenheitsnotiz'],
      'Ich bin bis 20. Januar nicht im Büro.',
      'subject of an absence',
    ],
    [
      'English, by subject and text',
      ['Subject: Out of office'],
      'I am out of the office until Monday.',
      'text of an absence',
    ],
    [
      'an older Exchange',
      ['Subject: Out of Office: The chair by the window'],
      'Back on Monday.',
      'subject of an automatic reply',
    ],
    [
      'by a subject and what Exchange adds',
      ['Subject: Away: out of the office', 'X-Auto-Response-Suppress: OOF'],
      'Back on Monday.',
      'x-auto-response-suppress',
    ],
  ])('%s', async (_, headers, body, because) => {
    const message = await read(headers, body)
    expect(message.automatic).toBe(true)
    expect(message.because).toContain(because)
  })

  test('a mail from an address of ours, or with a List-Id of ours', async () => {
    const ours = { addresses: ['ana@course.example'] }
    expect((await read(['From: Ana <Ana@course.example>'], 'Hello.', { ours })).because).toEqual([
      'our own mail',
    ])
    expect((await read(['From: Ana <ana@course.example>'], 'Hello.')).automatic).toBe(false)
  })

  test('its reasons hold no words of it, and its orders are none', async () => {
    const message = await read(['Auto-Submitted: auto-replied'], 'unsubscribe')
    expect([message.because, message.command]).toEqual([['auto-submitted'], undefined])
  })
})

describe('what a person wrote is not', () => {
  test.each<[string, string[], string]>([
    ['an ordinary reply', [], 'The fridge, first.'],
    ['Auto-Submitted: no', ['Auto-Submitted: no'], 'The fridge, first.'],
    ['Auto-Submitted: No, with a space', ['Auto-Submitted:  No '], 'The fridge, first.'],
    ['a head that is out of office', [], 'I am out of office in my head, and the window helped.'],
    ['a holiday', [], 'I am on holiday and on vacation from everything, so I had time to listen.'],
    [
      'a subject of their own',
      ['Subject: Out of office at last'],
      'I quit. The first thing I heard was nothing.',
    ],
    [
      'an answer whose subject tells of an absence',
      ['Subject: Re: Out of office'],
      'I was out of the office too, ha.',
    ],
    ['what Outlook adds to mail of people', ['X-Auto-Response-Suppress: DR, OOF, AutoReply'], 'The printer.'],
    [
      'priority and mailer headers',
      ['X-Priority: 3', 'X-Mailer: Microsoft Outlook 16.0', 'Importance: high'],
      'The lift.',
    ],
    ['a return path', ['Return-Path: <ruth@readers.example>'], 'The lift.'],
    ['Precedence: first-class', ['Precedence: first-class'], 'The lift.'],
    [
      'a wish to be told when it was read',
      ['Disposition-Notification-To: ruth@readers.example', 'Return-Receipt-To: ruth@readers.example'],
      'The lift.',
    ],
    ['an address like that of a machine', ['From: Bounce House <bouncehouse@readers.example>'], 'Children!'],
    ['a person called Post', ['From: Post Master Flash <postmasterflash@readers.example>'], 'A beat.'],
    ['a subject that says automatic', ['Subject: Automatic doors'], 'They sigh before they open.'],
    ['a car, in German', ['Subject: Auto: endlich still'], 'Ich saß im Auto und hörte zu.'],
    ['a subject that begins with read', ['Subject: Re: Read this chair'], 'I did.'],
    [
      'an invitation attached',
      ['Content-Type: multipart/mixed; boundary=b'],
      '--b\r\nContent-Type: text/plain\r\n\r\nCome for tea.\r\n--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n--b--',
    ],
    ['X-Autoreply: no', ['X-Autoreply: no'], 'The lift.'],
    [
      'a German absence told in a reply',
      ['Subject: AW: Der Stuhl am Fenster'],
      'Ich war im Urlaub und nicht im Büro, und es war herrlich.',
    ],
    ['a Spanish absence told in a reply', [], 'Estoy de vacaciones y ausente de todo.'],
    [
      'a server in between that signs',
      ['X-Spam-Status: No', 'Authentication-Results: mx.example; dkim=pass', 'Feedback-ID: 1:2:3:x'],
      'The lift.',
    ],
  ])('%s', async (_, headers, body) => {
    expect((await read(headers, body)).because).toEqual([])
  })
})
