/**
 * The heart of the engine: in one transaction, takes the readers who are due, decides for each what comes next, writes
 * the deliveries with every personal value frozen, groups them into batches, and moves the readers on. Before it
 * commits nothing has happened; after it nothing can be forgotten or done twice.
 */
import type { Kysely } from 'kysely'
import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import type { Schema } from '../db/schema.ts'
import type { CompiledMail } from '../deliveries/compile.ts'
import type { NewDelivery } from '../deliveries/queries.ts'
import { queueMails, submitLater } from '../deliveries/queue-mail.ts'
import { writeLesson } from '../deliveries/write-lesson.ts'
import { countToday, placesToday } from '../deliveries/warm-up.ts'
import { getRevision } from '../sequences/queries.ts'
import { claimFinished } from './claim-finished.tsx'
import { claimReceipts } from './claim-receipts.tsx'
import { type Decision, decide } from './decide.ts'
import { mayClaim } from './restore-guard.ts'
import { threadHeaders } from './thread-headers.ts'
import {
  type DueReader,
  moveOn,
  type Progress,
  progressOf,
  repliedSince,
  replacePassed,
  type Standing,
  takeDue,
} from './queries.ts'

export interface Claimed {
  /** Readers taken, whatever was decided for them. Equal to the limit: there may be more. */
  taken: number
  batches: { id: string; urgent: boolean }[]
}

/**
 * @param limit readers taken at once
 */
export async function claimDueLessons(
  context: Context,
  now: Date,
  { limit = 2000 }: { limit?: number } = {},
): Promise<Claimed> {
  const claimed = await context.db.kysely.transaction().execute(async (trx) => {
    const places = Math.min(limit, await placesToday(trx, now))
    if (places === 0 || !(await mayClaim(trx))) return { taken: 0, batches: [] }
    const readers = await takeDue(trx, now, places)
    if (readers.length === 0) return { taken: 0, batches: [] }
    const decided = await decideAll(trx, readers, now)
    const batches = await writeDeliveries(context, trx, decided, now)
    await moveOn(
      trx,
      decided.map(({ reader, decision }) => standingAfter(reader, decision, now)),
    )
    await replacePassed(trx, decided.flatMap(movedToPublished))
    await countToday(trx, decided.filter(({ decision }) => decision.do === 'send').length, now)
    context.checkpoint?.('before claim commits')
    return { taken: readers.length, batches }
  })
  context.checkpoint?.('after claim')
  await submitLater(context, claimed.batches)
  return claimed
}

/** Claims until nobody is due: lessons first, then the letters about a course. */
export async function claimAllDue(context: Context, now: Date, limit = 2000): Promise<void> {
  for (let taken = limit; taken === limit; ) taken = (await claimDueLessons(context, now, { limit })).taken
  for (let taken = limit; taken === limit; ) taken = await claimFinished(context, now, { limit })
  for (let taken = limit; taken === limit; ) taken = await claimReceipts(context, now, { limit })
}

interface Decided {
  reader: DueReader
  progress: Progress
  decision: Decision
}

async function decideAll(trx: Kysely<Schema>, readers: DueReader[], now: Date): Promise<Decided[]> {
  const progress = await progressOf(trx, readers)
  const waiting = readers.filter((reader) => reader.waits_for_reply_until || reader.lesson_before_at)
  const revisions = await revisionsOf(trx, readers)
  const anyWaits = [...revisions.values()].some((revision) =>
    revision.lessons.some((lesson) => lesson.waitAtMostDays),
  )
  const replied = anyWaits
    ? await repliedSince(
        trx,
        waiting.map(({ id }) => id),
      )
    : new Set<string>()
  return readers.map((reader) => {
    const had = progress.get(reader.id)!
    try {
      const published = revisions.get(reader.published_revision_id)!
      const following = revisions.get(reader.following_revision_id)!
      const decision = decide(reader, published, following, had, replied.has(reader.id), now)
      return { reader, progress: had, decision }
    } catch (error) {
      return { reader, progress: had, decision: hold(error) }
    }
  })
}

