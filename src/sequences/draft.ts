/** What admins are editing. A draft is the whole content of a sequence; saving names the version it was made from. */
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { publishRevision } from './publish-revision.ts'
import { findDraftRow, getRevision, lockSequence } from './queries.ts'
import { type SequenceContent, sequenceContent } from './sequence.ts'

type Db = Kysely<Schema>

/** What somebody had before their eyes: of two who saw the same, only the first to save is saved. */
export interface Seen {
  /** The revision the draft began from. */
  basedOn: string
  /** 0: nothing was changed since that publication. */
  version: number
}

export interface Draft extends Seen {
  content: SequenceContent
  updatedAt?: Date
  updatedBy?: string
}

export type SaveResult =
  | { saved: true; version: number }
  | { saved: false; reason: 'changed-meanwhile'; theirs: Draft }

/** The draft of a sequence, or its published state as version 0. */
export async function getDraft(
  db: Db,
  sequence: { id: string; published_revision_id: string | null },
): Promise<Draft> {
  const row = await findDraftRow(db, sequence.id)
  if (row)
    return {
      content: sequenceContent.parse(row.content),
      basedOn: row.based_on,
      version: row.version,
      updatedAt: row.updated_at,
      updatedBy: row.updated_by,
    }
  const basedOn = sequence.published_revision_id!
  return { content: sequenceContent.parse(await getRevision(db, basedOn)), basedOn, version: 0 }
}

/** Saves when nobody saved or published since `seen`; otherwise tells, and hands over the other's draft so nothing is lost. */
export function saveDraft(
  db: Db,
  sequenceId: string,
  content: SequenceContent,
  seen: Seen,
  by: string,
  now: Date,
): Promise<SaveResult> {
  return db.transaction().execute((trx) => saveDraftWithin(trx, sequenceId, content, seen, by, now))
}

/** The same, as a part of a transaction. */
export async function saveDraftWithin(
  trx: Db,
  sequenceId: string,
  content: SequenceContent,
  seen: Seen,
  by: string,
  now: Date,
): Promise<SaveResult> {
  const sequence = await lockSequence(trx, sequenceId)
  const theirs = await getDraft(trx, sequence)
  if (theirs.basedOn !== seen.basedOn || theirs.version !== seen.version)
    return { saved: false, reason: 'changed-meanwhile', theirs }
  const version = seen.version + 1
  const values = { content: JSON.stringify(content), version, updated_at: now, updated_by: by }
  await trx
    .insertInto('drafts')
    .values({ sequence_id: sequenceId, based_on: seen.basedOn, ...values })
    .onConflict((conflict) => conflict.column('sequence_id').doUpdateSet(values))
    .execute()
  return { saved: true, version }
}

/** Publishes the draft as it was seen, within a transaction. Undefined when there is none, or somebody saved meanwhile. */
export async function publishDraft(
  trx: Db,
  sequenceId: string,
  seen: Seen,
  by: { name: string; note?: string },
  now: Date,
): Promise<string | undefined> {
  const taken = await trx
    .deleteFrom('drafts')
    .where('sequence_id', '=', sequenceId)
    .where('based_on', '=', seen.basedOn)
    .where('version', '=', seen.version)
    .returning('content')
    .executeTakeFirst()
  return taken && publishRevision(trx, sequenceId, sequenceContent.parse(taken.content), by, now)
}

/** Throws away what was not published. */
export async function discardDraft(db: Db, sequenceId: string): Promise<void> {
  await db.deleteFrom('drafts').where('sequence_id', '=', sequenceId).execute()
}
