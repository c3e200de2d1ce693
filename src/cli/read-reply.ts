import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { type ReadMessage, readMessage } from '../replies/read-message.ts'
import { signsOfCare } from '../replies/signs-of-care.ts'
import { StartError } from '../start-error.ts'

const USAGE = 'lettercourse read-reply FILE.eml|- [--sent LESSON.txt] [--json]'

/** `read-reply FILE|-`: a received message as the inbox would show it. Returns the exit code. */
export async function readReplyCommand(args: string[]): Promise<number> {
  const wish = readArguments(args)
  const raw = wish.file === '-' ? await buffer(process.stdin) : await contentOf(wish.file)
  if (raw.toString('latin1').trim() === '')
    throw new StartError(
      `${wish.file === '-' ? 'What came in' : wish.file} is empty; give the message as it was received, with its headers.`,
    )
  const sent = wish.sent === undefined ? undefined : (await contentOf(wish.sent)).toString('utf8')
  const message = await readMessage(raw, { sent })
  // As the inbox looks through it. The subject of an answer is the lesson's.
  const signs = await signsOfCare(message, undefined, message.refersTo.length > 0 ? message.subject : '')
  const { from, automatic, reply, quoted, command, uncertain } = message
  const because = [...message.because, ...signs]
  const result = {
    from,
    automatic,
    reply,
    quoted,
    care: signs.length > 0,
    because,
    command: command ?? null,
    uncertain,
  }
  process.stdout.write(wish.json ? `${JSON.stringify(result, null, 2)}\n` : summary(message, signs))
  return 0
}

function readArguments(args: string[]): { file: string; sent: string | undefined; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { sent: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new Error('one file')
    return { file, sent: values.sent, json: values.json }
  } catch {
    throw new StartError(`read-reply takes one message: ${USAGE}`)
  }
}

async function contentOf(file: string): Promise<Buffer> {
  return await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'ENOENT'
        ? 'there is no such file'
        : error.code === 'EISDIR'
          ? 'it is a folder'
          : error.message
    throw new StartError(`${file} cannot be read: ${why}.`)
  })
}

function summary(message: ReadMessage, signs: string[]): string {
  const { from, fromName, subject, automatic, reply, quoted, command, uncertain, attachments } = message
  const lines = [
    `From:     ${fromName ? `${fromName} <${from}>` : from || 'nobody named'}`,
    `Subject:  ${subject}`,
    ...(automatic ? [`Written by a machine: ${message.because.join(', ')}`] : []),
    ...(command ? [`The whole message is an order: ${command}`] : []),
    ...(signs.length > 0 ? [`Care: ${signs.map((words) => `"${words}"`).join(', ')}`] : []),
    ...(uncertain ? ['Parting it from the quotation was uncertain; look at the whole message too.'] : []),
    ...attachments.map(({ name, type, size }) => `Attached: ${name} (${type}, ${size} bytes)`),
    '',
    reply || '(no text)',
    ...(quoted ? ['', '--- quoted ---', quoted] : []),
  ]
  return `${lines.join('\n')}\n`
}
