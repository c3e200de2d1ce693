import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readReplyCommand } from '../../src/cli/read-reply.ts'

const messages = resolve(import.meta.dirname, '../replies/messages')
const inline = join(messages, '59-typed-into-quotation-en.eml')
const lesson = join(messages, 'lesson-en.txt')
let folder: string
let out = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lettercourse-'))
  out = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text
    return true
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

async function message(headers: string, body: string): Promise<string> {
  const file = join(folder, 'a.eml')
  await writeFile(file, `From: Ruth <ruth@readers.example>\r\nSubject: Re: x\r\n${headers}\r\n${body}`)
  return file
}

test('a message as JSON, read with the lesson it answers', async () => {
  expect(await readReplyCommand([inline, '--sent', lesson, '--json'])).toBe(0)
  const expected = JSON.parse(await readFile(inline.replace('.eml', '.json'), 'utf8'))
  expect(JSON.parse(out)).toEqual({
    from: 'ruth@readers.example',
    automatic: false,
    reply: expected.reply,
    quoted: expect.stringContaining('Leave the phone in another room'),
    care: false,
    because: [],
    command: null,
    uncertain: true,
  })
})

test('why it is automatic, and words of distress with the words that led there', async () => {
  await readReplyCommand([await message('Auto-Submitted: auto-replied\r\n', 'Away.'), '--json'])
  expect(JSON.parse(out)).toMatchObject({ automatic: true, because: ['auto-submitted'] })
  out = ''
  await readReplyCommand([await message('', 'I want to kill myself.'), '--json'])
  expect(JSON.parse(out)).toMatchObject({
    automatic: false,
    care: true,
    because: [expect.stringContaining('kill myself')],
  })
})

test('words below a signature line are looked through as the inbox does', async () => {
  await readReplyCommand([await message('', 'Thanks\r\n-- \r\nI want to kill myself'), '--json'])
  expect(JSON.parse(out)).toMatchObject({ reply: expect.stringContaining('Thanks'), care: true })
})

test('and as somebody reads it', async () => {
  await readReplyCommand([await message('', 'Unsubscribe\n\n> quoted')])
  expect(out).toContain('Ruth <ruth@readers.example>')
  expect(out).toContain('an order: unsubscribe')
  expect(out).toMatch(/Unsubscribe\n\n--- quoted ---\nquoted/)
})

test.each<[string, () => string[], RegExp]>([
  ['no file', () => [], /takes one message/],
  ['two files', () => ['a', 'b'], /takes one message/],
  ['an option nobody knows', () => ['a', '--what'], /takes one message/],
  [
    'a file that is not there',
    () => [join(folder, 'none.eml')],
    /none\.eml cannot be read: there is no such file\./,
  ],
  ['a folder', () => [folder], /cannot be read: it is a folder\./],
  [
    'a lesson that is not there',
    () => [inline, '--sent', join(folder, 'none.txt')],
    /none\.txt cannot be read/,
  ],
])('%s is said in one sentence', async (_, args, sentence) => {
  await expect(readReplyCommand(args())).rejects.toThrow(sentence)
})

test('an empty file is said to be empty', async () => {
  const file = join(folder, 'empty.eml')
  await writeFile(file, '\n')
  await expect(readReplyCommand([file])).rejects.toThrow(/is empty; give the message as it was received/)
})
