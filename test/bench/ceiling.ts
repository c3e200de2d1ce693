/** The ceiling: Resend's SDK posting batches of 100 mails that are ready, four in flight. A round for each message. */
import { randomUUID } from 'node:crypto'
import { Resend } from 'resend'
import type { OutgoingMail } from '../../src/mail/payload.ts'
import { realMails } from './real-mails.ts'

const DIFFERENT = 2_000
const BATCH = 100
const IN_FLIGHT = 4

// Through JSON and back, so that every string is flat as one read from somewhere would be, and none is put together late.
const mails = JSON.parse(JSON.stringify(await realMails(DIFFERENT))) as OutgoingMail[]
const resend = new Resend('re_bench', { baseUrl: process.env.RESEND_BASE_URL })

async function post(count: number): Promise<number> {
  const batches: OutgoingMail[][] = []
  for (let i = 0; i < count; i++) {
    const mail = mails[i % mails.length]!
    if (i % BATCH === 0) batches.push([])
    batches.at(-1)!.push({ ...mail, tags: [{ name: 'delivery', value: randomUUID() }, mail.tags[1]!] })
  }
  const start = performance.now()
  const take = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const { error } = await resend.batch.send(batch, {
        idempotencyKey: randomUUID(),
        batchValidation: 'permissive',
      })
      if (error) throw new Error(error.message)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, take))
  return (performance.now() - start) / 1000
}

const size = (part: 'html' | 'text') =>
  mails.reduce((sum, mail) => sum + Buffer.byteLength(mail[part]), 0) / mails.length
process.on('message', async ({ count }: { count: number }) => process.send!({ seconds: await post(count) }))
process.on('SIGTERM', () => process.exit(0))
process.send!({ html: size('html'), text: size('text'), subject: mails[0]!.subject })
