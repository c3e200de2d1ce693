import type { Kysely } from 'kysely'
import Finished, { subject } from '../../emails/finished.tsx'
import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import { type CompiledMail, compileMail, slot } from '../deliveries/compile.ts'
import { Latest } from '../deliveries/latest.ts'
import { normaliseValue } from '../deliveries/normalise-value.ts'
import type { NewDelivery } from '../deliveries/queries.ts'
import { queueMails, submitLater } from '../deliveries/queue-mail.ts'
import { nextSendTime } from '../schedule/rule.ts'
import { whenToSend } from '../schedule/when-to-send.ts'
import { getRevision } from '../sequences/queries.ts'
import type { Revision } from '../sequences/sequence.ts'
import { mayClaim } from './restore-guard.ts'
import { ruleOf } from './rule-of.ts'
import {
  addressed,
  type LetterReader,
  lastLetter,
  reasonOf,
  setLetterDue,
  takeLetters,
} from './take-letters.ts'

/**
 * At the send time after the last lesson: the letter that says the course is over. Once a run, which the database holds
 * too (`deliveries_one_finish_ever`); whoever left, or has begun again meanwhile, gets none, and a pause puts it off.
 * @returns how many readers were taken
 */
export async function claimFinished(
  context: Context,
  now: Date,
  { limit = 2000 }: { limit?: number } = {},
): Promise<number> {
  const { taken, batches } = await context.db.kysely.transaction().execute(async (trx) => {
    if (!(await mayClaim(trx))) return { taken: 0, batches: [] }
    const readers = await takeLetters(trx, 'finish_due_at', now, limit)
    const compiled = new Map<string, CompiledMail>()
    const deliveries: NewDelivery[] = []
    for (const reader of readers) {
      const course = await getRevision(trx, reader.published_revision_id)
      const at = await whenDue(trx, reader, course, now)
      await setLetterDue(trx, reader.id, { finish_due_at: at === 'now' ? null : at })
      if (at !== 'now') continue
      const letter = await write(context, reader, course, now)
      compiled.set(letter.compiled.id, letter.compiled)
      deliveries.push(letter.delivery)
    }
    const batches = await queueMails(trx, [...compiled.values()], deliveries, now)
    return { taken: readers.length, batches }
  })
  await submitLater(context, batches)
  return taken
}

async function whenDue(
  trx: Kysely<Schema>,
  reader: LetterReader,
  course: Revision,
  now: Date,
): Promise<'now' | Date | null> {
  if (!reader.may_mail || !reader.completed_at || reader.paused_at) return null
  if (await lastLetter(trx, reader, 'finished')) return null
  const rule = ruleOf(course, reader)
  const before = reader.lesson_before_at
  if (reader.paused_until && reader.paused_until > now) return nextSendTime(rule, before, reader.paused_until)
  const at = whenToSend(rule, reader.letter_due_at, now, before)
  return at > now ? at : 'now'
}

async function write(
  { config }: Context,
  reader: LetterReader,
  course: Revision,
  now: Date,
): Promise<{ compiled: CompiledMail; delivery: NewDelivery }> {
  const name = normaliseValue(reader.first_name ?? '')
  const compiled = await compileFinished(course, config.postalAddress, name !== '')
  const delivery: NewDelivery = {
    ...addressed(reader, course),
    id: newId(now),
    kind: 'finished',
    compiled_id: compiled.id,
    slot_values: { reason: reasonOf(reader, course), ...(name && { firstName: name }) },
  }
  return { compiled, delivery }
}

const kept = new Latest<Promise<CompiledMail>>(100)

const compileFinished = (course: Revision, postalAddress: string, named: boolean): Promise<CompiledMail> =>
  kept.getOrMake(`${course.id} ${named}`, () =>
    compileMail({
      subject: subject({ courseTitle: course.title, language: course.language }),
      element: (
        <Finished
          language={course.language}
          accent={course.accent}
          courseTitle={course.title}
          firstName={named ? slot('firstName') : null}
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
