import { listReplyReaders } from '../../../admins/reply-readers.ts'
import type { Context } from '../../../context.ts'
import { fillForReader } from '../../../replies/fill-for-reader.ts'
import { HELD_FOR_CARE } from '../../../enrollments/held-for-care.ts'
import { hasOpenCare } from '../../../enrollments/open-care.ts'
import { listNotes, type Note } from '../../../replies/notes.ts'
import { listPresent, type Present } from '../../../replies/presence.ts'
import { listAttachments, type ListedAttachment } from '../../../replies/read-original.ts'
import { listSavedAnswers } from '../../../replies/saved-answers.ts'
import { type ListedReader, listCoursesOf } from '../readers/list-readers.ts'
import { type Conversation, findConversation } from './find-conversation.ts'
import { type HistoryEntry, listHistory } from './list-history.ts'
import type { InboxFilter } from './inbox-filter.ts'
import { neighboursOf } from './list-inbox.ts'
import { listReads, type ReadBy } from './list-reads.ts'

export interface ReplyPageData extends Conversation {
  /** The lesson's Markdown as this reader had it. */
  lesson: string | undefined
  /** The words that led to care; undefined where there was no such mark. */
  care: string[] | undefined
  /** Their next lesson waits until a person says otherwise; also when somebody else wrote in their name. */
  isHeldForCare: boolean
  /** The reader's course that this reply belongs to, and what happened in it. */
  course: ListedReader | undefined
  history: HistoryEntry[]
  attachments: ListedAttachment[]
  notes: Note[]
  reads: ReadBy[]
  present: Present[]
  savedAnswers: { id: string; name: string }[]
  /** Who may look after a reply. */
  team: { email: string; name: string }[]
  previous?: string | undefined
  next?: string | undefined
}

/** All that stands on the page of one reply. That it was opened is noted first, and is among what is shown. */
export async function findReplyPage(
  context: Context,
  id: string,
  filter: InboxFilter,
  admin: string,
  now: Date,
): Promise<ReplyPageData | undefined> {
  const { kysely } = context.db
  const found = await findConversation(context, id, admin, now)
  if (!found) return undefined
  const { row } = found.reply
  // What somebody else sent is shown beside nobody's course.
  const enrollmentId = row.quarantined_at ? null : row.enrollment_id
  const courses = enrollmentId && row.subscriber_id ? await listCoursesOf(kysely, row.subscriber_id, now) : []
  return {
    ...found,
    lesson: row.lesson_markdown ? await fillForReader(context, row.lesson_markdown, row) : undefined,
    care: row.care_at ? wordsOfCare(context, row.care_because_sealed) : undefined,
    isHeldForCare: await isHeldForCare(context, row.enrollment_id),
    course: courses.find((course) => course.id === enrollmentId),
    history: enrollmentId ? await listHistory(kysely, enrollmentId) : [],
    attachments: await listAttachments(context, id),
    notes: await listNotes(context, id),
    reads: await listReads(kysely, id),
    present: await listPresent(kysely, id, admin, now),
    savedAnswers: await listSavedAnswers(kysely),
    team: (await listReplyReaders(kysely)).filter(({ granted_at }) => granted_at !== null),
    ...(await neighboursOf(kysely, id, filter, admin, now)),
  }
}

const wordsOfCare = ({ secrets }: Context, sealed: Buffer | null): string[] =>
  sealed ? (JSON.parse(secrets.unseal(sealed).toString()) as string[]) : []

async function isHeldForCare({ db }: Context, enrollmentId: string | null): Promise<boolean> {
  if (!enrollmentId) return false
  const row = await db.kysely
    .selectFrom('enrollments')
    .select(['held_reason', 'completed_at', 'unsubscribed_at', hasOpenCare().as('in_care')])
    .where('id', '=', enrollmentId)
    .executeTakeFirst()
  if (row?.held_reason === HELD_FOR_CARE) return true
  return row?.in_care === true && !row.completed_at && !row.unsubscribed_at
}
