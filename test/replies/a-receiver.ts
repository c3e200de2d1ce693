/** A context to which mail can come: raw messages are handed to it as Resend would, and go the whole way in. */
import type { Inbound } from '../../src/mail/open-mail.ts'
import { claimAllDue } from '../../src/enrollments/claim-due-lessons.ts'
import { linksOf } from '../../src/deliveries/outgoing-mail.ts'
import { processMailEvent } from '../../src/mail-events/process-mail-event.ts'
import { storeMailEvent } from '../../src/mail-events/store-mail-event.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { aCourse, aReader } from '../support/course.ts'
import { anInbound } from './an-inbound.ts'

export interface Letter {
  from: string
  to: string
  body: string
  headers?: string[]
  subject?: string
  messageId?: string
  type?: string
}

export interface Receiver {
  context: TestContext
  /** Takes in a message and resolves with its id at Resend. */
  receiveRaw(inbound: Inbound, id?: string, createdAt?: string): Promise<string>
  /** Takes in a letter and gives the reply's row. */
  receive(letter: Letter, id?: string): Promise<Awaited<ReturnType<typeof rowOf>>>
  /** Somebody who has just had the first lesson of a course of its own. */
  aLesson(changes?: object, at?: string): Promise<Awaited<ReturnType<typeof lessonOf>>>
}

export async function aReceiver(): Promise<Receiver> {
  const inbox = new Map<string, Inbound>()
  const opened = await testContext()
  const fetchInbound = async (id: string) => {
    const mail = inbox.get(id)
    if (!mail) throw new Error('Resend did not give the received mail')
    return mail
  }
  const context: TestContext = { ...opened, mail: { ...opened.mail, fetchInbound } }
  let count = 0
  async function receiveRaw(inbound: Inbound, id = `in-${++count}`, createdAt?: string) {
    inbox.set(id, inbound)
    const created_at = createdAt ?? context.clock.now().toISOString()
    const event = { type: 'email.received', created_at, data: { email_id: id } }
    const svixId = `evt-${id}-${++count}`
    await storeMailEvent(context, svixId, event, context.clock.now())
    await processMailEvent(context, svixId, context.clock.now())
    return id
  }
  return {
    context,
    receiveRaw,
    async receive(letter, id = `in-${++count}`) {
      const messageId = letter.messageId ?? `<${id}@readers.test>`
      await receiveRaw(anInbound(rawOf({ ...letter, messageId }), { from: letter.from, to: letter.to }), id)
      return rowOf(context, id)
    },
    aLesson: (changes = {}, at = '2027-01-11T15:00:00Z') => lessonOf(context, changes, at),
  }
}

export function rawOf({ from, to, body, headers = [], subject = 'Re: Lesson one', ...rest }: Letter): string {
  return [
    `From: Somebody <${from}>`,
    `To: <${to}>`,
    `Subject: ${subject}`,
    `Message-ID: ${rest.messageId ?? '<a@readers.test>'}`,
    ...headers,
    `Content-Type: ${rest.type ?? 'text/plain; charset=utf-8'}`,
    '',
    body,
  ].join('\r\n')
}

const rowOf = ({ db }: TestContext, inboundId: string) =>
  db.kysely.selectFrom('replies').selectAll().where('inbound_id', '=', inboundId).executeTakeFirstOrThrow()

async function lessonOf(context: TestContext, changes: object, at: string) {
  context.clock.set(at)
  const course = await aCourse(context, changes)
  const reader = await aReader(context, course)
  await claimAllDue(context, context.clock.now())
  const delivery = await context.db.kysely
    .selectFrom('deliveries')
    .selectAll()
    .where('enrollment_id', '=', reader.enrollment)
    .executeTakeFirstOrThrow()
  return { course, reader, delivery, replyTo: linksOf(context.config, context.secrets, delivery).replyTo }
}

export const enrollmentOf = ({ db }: TestContext, id: string) =>
  db.kysely.selectFrom('enrollments').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

export const mailsOf = ({ db }: TestContext, kind: 'left' | 'care_notice' | 'pause_offer' | 'lesson') =>
  db.kysely.selectFrom('deliveries').selectAll().where('kind', '=', kind).orderBy('id').execute()
