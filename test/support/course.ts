/** Makers: a course, a reader in it. They write rows as the rooms do. */
import { newId } from '../../src/db/new-id.ts'
import { enroll } from '../../src/enrollments/enroll.ts'
import { publishRevision } from '../../src/sequences/publish-revision.ts'
import { getRevision } from '../../src/sequences/queries.ts'
import { type SequenceContent, sequenceContent } from '../../src/sequences/sequence.ts'
import type { TestContext } from './context.ts'

let count = 0

export function aCourseContent(changes: Partial<SequenceContent> = {}): SequenceContent {
  return sequenceContent.parse({
    title: 'A quiet week',
    description: 'Seven letters.',
    everyDays: 1,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    sendTime: '08:00',
    firstLesson: 'immediately',
    senderName: 'Ana',
    lessons: lessons('one', 'two', 'three', 'four', 'five'),
    ...changes,
  })
}

export function lessons(...keys: string[]): SequenceContent['lessons'] {
  return keys.map((key) => ({
    key,
    subject: `Lesson ${key}`,
    preheader: '',
    markdown: `Dear {{ first_name | default: "friend" }}, this is ${key}.`,
    prompt: `What about ${key}?`,
    waitAtMostDays: null,
  }))
}

/** A published sequence of its own. */
export async function aCourse({ db, clock }: TestContext, changes: Partial<SequenceContent> = {}) {
  const id = newId(clock.now())
  const slug = `course-${++count}`
  await db.kysely.insertInto('sequences').values({ id, slug, created_at: clock.now() }).execute()
  const publish = async (content: SequenceContent) => {
    const revision = await publishRevision(db.kysely, id, content, { name: 'a test' }, clock.now())
    return getRevision(db.kysely, revision)
  }
  return { id, slug, revision: await publish(aCourseContent(changes)), publish }
}

/** Somebody enrolled by confirming at the clock's now. */
export async function aReader(
  { db, clock, secrets }: TestContext,
  course: Awaited<ReturnType<typeof aCourse>>,
  person: { timezone?: string; sendTime?: string; email?: string; firstName?: string | null } = {},
) {
  const email = person.email ?? `reader-${++count}@readers.localhost`
  const timezone = person.timezone ?? 'Europe/Berlin'
  const id = newId(clock.now())
  const row = {
    id,
    email,
    address_hash: secrets.hashOf(email),
    first_name: person.firstName ?? null,
    timezone,
  }
  await db.kysely
    .insertInto('subscribers')
    .values({ ...row, created_at: clock.now() })
    .execute()
  await enroll(
    db.kysely,
    { id, timezone },
    course.revision,
    { sendTime: person.sendTime ?? '08:00' },
    clock.now(),
  )
  const enrollment = await db.kysely
    .selectFrom('enrollments')
    .selectAll()
    .where('subscriber_id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, email, enrollment: enrollment.id }
}
