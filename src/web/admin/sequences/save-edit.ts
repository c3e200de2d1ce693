/**
 * One edit of a draft. An edit is a function on the whole content, so when somebody saved something else meanwhile it is
 * simply made on top of theirs; only when they changed the very thing that this person had open is it a conflict.
 */
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { type Draft, getDraft, type Seen, saveDraft } from '../../../sequences/draft.ts'
import { findSequence } from '../../../sequences/queries.ts'
import { type SequenceContent, sequenceContent } from '../../../sequences/sequence.ts'

export interface Edit {
  seen: Seen
  /** Makes the change; undefined when there is nothing to make it on. */
  apply(content: SequenceContent): SequenceContent | undefined
  /** Whether the part that was open still reads, in somebody else's draft, as it did when it was opened. */
  isAsSeen(content: SequenceContent): boolean
}

export type Edited =
  /** `beside`: who else saved meanwhile, in other places; both are kept. */
  | { saved: true; beside?: string }
  | { saved: false; because: 'changed'; theirs: Draft }
  | { saved: false; because: 'invalid'; problem: string }

const TRIES = 5

export async function saveEdit(
  db: Kysely<Schema>,
  slug: string,
  edit: Edit,
  by: string,
  now: Date,
): Promise<Edited> {
  let theirs: Draft | undefined
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const sequence = (await findSequence(db, slug))!
    const draft = await getDraft(db, sequence)
    const isSeen = draft.basedOn === edit.seen.basedOn && draft.version === edit.seen.version
    if (!isSeen) theirs = draft
    if (!isSeen && !edit.isAsSeen(draft.content)) break
    const content = edit.apply(draft.content)
    if (!content) return { saved: false, because: 'changed', theirs: draft }
    const parsed = sequenceContent.safeParse(content)
    if (!parsed.success)
      return { saved: false, because: 'invalid', problem: sentence(parsed.error.issues[0]!.message) }
    const result = await saveDraft(db, sequence.id, parsed.data, draft, by, now)
    if (result.saved) return { saved: true, beside: theirs && nameOf(theirs) }
    theirs = result.theirs
  }
  return { saved: false, because: 'changed', theirs: theirs! }
}

/** Who to name when a draft is not the one that was seen: nobody saved, so somebody published or discarded. */
export const nameOf = (draft: Draft): string => draft.updatedBy ?? 'Somebody'

/** "the subject is missing" → "The subject is missing." */
export const sentence = (words: string) =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`
