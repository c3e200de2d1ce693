/** What the team tells one another about a reply: sealed like the reply itself, and never sent to anybody. */
import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import { openWords } from './reply.ts'

export const LONGEST_NOTE = 5_000

export interface Note {
  body: string
  writtenBy: string
  writtenAt: Date
}

export async function addNote(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  replyId: string,
  note: { body: string; by: string },
  now: Date,
): Promise<{ added: true } | { added: false; reason: 'empty' | 'too long' }> {
  const body = note.body.replaceAll('\r\n', '\n').trim()
  if (!body) return { added: false, reason: 'empty' }
  if (body.length > LONGEST_NOTE) return { added: false, reason: 'too long' }
  await db.kysely
    .insertInto('reply_notes')
    .values({
      id: newId(now),
      reply_id: replyId,
      body_sealed: secrets.seal(body),
      written_by: note.by,
      written_at: now,
    })
    .execute()
  return { added: true }
}

/** Oldest first. */
export async function listNotes(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  replyId: string,
): Promise<Note[]> {
  const rows = await db.kysely
    .selectFrom('reply_notes')
    .selectAll()
    .where('reply_id', '=', replyId)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    body: openWords(secrets, row.body_sealed),
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  }))
}
