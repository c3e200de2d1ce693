import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { findCare } from './care/find-care.ts'

/** Characters looked through at once, some tenths of a second. Most letters have fewer; the server does other things between two. */
const PIECE = 8_000
/** So that what stands across two pieces is in one of them. */
const OVERLAP = 500
/** What is longer than so many pieces was not written by somebody in distress. */
const PIECES = 25

/**
 * The words of a message that make a person look first; empty for most. What was set apart without being known as ours is
 * looked through too, or the whole text where it is not certain how to part it; and the subject where it is not the one
 * they answer.
 * @param answered the subject of the mail they answer
 */
export async function signsOfCare(
  message: { subject: string; reply: string; notOurs?: string; whole: string; uncertain: boolean },
  language: string | undefined,
  answered = '',
): Promise<string[]> {
  const words = message.uncertain && message.notOurs === undefined ? message.whole : message.reply
  const subject = isTheirs(message.subject, answered) ? message.subject : ''
  const because = new Set<string>()
  for (const text of [subject ? `${subject}\n\n${words}` : words, message.notOurs ?? ''])
    for (const sign of await signsIn(text, language)) because.add(sign)
  return [...because]
}

async function signsIn(text: string, language: string | undefined): Promise<Set<string>> {
  const because = new Set<string>()
  for (let piece = 0, start = 0; piece < PIECES && start < text.length; piece++, start += PIECE - OVERLAP) {
    if (piece > 0) await setImmediate()
    for (const sign of findCare(text.slice(start, start + PIECE), language).because) because.add(sign)
  }
  return because
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
