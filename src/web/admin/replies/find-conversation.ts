import type { Context } from '../../../context.ts'
import { findAnswerIn, listEarlierRows, listLaterRows } from '../../../replies/queries.ts'
import { type OpenedReply, openReplies, readReply } from '../../../replies/read-reply.ts'
import { openWords } from '../../../replies/reply.ts'
import { replyState } from './reply-state.ts'

/** Replies from before that are opened beside one. */
export const EARLIER_AT_MOST = 50

export interface Conversation {
  reply: OpenedReply
  /** What the same reader wrote before in the same course, oldest first; of more than `EARLIER_AT_MOST` the latest. */
  earlier: OpenedReply[]
  /** They wrote more before than is shown. */
  hasMoreEarlier: boolean
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
  const conversation: Conversation = {
    reply,
    earlier: [],
    hasMoreEarlier: false,
    answered: undefined,
    later: [],
  }
  // What somebody else sent is not part of this reader's conversation, and is not shown beside it.
  if (!enrollment_id || quarantined_at) return conversation
  const { kysely } = context.db
  const moment = { id, enrollmentId: enrollment_id, at: received_at }
  const before = await listEarlierRows(kysely, moment, EARLIER_AT_MOST + 1)
  conversation.hasMoreEarlier = before.length > EARLIER_AT_MOST
  const shown = before.slice(0, EARLIER_AT_MOST).reverse()
  conversation.earlier = await openReplies(context, shown, reader, now)
  conversation.later = (await listLaterRows(kysely, moment)).map((row) => ({
    id: row.id,
    at: row.received_at,
    inCare: row.care_at !== null && row.care_closed_at === null,
    state: replyState(row),
  }))
  const answer = delivery_id && (await findAnswerIn(kysely, delivery_id))
  if (answer)
    conversation.answered = {
      body: openWords(context.secrets, answer.body_sealed),
      authorName: answer.author_name,
      answeredAt: answer.answered_at,
    }
  return conversation
}
