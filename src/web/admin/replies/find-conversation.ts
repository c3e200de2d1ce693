import type { Context } from '../../../context.ts'
import { findAnswerIn, listConversation } from '../../../replies/queries.ts'
import { type OpenedReply, readReply } from '../../../replies/read-reply.ts'
import { openWords } from '../../../replies/reply.ts'
import { replyState } from './reply-state.ts'

export interface Conversation {
  reply: OpenedReply
  /** What the same reader wrote before in the same course, oldest first. */
  earlier: OpenedReply[]
  /** The answer of ours that the reply answers. */
  answered: OpenedReply['answers'][number] | undefined
  /** What they wrote since, the latest first. None of it is opened. */
  later: { id: string; at: Date; inCare: boolean; state: string }[]
}

/** A reply with what was written before and since in the same course. All whose words are shown is noted as read. */
export async function findConversation(
  context: Context,
  id: string,
  reader: string,
  now: Date,
): Promise<Conversation | undefined> {
  const reply = await readReply(context, id, reader, now)
  if (!reply) return undefined
  const { enrollment_id, received_at, quarantined_at, delivery_id } = reply.row
  const conversation: Conversation = { reply, earlier: [], answered: undefined, later: [] }
  // What somebody else sent is not part of this reader's conversation, and is not shown beside it.
  if (!enrollment_id || quarantined_at) return conversation
  for (const row of await listConversation(context.db.kysely, enrollment_id)) {
    if (row.id === id || row.automatic) continue
    if (row.received_at > received_at) {
      const inCare = row.care_at !== null && row.care_closed_at === null
      conversation.later.unshift({ id: row.id, at: row.received_at, inCare, state: replyState(row) })
      continue
    }
    const opened = await readReply(context, row.id, reader, now)
    if (opened) conversation.earlier.push(opened)
  }
  const answer = delivery_id && (await findAnswerIn(context.db.kysely, delivery_id))
  if (answer)
    conversation.answered = {
      body: openWords(context.secrets, answer.body_sealed),
      authorName: answer.author_name,
      answeredAt: answer.answered_at,
    }
  return conversation
}
