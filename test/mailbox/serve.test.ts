import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Resend } from 'resend'
import { expect, onTestFinished, test } from 'vitest'
import { letter } from './a-mailbox.ts'

async function start(...args: string[]): Promise<{ process: ChildProcess; url: string; resend: Resend }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/mailbox/serve.ts', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const line of createInterface({ input: child.stdout! })) {
    const { url, api } = JSON.parse(line) as { url: string; api: string }
    return { process: child, url, resend: new Resend('re_test', { baseUrl: api }) }
  }
  throw new Error('It never listened.')
}

test('kill -9 under load loses nothing that was answered, and retries double nothing', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'mailbox-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const journal = join(directory, 'mailbox.jsonl')
  const batches = Array.from({ length: 60 }, (_, b) =>
    Array.from({ length: 5 }, (_, i) => letter({ tags: [{ name: 'delivery', value: `${b}-${i}` }] })),
  )
  const send = ({ resend }: { resend: Resend }) =>
    Promise.all(batches.map((batch, b) => resend.batch.send(batch, { idempotencyKey: `batch-${b}` })))

  const first = await start('--rps', '0', '--sink', '--journal', journal)
  const sending = send(first)
  // In the middle of it: some are answered, some not.
  await expect
    .poll(
      async () => ((await (await fetch(`${first.url}/resend-accepted`)).json()) as { total: number }).total,
      {
        interval: 1,
      },
    )
    .toBeGreaterThan(0)
  first.process.kill('SIGKILL')
  const answered = await sending

  const second = await start('--rps', '0', '--sink', '--journal', journal)
  const retried = await send(second)
  for (const [b, answer] of answered.entries()) if (answer.data) expect(retried[b]!.data).toEqual(answer.data)
  expect(await (await fetch(`${second.url}/resend-accepted`)).json()).toMatchObject({
    total: 300,
    distinct: 300,
    repeated: 0,
  })
})
