import type { Context } from '../../../context.ts'
import { listConversation } from '../../../replies/queries.ts'
import { type OpenedReply, readReply } from '../../../replies/read-reply.ts'

/** A reply with what the same reader wrote before in the same course. All that is shown is noted as read. */
export async function findConversation(
  context: Context,
  id: string,
  reader: string,
  now: Date,
): Promise<{ reply: OpenedReply; earlier: OpenedReply[] } | undefined> {
  const reply = await readReply(context, id, reader, now)
  if (!reply) return undefined
  const { enrollment_id, received_at } = reply.row
  const earlier: OpenedReply[] = []
  // What somebody else sent is not part of this reader's conversation, and is not shown beside it.
  if (enrollment_id && !reply.row.quarantined_at)
    for (const row of await listConversation(context.db.kysely, enrollment_id))
      if (row.id !== id && row.received_at <= received_at && !row.automatic) {
        const opened = await readReply(context, row.id, reader, now)
        if (opened) earlier.push(opened)
      }
  return { reply, earlier }
}
