import type { Kysely } from 'kysely'
import Receipt, { subject } from '../../emails/receipt.tsx'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import { type CompiledMail, compileMail, slot } from '../deliveries/compile.ts'
import { Latest } from '../deliveries/latest.ts'
import { queueMail, submitLater } from '../deliveries/queue-mail.ts'
import { sayWhen } from '../deliveries/write-lesson.ts'
import { sayDay } from '../schedule/describe.ts'
import { getRevision } from '../sequences/queries.ts'
import type { Revision } from '../sequences/sequence.ts'
import { localeFor } from '../words/locale-for.ts'
import { wordsFor } from '../words/words.ts'
import { findWaits } from './find-waits.ts'
import {
  addressed,
  type LetterReader,
  lastLetter,
  reasonOf,
  setLetterDue,
  takeLetters,
} from './take-letters.ts'

const AN_HOUR_MS = 3_600_000

type Standing = 'paused' | 'resumed'

/**
 * Somebody paused a course or let it go on (`pause`, `resume`): the reader is told how it stands now, at most once an hour.
 * Whoever presses again within the hour is told at its end, so the last word is always true.
 * @returns how many readers were taken
 */
export async function claimReceipts(
  context: Context,
  now: Date,
  { limit = 2000 }: { limit?: number } = {},
): Promise<number> {
  const { taken, batches } = await context.db.kysely.transaction().execute(async (trx) => {
    const readers = await takeLetters(trx, 'receipt_due_at', now, limit)
    const batches: string[] = []
    for (const reader of readers) {
      const last = await lastLetter(trx, reader, 'receipt')
      const next = last && new Date(last.getTime() + AN_HOUR_MS)
      const tooSoon = next !== undefined && next > now
      await setLetterDue(trx, reader.id, { receipt_due_at: tooSoon ? next : null })
      const standing = standingOf(reader, now)
      if (!tooSoon && standing) batches.push(await write(context, trx, reader, standing, now))
    }
    return { taken: readers.length, batches }
  })
  await submitLater(
    context,
    batches.map((id) => ({ id, urgent: true })),
  )
  return taken
}

/** Undefined: there is nothing to tell any more. */
function standingOf(reader: LetterReader, now: Date): Standing | undefined {
  if (!reader.may_mail || reader.completed_at) return undefined
  if (reader.paused_at || (reader.paused_until && reader.paused_until > now)) return 'paused'
  return reader.next_due_at ? 'resumed' : undefined
}

async function write(
  { config }: Context,
  trx: Kysely<Schema>,
  reader: LetterReader,
  standing: Standing,
  now: Date,
): Promise<string> {
  const course = await getRevision(trx, reader.published_revision_id)
  const waits = (await findWaits(trx, [reader.id], now)).get(reader.id)
  const { batchId } = await queueMail(
    trx,
    {
      ...addressed(reader, course),
      kind: 'receipt',
      compiled: await compileReceipt(course, config.postalAddress, standing),
      slot_values: { told: sayStanding(reader, course, waits, now), reason: reasonOf(reader, course) },
    },
    now,
  )
  return batchId
}

/** @param waits until when the next letter waits for a reply, if it does */
function sayStanding(
  reader: LetterReader,
  { title, language }: Revision,
  waits: Date | undefined,
  now: Date,
): string {
  const words = wordsFor(language).mails.receipt
  const { next_due_at: next, timezone } = reader
  if (!next) return words.paused(title)
  // What is due by now leaves with this tick or the next.
  const when = sayWhen(waits ?? (next < now ? now : next), now, timezone, language)
  if (!reader.paused_until || reader.paused_until <= now)
    return waits ? words.resumedWaits(title, when) : words.resumed(title, when)
  return words.pausedUntil(title, sayDay(reader.paused_until, timezone, localeFor(language, timezone)), when)
}

const compiled = new Latest<Promise<CompiledMail>>(100)

const compileReceipt = (course: Revision, postalAddress: string, standing: Standing): Promise<CompiledMail> =>
  compiled.getOrMake(`${course.id} ${standing}`, () =>
    compileMail({
      subject: subject({ courseTitle: course.title, language: course.language, standing }),
      element: (
        <Receipt
          language={course.language}
          accent={course.accent}
          courseTitle={course.title}
          standing={standing}
          told={slot('told')}
          reason={slot('reason')}
          preferencesUrl={slot('preferencesUrl')}
          unsubscribeUrl={slot('unsubscribeUrl')}
          viewUrl={slot('viewUrl')}
          senderName={course.senderName}
          postalAddress={postalAddress}
        />
      ),
    }),
  )
