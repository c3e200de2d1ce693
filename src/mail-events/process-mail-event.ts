import type { Context } from '../context.ts'
import { isOutcome, recordOutcome } from '../deliveries/record-outcome.ts'
import type { MailEvent } from '../mail/open-mail.ts'
import { receiveReply } from '../replies/receive-reply.ts'
import { withoutWords } from './without-words.ts'

/** Does what a stored event asks for, in any order and any number of times. Throws so that the queue tries again. */
export async function processMailEvent(context: Context, svixId: string, now: Date): Promise<void> {
  const db = context.db.kysely
  const row = await db
    .updateTable('mail_events')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('svix_id', '=', svixId)
    .where('processed_at', 'is', null)
    .returning(['payload', 'attempts'])
    .executeTakeFirst()
  if (!row) return
  const event = row.payload as MailEvent
  try {
    if (event.type === 'email.received')
      await receiveReply(context, event, now, { acceptWithoutRaw: row.attempts > 6 })
    else if (isOutcome(event.type)) await recordOutcome(context, event)
  } catch (error) {
    await db
      .updateTable('mail_events')
      .set({ last_error: (error as Error).message.slice(0, 500) })
      .where('svix_id', '=', svixId)
      .execute()
    throw error
  }
  await db
    .updateTable('mail_events')
    .set({ processed_at: now, last_error: null, payload: JSON.stringify(withoutWords(event)) })
    .where('svix_id', '=', svixId)
    .execute()
}
