import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aMailbox, letter } from './a-mailbox.ts'

async function aJournal(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'mailbox-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  return join(directory, 'mailbox.jsonl')
}

test('what was answered is on disk before the answer, and a retry after a crash gets the same answer', async () => {
  const journal = await aJournal()
  const before = await aMailbox({ journal })
  const batch = [letter(), letter({ to: 'ben@reader.dev' })]
  const first = await before.resend.batch.send(batch, { idempotencyKey: 'batch-1' })
  // A copy of the file as it is at this moment stands for a kill -9.
  const onDisk = await readFile(journal)
  await before.stop()
  await writeFile(journal, onDisk)

  const after = await aMailbox({ journal })
  const again = await after.resend.batch.send(batch, { idempotencyKey: 'batch-1' })
  expect(again.data).toEqual(first.data)
  const accepted = (await (await fetch(`${after.url}/resend-accepted`)).json()) as { total: number }
  expect(accepted.total).toBe(2)
  const other = await after.resend.emails.send(letter(), { idempotencyKey: 'batch-1' })
  expect(other.error).toMatchObject({ statusCode: 409 })
})

test('a torn last line is dropped with its key, so that the retry sends the mail once', async () => {
  const journal = await aJournal()
  const before = await aMailbox({ journal })
  const kept = await before.resend.emails.send(letter(), { idempotencyKey: 'kept' })
  await before.mailbox.settled()
  await before.stop()
  const whole = await readFile(journal)
  await appendFile(journal, '{"kind":"accepted","emails":[{"id":"tor')

  const after = await aMailbox({ journal })
  expect((await readFile(journal)).equals(whole)).toBe(true)
  expect((await after.resend.emails.list()).data!.data.map((each) => each.id)).toEqual([kept.data!.id])
  const retried = await after.resend.emails.send(letter(), { idempotencyKey: 'torn' })
  expect(retried.error).toBeNull()
  await after.stop()

  const third = await aMailbox({ journal })
  expect((await third.resend.emails.list()).data!.data).toHaveLength(2)
})

test('a broken line in the middle is refused rather than passed over', async () => {
  const journal = await aJournal()
  await writeFile(journal, 'not json\n{"kind":"seen","id":"a"}\n')
  await expect(aMailbox({ journal })).rejects.toThrow('unreadable line at byte 0')
})

test('an event nobody acknowledged is sent again after a restart, under the same id', async () => {
  const journal = await aJournal()
  const before = await aMailbox({ journal, retryDelays: [0, 60_000] })
  before.answers.unshift(500, 500, 200)
  const sent = await before.resend.emails.send(letter())
  const rest = await before.resend.emails.send(letter({ to: 'suppressed@resend.dev' }))
  await before.mailbox.settled()
  const refused = before.heard.slice(0, 2)
  await before.stop()

  const after = await aMailbox({ journal })
  await after.mailbox.settled()
  const ids = (heard: typeof refused) => heard.map((each) => `${each.id} ${each.body}`).sort()
  expect(ids(after.heard)).toEqual(ids(refused))
  expect(after.heard.map((each) => each.data.email_id)).not.toContain(rest.data!.id)
  expect(sent.error).toBeNull()
  await after.stop()

  const third = await aMailbox({ journal })
  await third.mailbox.settled()
  expect(third.heard).toEqual([])
})

test('received mail and read marks survive, and so does the count against the quota', async () => {
  const journal = await aJournal()
  const before = await aMailbox({ journal })
  const sent = (await before.resend.emails.send(letter())).data!
  await fetch(`${before.url}/mails/${sent.id}/seen`, { method: 'POST' })
  const id = await before.mailbox.receive('Subject: Hi\r\n\r\nHi', {
    from: 'a@reader.dev',
    to: ['r@reply.lettercourse.dev'],
  })
  await before.mailbox.settled()
  await before.stop()

  const after = await aMailbox({ journal })
  const received = await after.resend.emails.receiving.get(id)
  expect(received.data!.text).toBe('Hi')
  expect(received.headers).toMatchObject({ 'x-resend-monthly-quota': '2' })
  expect(await (await fetch(after.url)).text()).not.toContain('class="unread"')
})

test('a counting sink keeps no bodies', async () => {
  const journal = await aJournal()
  const { resend } = await aMailbox({ journal, keepBodies: false })
  const { data } = await resend.emails.send(letter({ text: 'not to be kept' }))
  expect((await resend.emails.get(data!.id)).data).toMatchObject({ html: null, text: null })
  expect(await readFile(journal, 'utf8')).not.toContain('not to be kept')
})