/** One reader who cannot be decided or written for (a zone this machine does not know) must not stop everybody else. */
function hold(error: unknown): Decision {
  return { do: 'hold', reason: (error as Error).message.slice(0, 300) }
}

async function revisionsOf(trx: Kysely<Schema>, readers: DueReader[]) {
  const ids = new Set(
    readers.flatMap((reader) => [reader.published_revision_id, reader.following_revision_id]),
  )
  return new Map(await Promise.all([...ids].map(async (id) => [id, await getRevision(trx, id)] as const)))
}

async function writeDeliveries(context: Context, trx: Kysely<Schema>, decided: Decided[], now: Date) {
  const compiled = new Map<string, CompiledMail>()
  const deliveries: NewDelivery[] = []
  for (const one of decided) {
    if (one.decision.do !== 'send') continue
    try {
      const written = await writeDelivery(context, trx, one, one.decision, now)
      compiled.set(written.compiled.id, written.compiled)
      deliveries.push(written.delivery)
    } catch (error) {
      context.log.error(
        { err: error, enrollment: one.reader.id },
        'a lesson could not be written; its reader is held',
      )
      one.decision = hold(error)
    }
  }
  return queueMails(trx, [...compiled.values()], deliveries, now)
}

async function writeDelivery(
  context: Context,
  trx: Kysely<Schema>,
  { reader, progress }: Decided,
  { lesson, day, of, isLast, nextDueAt, waitsUntil }: Extract<Decision, { do: 'send' }>,
  now: Date,
): Promise<{ compiled: CompiledMail; delivery: NewDelivery }> {
  const revision = await getRevision(trx, reader.published_revision_id)
  const id = newId(now)
  const { compiled, values } = await writeLesson(context, revision, lesson, {
    deliveryId: id,
    email: reader.email,
    firstName: reader.first_name,
    timezone: reader.timezone,
    enrolledAt: reader.enrolled_at,
    day,
    of,
    isLast,
    sentAt: now,
    nextDueAt,
    waitsUntil,
    previousId: progress.last?.id ?? null,
  })
  const delivery: NewDelivery = {
    id,
    kind: 'lesson',
    from_name: revision.senderName,
    to_address: reader.email,
    subscriber_id: reader.subscriber_id,
    enrollment_id: reader.id,
    run: reader.run,
    sequence_id: reader.sequence_id,
    lesson_id: lesson.lessonId,
    revision_id: revision.id,
    compiled_id: compiled.id,
    slot_values: values,
    extra_headers: threadHeaders(context.config, revision, reader, progress.first),
    due_at: reader.next_due_at,
  }
  return { compiled, delivery }
}

function standingAfter(reader: DueReader, decision: Decision, now: Date): Standing {
  const stay: Standing = {
    id: reader.id,
    following_revision_id: reader.following_revision_id,
    next_due_at: null,
    lesson_before_at: reader.lesson_before_at,
    waits_for_reply_until: null,
    completed_at: null,
    finish_due_at: null,
    held_at: null,
    held_reason: null,
  }
  switch (decision.do) {
    case 'stop':
      return stay
    case 'hold':
      return { ...stay, held_at: now, held_reason: decision.reason }
    case 'complete':
      return {
        ...stay,
        following_revision_id: reader.published_revision_id,
        completed_at: now,
        finish_due_at: decision.finishDueAt,
      }
    case 'wait':
      return {
        ...stay,
        next_due_at: decision.until,
        waits_for_reply_until: decision.forReply ? decision.until : null,
      }
    case 'send':
      return {
        ...stay,
        following_revision_id: reader.published_revision_id,
        next_due_at: decision.nextDueAt,
        lesson_before_at: decision.countsAs,
        completed_at: decision.isLast ? now : null,
        finish_due_at: decision.finishDueAt,
      }
  }
}

function movedToPublished({ reader, decision }: Decided) {
  const moved = reader.published_revision_id !== reader.following_revision_id
  if (!moved || (decision.do !== 'send' && decision.do !== 'complete')) return []
  return [{ id: reader.id, run: reader.run, passed: decision.passed }]
}
