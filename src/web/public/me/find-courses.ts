import type { Context } from '../../../context.ts'
import { readLesson } from '../../../deliveries/read-lesson.ts'
import { findWaits } from '../../../enrollments/find-waits.ts'
import { progressOf } from '../../../enrollments/queries.ts'
import { isLastToHappen } from '../../../enrollments/undo.ts'
import { listConversation, type Written } from '../../../rights/list-conversation.ts'
import { nextLesson } from '../../../sequences/next-lesson.ts'
import { getRevision } from '../../../sequences/queries.ts'
import type { Revision } from '../../../sequences/sequence.ts'

/** One course as its reader sees it. */
export interface CourseOf {
  id: string
  course: Revision
  send_time: string
  every_days: number | null
  weekdays: number[] | null
  next_due_at: Date | null
  /** The next letter waits for their answer, and comes then without one. */
  waitsUntil: Date | null
  completed_at: Date | null
  paused_at: Date | null
  paused_until: Date | null
  held_at: Date | null
  unsubscribed_at: Date | null
  /** Letters had or skipped, and all there will be as things stand. */
  had: number
  of: number
  canUndoSkip: boolean
  /** Oldest first; of every run. */
  letters: Letter[]
}

export interface Letter {
  deliveryId: string
  enrollmentId: string | null
  lessonId: string
  revisionId: string
  subject: string
  prompt: string | null
  queuedAt: Date
  written: Written[]
}

interface Person {
  id: string
  email: string
  first_name: string | null
}

/** A reader's courses, those under way first, with every letter they had and what they wrote to it. */
export async function findCourses(
  context: Pick<Context, 'db' | 'secrets'>,
  person: Person,
  now: Date,
): Promise<{ courses: CourseOf[]; elsewhere: Written[] }> {
  const db = context.db.kysely
  const [rows, letters, written] = await Promise.all([
    db
      .selectFrom('enrollments as e')
      .innerJoin('sequences as q', 'q.id', 'e.sequence_id')
      .selectAll('e')
      .select('q.published_revision_id')
      .where('e.subscriber_id', '=', person.id)
      .orderBy('e.enrolled_at')
      .execute(),
    listLetters(db, person),
    listConversation(context, person.id),
  ])
  const skips = await lastSkips(db, person.id)
  const progress = await progressOf(db, rows)
  const waits = await findWaits(
    db,
    rows.map((row) => row.id),
    now,
  )
  const courses: CourseOf[] = []
  for (const row of rows) {
    const course = await getRevision(db, row.published_revision_id!)
    const following = await getRevision(db, row.following_revision_id)
    const { had, passed } = progress.get(row.id)!
    const ids = following.lessons.map((lesson) => lesson.lessonId)
    const { of } = nextLesson(course.lessons, ids, had, { passed, finished: row.completed_at !== null })
    const skipped = skips.get(row.id)
    courses.push({
      ...row,
      waitsUntil: waits.get(row.id) ?? null,
      paused_until: row.paused_until && row.paused_until > now ? row.paused_until : null,
      course,
      had: had.size,
      of,
      canUndoSkip: skipped !== undefined && skipped.run === row.run && isLastToHappen(skipped.at, row),
      letters: letters.filter((letter) => letter.enrollmentId === row.id),
    })
  }
  const elsewhere = placeWritten(written, letters)
  const over = (one: CourseOf) => Number(one.unsubscribed_at !== null || one.completed_at !== null)
  courses.sort((a, b) => over(a) - over(b))
  return { courses, elsewhere }
}

/** Puts what was written to the letter it answers, in the run it was written in; returns what answers none. */
function placeWritten(written: Written[], letters: Letter[]): Written[] {
  return written.filter((one) => {
    const letter = letters.findLast(
      (letter) =>
        letter.enrollmentId === one.enrollmentId &&
        letter.lessonId === one.lessonId &&
        letter.queuedAt <= one.at,
    )
    letter?.written.push(one)
    return letter === undefined
  })
}

type Db = Context['db']['kysely']

async function listLetters(db: Db, person: Person): Promise<Letter[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select(['id', 'enrollment_id', 'lesson_id', 'revision_id', 'queued_at'])
    .where('subscriber_id', '=', person.id)
    .where('kind', '=', 'lesson')
    .orderBy('queued_at')
    .execute()
  const letters: Letter[] = []
  for (const row of rows) {
    const revision = await getRevision(db, row.revision_id!)
    const place = revision.lessons.findIndex((lesson) => lesson.lessonId === row.lesson_id)
    const { subject, prompt } = readLesson(revision, revision.lessons[place]!, {
      email: person.email,
      firstName: person.first_name,
      day: place + 1,
      of: revision.lessons.length,
      pageUrl: '',
    })
    letters.push({
      deliveryId: row.id,
      enrollmentId: row.enrollment_id,
      lessonId: row.lesson_id!,
      revisionId: revision.id,
      subject,
      prompt,
      queuedAt: row.queued_at,
      written: [],
    })
  }
  return letters
}

async function lastSkips(db: Db, subscriberId: string) {
  const rows = await db
    .selectFrom('passed_lessons as p')
    .innerJoin('enrollments as e', 'e.id', 'p.enrollment_id')
    .select(['p.enrollment_id', 'p.run', 'p.skipped_at'])
    .where('e.subscriber_id', '=', subscriberId)
    .where('p.skipped_at', 'is not', null)
    .orderBy('p.skipped_at')
    .execute()
  return new Map(rows.map((row) => [row.enrollment_id, { run: row.run, at: row.skipped_at! }]))
}
