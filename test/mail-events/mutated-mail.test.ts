/**
 * Mail as nobody should write it, through the stand-in, its webhook and the queue: every message that was accepted is a row
 * with its raw text, no event is left over, and one bad message stops no other.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContent } from '../../src/replies/reply.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { aCourse, aReader } from '../support/course.ts'

let app: TestApp
let to: string
let reader: string
beforeAll(async () => {
  app = await startApp({ at: '2027-01-11T15:00:00Z', requestsPerSecond: 1000 })
  reader = (await aReader(app.context, await aCourse(app.context))).email
  await app.liveUntil('2027-01-11T15:01:00Z')
  to = app.accepted[0]!.reply_to[0]!
  await app.context.db.pool.query('update sending set per_second = 1000')
}, 30_000)
afterAll(() => app.close())

const rows = async () => {
  const { db, secrets } = app.context
  const found = await db.kysely.selectFrom('replies').selectAll().execute()
  return new Map(
    found.map((row) => [
      row.inbound_id,
      { row, raw: secrets.unseal(row.raw_sealed!), content: openContent(secrets, row.content_sealed) },
    ]),
  )
}

async function takeIn(messages: Buffer[]): Promise<string[]> {
  const ids = []
  for (const message of messages) ids.push(await app.mailbox.receive(message, { from: reader, to: [to] }))
  await app.quiet()
  return ids
}

const nested = (depth: number, inner: string): string => {
  let body = inner
  for (let level = 0; level < depth; level++)
    body = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${body}\r\n--b${level}--\r\n`
  return body
}
const head = (id: string) =>
  `From: <${reader}>\r\nTo: <${to}>\r\nSubject: Re: x\r\nMessage-ID: <${id}@odd.test>\r\n`

const ODD: [string, () => string | Buffer][] = [
  ['without any header', () => 'just words'],
  ['empty', () => ''],
  ['of nothing but line ends', () => '\r\n\r\n\r\n'],
  ['without an end to its headers', () => head('no-end')],
  [
    'with a charset that does not exist',
    () => `${head('charset')}Content-Type: text/plain; charset=klingon-8\r\n\r\nMine.`,
  ],
  [
    'with bytes that are no UTF-8',
    () => Buffer.concat([Buffer.from(`${head('bytes')}\r\n`), Buffer.from([0xff, 0xfe, 0x00, 0x80])]),
  ],
  [
    'with NUL in subject, id and body',
    () => `From: <${reader}>\r\nSubject: a\0b\r\nMessage-ID: <n\0ul@odd.test>\r\n\r\nMi\0ne.`,
  ],
  [
    'with an id of ten thousand characters',
    () => `From: <${reader}>\r\nMessage-ID: <${'x'.repeat(10_000)}@odd.test>\r\n\r\nMine.`,
  ],
  [
    'to ten thousand people',
    () =>
      `From: <${reader}>\r\nTo: ${Array.from({ length: 10_000 }, (_, i) => `<p${i}@elsewhere.localhost>`).join(',\r\n ')}\r\nMessage-ID: <many@odd.test>\r\n\r\nMine.`,
  ],
  [
    'with ten thousand references',
    () =>
      `${head('references')}References: ${Array.from({ length: 10_000 }, (_, i) => `<r${i}@odd.test>`).join('\r\n ')}\r\n\r\nMine.`,
  ],
  [
    'fifty parts deep',
    () => `${head('deep')}MIME-Version: 1.0\r\n${nested(50, 'Content-Type: text/plain\r\n\r\nMine.')}`,
  ],
  [
    'two thousand parts deep',
    () => `${head('deeper')}MIME-Version: 1.0\r\n${nested(2000, 'Content-Type: text/plain\r\n\r\nMine.')}`,
  ],
  [
    'of two thousand parts',
    () =>
      `${head('wide')}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/x\r\n\r\ny\r\n'.repeat(2000)}--b--`,
  ],
  ['in one line of a million characters', () => `${head('line')}\r\n${'word '.repeat(200_000)}`],
  [
    'of html that never ends',
    () => `${head('html')}Content-Type: text/html\r\n\r\n${'<div><blockquote>'.repeat(20_000)}Mine.`,
  ],
  [
    'with base64 that is none',
    () => `${head('base64')}Content-Transfer-Encoding: base64\r\n\r\n%%%% not base64 ====`,
  ],
  [
    'whose parts have no end',
    () => `${head('open')}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nMine.`,
  ],
  ['with its own reply address as sender', () => `From: <${to}>\r\nMessage-ID: <self@odd.test>\r\n\r\nMine.`],
]

test('A message of any such kind is kept as it came, and read as far as it can be', async () => {
  const messages = ODD.map(([, make]) => Buffer.from(make()))
  const ids = await takeIn(messages)
  const kept = await rows()
  for (const [index, id] of ids.entries()) {
    const [name] = ODD[index]!
    expect([name, kept.get(id)?.raw.equals(messages[index]!)]).toEqual([name, true])
    const hasWords = messages[index]!.includes('Mine.')
    expect([name, kept.get(id)?.content?.reply]).toEqual([
      name,
      hasWords ? expect.stringContaining('Mine.') : expect.any(String),
    ])
  }
}, 120_000)

test('A message larger than what is kept is marked, with its headers and its words', async () => {
  const film = Buffer.alloc(20 * 1024 * 1024, 'x')
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n')
  const raw = [
    `${head('film')}Content-Type: multipart/mixed; boundary=b`,
    '',
    '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGrüße. Mine.',
    '--b\r\nContent-Type: video/mp4; name="film.mp4"\r\nContent-Disposition: attachment; filename="film.mp4"',
    `Content-Transfer-Encoding: base64\r\n\r\n${film}`,
    '--b--',
  ].join('\r\n')
  expect(raw.length).toBeGreaterThan(25 * 1024 * 1024)
  const [id] = await takeIn([Buffer.from(raw)])
  const { row, content } = (await rows()).get(id!)!
  expect(row).toMatchObject({
    too_large: true,
    size_bytes: Buffer.byteLength(raw),
    matched_by: 'token',
    quarantined_at: null,
  })
  expect(content).toMatchObject({ from: reader, reply: 'Grüße. Mine.' })
  const { rows: attached } = await app.context.db.pool.query(
    'select size_bytes, content_sealed from reply_attachments where reply_id = $1',
    [row.id],
  )
  expect(attached).toEqual([{ size_bytes: 20 * 1024 * 1024, content_sealed: null }])
}, 60_000)

const mutated = fc
  .record({
    lines: fc.shuffledSubarray([
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b"',
      'Content-Type: text/html; charset=utf-16',
      'Content-Type: text/plain; charset="',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Transfer-Encoding: base64',
      'In-Reply-To: <<<>>>',
      'References: ,,;\t"',
      'Date: the day before',
      'Subject: =?utf-8?Q?=E2=28=A1?= =?bogus?X?y?=',
      'From: "unended <x@y',
      'From: Group: a@b, c@d;',
      'To:',
      ': no name',
      ' folded from nowhere',
    ]),
    body: fc.string({
      unit: fc.oneof(
        fc.string(),
        fc.constantFrom('--b\r\n', '--b--', '=\r\n', '=FF', '> ', '\0', '<div>', '\r\n'),
      ),
    }),
    cut: fc.integer({ min: 0, max: 400 }),
    flipped: fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 0, max: 255 })), { maxLength: 5 }),
  })
  .map(({ lines, body, cut, flipped }) => {
    const bytes = Buffer.from([...lines, '', body].join('\r\n'))
    for (const [at, value] of flipped) if (at < bytes.length) bytes[at] = value
    return bytes.subarray(0, Math.max(1, bytes.length - (cut > 200 ? cut - 200 : 0)))
  })

let count = 0
test('However a message is cut and bent, nothing is lost and nothing is left to do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mutated, { minLength: 8, maxLength: 12 }), async (bent) => {
      const messages = bent.map((bytes) =>
        Buffer.concat([Buffer.from(`Message-ID: <bent-${++count}@odd.test>\r\n`), bytes]),
      )
      const ids = await takeIn(messages)
      const kept = await rows()
      for (const [index, id] of ids.entries()) {
        expect(kept.get(id)?.raw.equals(messages[index]!)).toBe(true)
        expect(kept.get(id)?.content).toBeDefined()
      }
      const { rows: failed } = await app.context.db.pool.query(
        'select last_error from mail_events where attempts > 1',
      )
      expect(failed).toEqual([])
    }),
    { numRuns: 12 },
  )
}, 180_000)
