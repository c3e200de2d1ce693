import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { findCare } from './care/find-care.ts'

/**
 * The words of a message that make a person look first; empty for most. The whole text is looked through where it is not
 * certain which part of it is theirs, and the subject where it is not the one they answer.
 * @param answered the subject of the mail they answer
 */
export function signsOfCare(
  message: { subject: string; reply: string; whole: string; uncertain: boolean },
  language: string | undefined,
  answered = '',
): string[] {
  const words = message.uncertain ? message.whole : message.reply
  const subject = isTheirs(message.subject, answered) ? message.subject : ''
  return findCare(subject ? `${subject}\n\n${words}` : words, language).because
}

const bare = (subject: string) =>
  subject
    .replace(/^(\s*\p{L}{1,5}(\[\d+\])?\s*[:：])+/u, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

const isTheirs = (subject: string, answered: string) => bare(subject) !== bare(answered)

/** The language of the course a reply belongs to. */
export async function languageOf(db: Kysely<Schema>, revisionId: string | null): Promise<string | undefined> {
  if (!revisionId) return undefined
  const revision = await db
    .selectFrom('revisions')
    .select('language')
    .where('id', '=', revisionId)
    .executeTakeFirst()
  return revision?.language
}
