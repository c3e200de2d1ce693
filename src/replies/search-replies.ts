import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { holdsAll, type Passage, passageOf, termsOf } from './find-passage.ts'
import { openContent, openWords } from './reply.ts'

export interface SearchAsked {
  words: string
  /** Id of the reply where the last search stopped: it goes on with those before. */
  before?: string | undefined
}

export interface SearchFound {
  hits: { id: string; passage: Passage; where: 'reply' | 'answer' | 'note' }[]
  lookedThrough: number
  /** Of those, replies that could not be opened: their key is gone, or their row is damaged. */
  unreadable: number
  /** Where to go on; undefined when all were looked through. */
  stoppedAt: string | undefined
  oldestSeen: Date | undefined
}

const AT_ONCE = 200

/**
 * Looks for words in replies, our answers and notes, the latest first. Nothing of them is kept in clear to be searched:
 * they are opened here, a few hundred at a time, and forgotten. It stops after `most` replies or `enough` hits, and says
 * where. Every hit shows words of somebody, so it is noted as read.
 * @param reader e-mail of who looks
 */
export async function searchReplies(
  context: Pick<Context, 'db' | 'secrets'>,
  { words, before }: SearchAsked,
  reader: string,
  now: Date,
  { most = 10_000, enough = 50, atOnce = AT_ONCE } = {},
): Promise<SearchFound> {
  const db = context.db.kysely
  const terms = termsOf(words)
  const found: SearchFound = {
    hits: [],
    lookedThrough: 0,
    unreadable: 0,
    stoppedAt: undefined,
    oldestSeen: undefined,
  }
  let from = before
  let isMore = terms.length > 0
  while (isMore && !found.stoppedAt) {
    const rows = await nextRows(db, from, atOnce)
    isMore = rows.length === atOnce
    for (const [place, row] of rows.entries()) {
      const hit = lookThrough(context, row, terms)
      if (hit === 'unreadable') found.unreadable++
      else if (hit) found.hits.push({ id: row.id, ...hit })
      found.lookedThrough++
      found.oldestSeen = row.received_at
      from = row.id
      const isLast = !isMore && place === rows.length - 1
      if (isLast || (found.hits.length < enough && found.lookedThrough < most)) continue
      found.stoppedAt = row.id
      break
    }
  }
  if (found.hits.length > 0)
    await db
      .insertInto('reply_reads')
      .values(found.hits.map(({ id }) => ({ reply_id: id, read_by: reader, read_at: now })))
      .execute()
  return found
}

interface SearchRow {
  id: string
  received_at: Date
  content_sealed: Buffer
  answers: Buffer[]
  notes: Buffer[]
}

/** By the time they came, and then by id; both stand in the row the last search stopped at. */
async function nextRows(db: Kysely<Schema>, before: string | undefined, limit: number): Promise<SearchRow[]> {
  const older = before
    ? sql`and (r.received_at, r.id) < (select b.received_at, b.id from replies b where b.id = ${before})`
    : sql``
  const { rows } = await sql<SearchRow>`
    select r.id, r.received_at, r.content_sealed,
      array(select a.body_sealed from answers a where a.reply_id = r.id and a.body_sealed is not null
        order by a.answered_at) as answers,
      array(select n.body_sealed from reply_notes n where n.reply_id = r.id order by n.written_at) as notes
    from replies r
    where r.content_sealed is not null ${older}
    order by r.received_at desc, r.id desc limit ${limit}`.execute(db)
  return rows
}

function openRow({ secrets }: Pick<Context, 'secrets'>, row: SearchRow) {
  try {
    return {
      content: openContent(secrets, row.content_sealed),
      answers: row.answers.map((sealed) => openWords(secrets, sealed)),
      notes: row.notes.map((sealed) => openWords(secrets, sealed)),
    }
  } catch {
    return undefined
  }
}

function lookThrough(context: Pick<Context, 'secrets'>, row: SearchRow, terms: string[]) {
  const opened = openRow(context, row)
  if (!opened) return 'unreadable'
  const { content, answers, notes } = opened
  const theirs = content ? [content.reply, content.subject, content.from, content.fromName] : []
  if (!holdsAll([...theirs, ...answers, ...notes], terms)) return undefined
  const places = [
    ['reply', theirs],
    ['answer', answers],
    ['note', notes],
  ] as const
  for (const [where, texts] of places)
    for (const text of texts) {
      const passage = passageOf(text, terms)
      if (passage) return { where, passage }
    }
  // A letter that is several when taken apart may be found in a text and not be told in it.
  return {
    where: 'reply' as const,
    passage: { before: (content?.reply ?? '').slice(0, 180), found: '', after: '' },
  }
}
