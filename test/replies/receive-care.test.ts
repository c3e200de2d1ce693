/** A reply that shows signs of distress, from the moment it comes until a person has decided. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { grantReplies } from '../../src/admins/reply-readers.ts'
import { sendCareNotices } from '../../src/admins/send-care-notices.tsx'
import { pause, resume, sendNext } from '../../src/enrollments/change-standing.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { closeCare } from '../../src/replies/close-care.ts'
import { receiveWebAnswer } from '../../src/replies/receive-web-answer.ts'
import { resumeAfterCare } from '../../src/replies/resume-after-care.ts'
import { suppress } from '../../src/subscribers/suppress.ts'
import { lessons } from '../support/course.ts'
import { aReceiver, enrollmentOf, mailsOf, type Receiver } from './a-receiver.ts'

const DISTRESS = 'I want to kill myself. I cannot see a way on.'

let at: Receiver
beforeAll(async () => {
  at = await aReceiver()
})
afterAll(() => at.context.db.close())
beforeEach(async () => {
  await at.context.db.kysely.deleteFrom('replies').execute()
  await at.context.db.kysely.deleteFrom('admin_users').execute()
})

const lessonsOf = async (enrollment: string) =>
  (await mailsOf(at.context, 'lesson')).filter((mail) => mail.enrollment_id === enrollment).length
const claimAt = async (instant: string) => {
  at.context.clock.set(instant)
  await claimAllDue(at.context, at.context.clock.now())
}

async function anAdmin(email: string, reads: boolean) {
  const { db, clock } = at.context
  const id = randomUUID()
  await db.pool.query(
    'insert into admin_users (id, name, email, "emailVerified") values ($1, $2, $2, true)',
    [id, email],
  )
  if (reads) await grantReplies(db.kysely, id, 'a test', clock.now())
}

test('it is marked with the words that led to it, sealed, and the next lesson is held until a person resumes', async () => {
  const { reader, replyTo } = await at.aLesson()
  const row = await at.receive({ from: reader.email, to: replyTo, body: `${DISTRESS}\r\nRuth` })
  expect(row.care_at).toEqual(at.context.clock.now())
  const because = JSON.parse(at.context.secrets.unseal(row.care_because_sealed!).toString())
  expect(because.join(' ')).toContain('kill myself')
  expect(await enrollmentOf(at.context, reader.enrollment)).toMatchObject({
    held_at: at.context.clock.now(),
    held_reason: 'care',
    next_due_at: null,
  })
  await claimAt('2027-01-15T12:00:00Z')
  expect(await lessonsOf(reader.enrollment)).toBe(1)

  const resumed = await resumeAfterCare(at.context, row.id, 'mo@example.org', at.context.clock.now())
  expect(resumed).toEqual({ nextDueAt: new Date('2027-01-16T07:00:00Z') })
  // A person's own answer is the mail; none of ours says that it goes on.
  expect((await enrollmentOf(at.context, reader.enrollment)).receipt_due_at).toBeNull()
  await claimAt('2027-01-16T07:00:00Z')
  expect(await lessonsOf(reader.enrollment)).toBe(2)
  expect(await resumeAfterCare(at.context, row.id, 'mo@example.org', at.context.clock.now())).toBe(false)
})

test('closing it without resuming keeps the course held, and only the first who closes it is told so', async () => {
  const { reader, replyTo } = await at.aLesson()
  const { id } = await at.receive({ from: reader.email, to: replyTo, body: DISTRESS })
  const { db, clock } = at.context
  expect(await closeCare(at.context, id, 'mo@example.org', clock.now())).toBe(true)
  expect(await closeCare(at.context, id, 'ana@example.org', clock.now())).toBe(false)
  const row = await db.kysely.selectFrom('replies').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect([row.care_closed_at, row.care_closed_by]).toEqual([clock.now(), 'mo@example.org'])
  expect((await enrollmentOf(at.context, reader.enrollment)).held_reason).toBe('care')
})

test('a reply without such signs is not marked and holds nothing', async () => {
  const { reader, replyTo } = await at.aLesson()
  const row = await at.receive({
    from: reader.email,
    to: replyTo,
    body: 'My skilled friend killed it on stage.',
  })
  expect([row.care_at, row.care_because_sealed]).toEqual([null, null])
  const { held_at, next_due_at } = await enrollmentOf(at.context, reader.enrollment)
  expect([held_at, next_due_at]).toEqual([null, new Date('2027-01-12T07:00:00Z')])
})

test('what the lesson said and their program quoted is not taken for theirs', async () => {
  const { reader, replyTo } = await at.aLesson()
  const quotation = `On Mon, 11 Jan 2027 at 15:00, Ana <${replyTo}> wrote:\r\n> ${DISTRESS}`
  const row = await at.receive({
    from: reader.email,
    to: replyTo,
    body: `It was the evenings.\r\n\r\n${quotation}`,
  })
  expect(row.care_at).toBeNull()
})

test('also words in the subject count, when it is not the one they answer', async () => {
  const { reader, replyTo } = await at.aLesson()
  const row = await at.receive({
    from: reader.email,
    to: replyTo,
    subject: 'I want to kill myself',
    body: 'See above.',
  })
  expect(row.care_at).not.toBeNull()
})

test('from another address it is quarantined, marked all the same, and the course is held', async () => {
  const { reader, replyTo } = await at.aLesson()
  const row = await at.receive({ from: 'ruth@work.localhost', to: replyTo, body: DISTRESS })
  expect([row.quarantined_at, row.care_at]).toEqual([at.context.clock.now(), at.context.clock.now()])
  expect((await enrollmentOf(at.context, reader.enrollment)).held_reason).toBe('care')
})

test('a machine that returns our own letter holds nobody', async () => {
  const { reader, replyTo } = await at.aLesson()
  const row = await at.receive({
    from: 'mailer-daemon@elsewhere.localhost',
    to: replyTo,
    body: DISTRESS,
    headers: ['Auto-Submitted: auto-replied'],
  })
  expect([row.automatic, row.care_at]).toEqual([true, null])
  expect((await enrollmentOf(at.context, reader.enrollment)).held_at).toBeNull()
})

test('written on the web it is marked and holds the course as well', async () => {
  const { reader, delivery } = await at.aLesson()
  const answer = { delivery, subject: 'Lesson one', words: DISTRESS, nonce: 'n1' }
  await receiveWebAnswer(at.context, answer, at.context.clock.now())
  const row = await at.context.db.kysely.selectFrom('replies').selectAll().executeTakeFirstOrThrow()
  expect(row.care_at).toEqual(at.context.clock.now())
  expect((await enrollmentOf(at.context, reader.enrollment)).held_reason).toBe('care')
})

test('an address that must not be mailed stays held when care is over', async () => {
  const { reader, replyTo } = await at.aLesson()
  const { id } = await at.receive({ from: reader.email, to: replyTo, body: DISTRESS })
  const { db, secrets, clock } = at.context
  await suppress(db.kysely, secrets.hashOf(reader.email), 'bounced', clock.now())
  expect(await resumeAfterCare(at.context, id, 'mo@example.org', clock.now())).toEqual({ nextDueAt: null })
  expect((await enrollmentOf(at.context, reader.enrollment)).held_reason).toBe('suppressed: bounced')
})

test('whoever may read replies is told once, without a word of it; who may not is not', async () => {
  const { reader, replyTo } = await at.aLesson()
  await anAdmin('counsellor@example.org', true)
  await anAdmin('writer@example.org', false)
  const { id } = await at.receive({ from: reader.email, to: replyTo, body: DISTRESS })
  const before = (await mailsOf(at.context, 'care_notice')).length
  const now = at.context.clock.now()
  await Promise.all([sendCareNotices(at.context, now), sendCareNotices(at.context, now)])
  await sendCareNotices(at.context, now)
  const notices = (await mailsOf(at.context, 'care_notice')).slice(before)
  expect(notices.map((mail) => mail.to_address)).toEqual(['counsellor@example.org'])
  const compiled = await at.context.db.kysely
    .selectFrom('compiled_mails')
    .selectAll()
    .where('id', '=', notices[0]!.compiled_id)
    .executeTakeFirstOrThrow()
  expect(compiled.text).toContain(`/admin/replies/${id}`)
  expect(compiled.text).toContain('A quiet week')
  expect(`${compiled.subject} ${compiled.html} ${compiled.text}`).not.toMatch(
    /kill|way on|readers\.localhost/,
  )
})

test('while nobody may read replies the alert is kept, and goes when somebody may', async () => {
  const { reader, replyTo } = await at.aLesson()
  await at.receive({ from: reader.email, to: replyTo, body: DISTRESS })
  const before = (await mailsOf(at.context, 'care_notice')).length
  await sendCareNotices(at.context, at.context.clock.now())
  expect(await mailsOf(at.context, 'care_notice')).toHaveLength(before)
  await anAdmin('late@example.org', true)
  await sendCareNotices(at.context, at.context.clock.now())
  const told = (await mailsOf(at.context, 'care_notice')).map((mail) => mail.to_address)
  expect(told.filter((address) => address === 'late@example.org')).toHaveLength(1)
})

test('a pause of the reader outlasts the hold: with an end it ends then, without one it goes on', async () => {
  const { reader, replyTo } = await at.aLesson()
  const { db, clock } = at.context
  await pause(db.kysely, reader.enrollment, '2027-02-10', clock.now())
  const { id } = await at.receive({ from: reader.email, to: replyTo, body: DISTRESS })
  expect((await enrollmentOf(at.context, reader.enrollment)).next_due_at).toBeNull()
  expect(await resumeAfterCare(at.context, id, 'mo@example.org', clock.now())).toEqual({
    nextDueAt: new Date('2027-02-10T07:00:00Z'),
  })
  await pause(db.kysely, reader.enrollment, undefined, clock.now())
  const again = await at.receive({ from: reader.email, to: replyTo, body: DISTRESS })
  expect(await resumeAfterCare(at.context, again.id, 'mo@example.org', clock.now())).toEqual({
    nextDueAt: null,
  })
  const { held_at, paused_at } = await enrollmentOf(at.context, reader.enrollment)
  expect([held_at, paused_at]).toEqual([null, clock.now()])
})

test('the course does not go on while another of their replies in care was opened by nobody', async () => {
  const { reader, replyTo } = await at.aLesson()
  const { db, clock } = at.context
  const first = await at.receive({ from: reader.email, to: replyTo, body: DISTRESS })
  const second = await at.receive({ from: reader.email, to: replyTo, body: DISTRESS })
  const resume = (id: string) => resumeAfterCare(at.context, id, 'mo@example.org', clock.now())
  expect(await resume(first.id)).toBe('unread')
  expect((await enrollmentOf(at.context, reader.enrollment)).held_reason).toBe('care')
  await db.kysely
    .insertInto('reply_reads')
    .values({ reply_id: second.id, read_by: 'mo@example.org', read_at: clock.now() })
    .execute()
  expect(await resume(first.id)).toEqual({ nextDueAt: expect.any(Date) })
})

test('after the last lesson the letter that it was the last does not go', async () => {
  const { reader, replyTo } = await at.aLesson({ lessons: lessons('only') })
  expect((await enrollmentOf(at.context, reader.enrollment)).finish_due_at).not.toBeNull()
  await at.receive({ from: reader.email, to: replyTo, body: DISTRESS })
  const { finish_due_at, held_at } = await enrollmentOf(at.context, reader.enrollment)
  expect([finish_due_at, held_at]).toEqual([null, null])
})

test('from the page of the reader nobody lifts it: not they themselves, nor an author who may not read replies', async () => {
  const { reader, replyTo } = await at.aLesson()
  await at.receive({ from: reader.email, to: replyTo, body: DISTRESS })
  const { db, clock } = at.context
  for (const by of ['reader', 'author'] as const)
    expect(await resume(db.kysely, reader.enrollment, clock.now(), by)).toBeNull()
  expect(await sendNext(db.kysely, reader.enrollment, clock.now())).toBeNull()
  expect(await enrollmentOf(at.context, reader.enrollment)).toMatchObject({
    held_reason: 'care',
    next_due_at: null,
  })
})

test('also a stranger in distress is brought before a person; nothing is said to be held', async () => {
  await anAdmin('reads@example.org', true)
  const row = await at.receive({
    from: 'someone@elsewhere.localhost',
    to: 'x@replies.localhost',
    body: DISTRESS,
  })
  expect(row).toMatchObject({ matched_by: null, care_at: at.context.clock.now() })
  await sendCareNotices(at.context, at.context.clock.now())
  const [notice] = (await mailsOf(at.context, 'care_notice')).filter(
    (mail) => mail.to_address === 'reads@example.org',
  )
  const { text } = await at.context.db.kysely
    .selectFrom('compiled_mails')
    .select('text')
    .where('id', '=', notice!.compiled_id)
    .executeTakeFirstOrThrow()
  expect(text).toContain(`/admin/replies/${row.id}`)
  expect(text).not.toMatch(/null|is held|undefined/)
})
