/**
 * What the documentation of the three libraries leads one to write: a delayed job for each reader (BullMQ, "Delayed
 * jobs"), whose worker renders (React Email, "Render" and "Plain text") and sends (Resend, "Send email").
 */
import { randomUUID } from 'node:crypto'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { render, toPlainText } from 'react-email'
import { Resend } from 'resend'
import Lesson, { subject } from '../../emails/lesson.tsx'
import { loadSequenceFiles } from '../../src/sequences/load-sequence-files.ts'

const course = await loadSequenceFiles('sequences/wanting-to-be-wanted')
const lesson = course.lessons[1]!
const resend = new Resend('re_bench', { baseUrl: process.env.RESEND_BASE_URL })
const connection = new Redis(process.env.REDIS_URL!, { maxRetriesPerRequest: null })
const queue = new Queue('textbook', { connection })
let done: () => void = () => {}
let left = 0

new Worker(
  'textbook',
  async ({ data }) => {
    const props = {
      ...{ courseTitle: course.title, senderName: course.senderName, isLast: false, dayLabel: 'Day 2 of 7' },
      ...{ language: 'en', accent: '#a2432a', threading: 'separate' as const, first: null },
      ...{ done: '29%', ahead: '71%' },
      ...{
        subject: lesson.subject,
        preheader: lesson.preheader,
        markdown: lesson.markdown,
        prompt: lesson.prompt,
      },
      next: 'The next one comes Tuesday, 8 December, at 08:00.',
      reason: 'You asked for this course on 23 November 2026.',
      unsubscribeUrl: `https://lettercourse.dev/unsubscribe/${data.token}`,
      preferencesUrl: `https://lettercourse.dev/me/${data.token}`,
      answerUrl: `https://lettercourse.dev/answer/${data.token}`,
      viewUrl: `https://lettercourse.dev/view/${data.token}`,
      previousUrl: `https://lettercourse.dev/view/${data.token}`,
      postalAddress: '12 Harbour Lane, Vancouver BC V6B 1A1, Canada',
    }
    const html = await render(<Lesson {...props} />)
    const { error } = await resend.emails.send({
      from: `${course.senderName} <courses@lettercourse.dev>`,
      to: data.email,
      replyTo: `r+${data.token}@replies.lettercourse.dev`,
      subject: subject(props),
      html,
      text: toPlainText(html),
      headers: {
        'List-Unsubscribe': `<${props.unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      tags: [{ name: 'delivery', value: data.id }],
    })
    if (error) throw new Error(error.message)
    left -= 1
    if (left === 0) done()
  },
  { connection, concurrency: 16 },
)

const memory = async () => Number(/used_memory:(\d+)/.exec(await connection.info('memory'))![1])

process.on('message', async ({ count }: { count: number }) => {
  const before = await memory()
  const dueAt = Date.now() + 2_000
  const readers = Array.from({ length: count }, (_, i) => ({
    ...{ id: randomUUID(), token: randomUUID(), email: `reader-${i}@readers.lettercourse.org` },
  }))
  const all = new Promise<void>((resolve) => {
    left = count
    done = resolve
  })
  await queue.addBulk(readers.map((data) => ({ name: 'lesson', data, opts: { delay: dueAt - Date.now() } })))
  const bytesPerReader = ((await memory()) - before) / count
  const added = Date.now()
  await all
  process.send!({ seconds: (Date.now() - Math.max(dueAt, added)) / 1000, bytesPerReader })
})
process.on('SIGTERM', () => process.exit(0))
process.send!({ ready: true })
