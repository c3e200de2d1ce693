import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBatch } from '../../../src/deliveries/queries.ts'
import { submitBatch } from '../../../src/deliveries/submit-batch.ts'
import { claimDueLessons } from '../../../src/enrollments/claim-due-lessons.ts'
import type { Mail } from '../../../src/mail/open-mail.ts'
import type { OutgoingMail } from '../../../src/mail/payload.ts'
import type { Payload } from '../../../src/mail/payload.ts'
import { findSequence, getRevision } from '../../../src/sequences/queries.ts'
import { previewLesson } from '../../../src/deliveries/preview-lesson.ts'
import { aReader, formOf, openStudio, publishCourse, type Studio } from './studio-for-tests.ts'

let studio: Studio
let laurie: string
const sent: OutgoingMail[] = []
const mail = {
  submit: async (_key: string, { bytes }: Payload) => {
    const mails = JSON.parse(bytes.toString()) as OutgoingMail[]
    sent.push(...mails)
    return { accepted: true, ids: mails.map((_, place) => `id-${place}`), refusals: new Map() }
  },
} as unknown as Mail

beforeAll(async () => {
  studio = await openStudio({ mail })
  laurie = await studio.signUp('Laurie', 'laurie@example.org')
})
afterAll(() => studio.context.db.close())

test('the preview is what is sent, byte for byte, for the same reader', async () => {
  const { context } = studio
  const sequenceId = await publishCourse(context)
  await aReader(context, sequenceId, { email: 'ann@example.org', firstName: 'Ann & <Co>' })
  await aReader(context, sequenceId, { email: 'bea@example.org', firstName: null, timezone: 'Asia/Kolkata' })
  const enrolledAt = context.clock.now()
  const { batches } = await claimDueLessons(context, enrolledAt)
  for (const { id } of batches) await submitBatch(context, id, enrolledAt)
  expect((await findBatch(context.db.kysely, batches[0]!.id))?.submitted_at).toEqual(enrolledAt)

  const { published_revision_id } = (await findSequence(context.db.kysely, 'a-quiet-week'))!
  const course = await getRevision(context.db.kysely, published_revision_id!)
  const rows = await context.db.kysely
    .selectFrom('deliveries as d')
    .innerJoin('enrollments as e', 'e.id', 'd.enrollment_id')
    .innerJoin('subscribers as s', 's.id', 'd.subscriber_id')
    .select(['d.id', 'e.next_due_at', 's.email', 's.first_name', 's.timezone'])
    .execute()
  expect(rows).toHaveLength(2)
  for (const row of rows) {
    const preview = await previewLesson(context, course, course.lessons[0]!, {
      deliveryId: row.id,
      email: row.email,
      firstName: row.first_name,
      timezone: row.timezone,
      enrolledAt,
      day: 1,
      of: 3,
      isLast: false,
      sentAt: enrolledAt,
      nextDueAt: row.next_due_at,
    })
    const { from, subject, html, text } = sent.find(({ to }) => to === row.email)!
    expect({ from, subject, html, text }).toEqual({
      from: preview.from,
      subject: preview.subject,
      html: preview.html,
      text: preview.text,
    })
  }
})

const LESSON = '/admin/sequences/a-quiet-week/lessons/rest'

test('typing shows the letter at once, and says what is wrong instead when something is', async () => {
  const form = formOf(await (await studio.get(LESSON, laurie)).text(), LESSON)
  const ask = async (change: Record<string, string>) => {
    const answer = await studio.post(`${LESSON}/preview`, { ...form, ...change }, laurie, {
      accept: 'application/json',
    })
    return (await answer.json()) as { preview?: Record<string, string>; problems: Record<string, string[]> }
  }
  const { preview } = await ask({ preheader: 'For {{ first_name }}', markdown: 'New *words*, <b>plain</b>.' })
  expect(preview).toMatchObject({
    subject: 'Rest',
    preheader: 'For Ann',
    from: 'Laurie <courses@lettercourse.localhost>',
  })
  expect(preview!.html).toContain('New <em')
  expect(preview!.document).toContain("default-src 'none'")
  expect(preview!.size).toMatch(/^\d+ KB of the 90 KB/)
  expect((await ask({ nameless: 'on' })).preview!.text).toContain('Dear friend')
  expect((await ask({ subject: '{{ nope }}' })).problems.subject![0]).toContain('there is no field "nope"')
  const large = await ask({ markdown: 'a paragraph of words.\n\n'.repeat(900) })
  expect(large.preview!.size).toContain('cannot be published')
})

test('without scripts the Preview button shows the same, and keeps what was typed', async () => {
  const form = formOf(await (await studio.get(LESSON, laurie)).text(), LESSON)
  const page = await studio.post(`${LESSON}/preview`, { ...form, markdown: 'Typed & not saved.' }, laurie)
  const text = await page.text()
  expect(page.status).toBe(200)
  expect(formOf(text, LESSON).markdown).toBe('Typed & not saved.')
  expect(text).toMatch(/<iframe[^>]*sandbox="[^"]*"[^>]*srcDoc="[^"]*Typed &amp;amp; not saved\./i)
  expect(text).not.toMatch(/sandbox="[^"]*allow-scripts/)
})
