import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { openWords } from '../replies/reply.ts'
import type { Secrets } from '../secrets.ts'

/** What the team holds about one reply: marked for care, and why; notes among themselves; who had it before their eyes. */
export interface TeamMarks {
  care: { marked_at: Date; because: string[]; closed_at: Date | null; course_went_on_at: Date | null } | null
  notes: { written_at: Date; words: string }[]
  read_at: Date[]
}

/** Names of the team stay out: the copy is about its reader. */
export async function listTeamMarks(
  { db, secrets }: { db: { kysely: Kysely<Schema> }; secrets: Secrets },
  replyIds: string[],
): Promise<Map<string, TeamMarks>> {
  if (replyIds.length === 0) return new Map()
  const [replies, notes, reads] = await Promise.all([
    db.kysely
      .selectFrom('replies')
      .select(['id', 'care_at', 'care_because_sealed', 'care_closed_at', 'care_resumed_at'])
      .where('id', 'in', replyIds)
      .execute(),
    db.kysely
      .selectFrom('reply_notes')
      .selectAll()
      .where('reply_id', 'in', replyIds)
      .orderBy('written_at')
      .execute(),
    db.kysely
      .selectFrom('reply_reads')
      .selectAll()
      .where('reply_id', 'in', replyIds)
      .orderBy('read_at')
      .execute(),
  ])
  return new Map(
    replies.map((reply) => [
      reply.id,
      {
        care: reply.care_at && {
          marked_at: reply.care_at,
          because: reply.care_because_sealed
            ? (JSON.parse(openWords(secrets, reply.care_because_sealed)) as string[])
            : [],
          closed_at: reply.care_closed_at,
          course_went_on_at: reply.care_resumed_at,
        },
        notes: notes
          .filter((note) => note.reply_id === reply.id)
          .map((note) => ({ written_at: note.written_at, words: openWords(secrets, note.body_sealed) })),
        read_at: reads.filter((read) => read.reply_id === reply.id).map((read) => read.read_at),
      },
    ]),
  )
}
