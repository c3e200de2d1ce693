import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { outcomeOf } from '../readers/reader-page.tsx'
import { replyState } from './reply-state.ts'

export interface HistoryEntry {
  at: Date
  what: 'mail' | 'reply'
  /** A lesson's subject; for other mail, its kind. */
  subject: string
  state: string
  replyId?: string
}

/** What went to somebody in one course and what came back, the latest first. No words of theirs are among it. */
export async function listHistory(db: Kysely<Schema>, enrollmentId: string): Promise<HistoryEntry[]> {
  const mails = await db
    .selectFrom('deliveries as d')
    .leftJoin('revision_lessons as l', (join) =>
      join.onRef('l.lesson_id', '=', 'd.lesson_id').onRef('l.revision_id', '=', 'd.revision_id'),
    )
    .select(['d.kind', 'd.queued_at', 'd.submitted_at', 'd.delivered_at', 'd.delayed_at', 'd.bounced_at'])
    .select(['d.complained_at', 'd.failed_at', 'd.failure', 'l.subject'])
    .where('d.enrollment_id', '=', enrollmentId)
    .orderBy('d.id', 'desc')
    .limit(200)
    .execute()
  const replies = await db
    .selectFrom('replies as r')
    .leftJoin('revision_lessons as l', (join) =>
      join.onRef('l.lesson_id', '=', 'r.lesson_id').onRef('l.revision_id', '=', 'r.revision_id'),
    )
    .select(['r.id', 'r.received_at', 'r.automatic', 'r.quarantined_at', 'r.answered_at', 'r.archived_at'])
    .select(['r.command', 'l.subject'])
    .where('r.enrollment_id', '=', enrollmentId)
    .where('r.quarantined_at', 'is', null)
    .orderBy('r.received_at', 'desc')
    .limit(200)
    .execute()
  const entries: HistoryEntry[] = [
    ...mails.map((mail) => ({
      at: mail.queued_at,
      what: 'mail' as const,
      subject: mail.kind === 'lesson' ? (mail.subject ?? 'A lesson') : (KINDS[mail.kind] ?? mail.kind),
      state: outcomeOf(mail),
    })),
    ...replies.map((reply) => ({
      at: reply.received_at,
      what: 'reply' as const,
      subject: reply.subject ?? 'A message',
      state: replyState(reply),
      replyId: reply.id,
    })),
  ]
  return entries.sort((a, b) => b.at.getTime() - a.at.getTime())
}

const KINDS: Partial<Record<string, string>> = {
  answer: 'Our answer',
  repeat: 'A lesson sent again',
  correction: 'A correction',
  welcome_back: 'Welcome back',
  finished: 'The end of the course',
  receipt: 'A receipt',
  pause_offer: 'How to pause',
  left: 'Unsubscribed',
}
