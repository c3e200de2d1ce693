/**
 * Whose mail a message answers. Three ways, the surest first: the token it was addressed to, the message it refers to,
 * the sender. What fits none of them is for a person to look at, and nobody becomes a subscriber by writing.
 */
import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

export interface Match {
  by: 'token' | 'message_id' | 'sender'
  /** The address we wrote to: a reply from any but this and theirs of today is quarantined beside the lesson. */
  address: string
  deliveryId: string
  subscriberId: string | null
  enrollmentId: string | null
  lessonId: string | null
  revisionId: string | null
  /** When whom we wrote to was erased. */
  erasedAt: Date | null
}

/** More recipients, or more references, than a person's mail has: the rest is not looked at. */
const AT_MOST = 100

/** @param recipients envelope recipients first, then whom the message names; in any case of letters */
export async function matchByToken(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  recipients: string[],
  from: string,
): Promise<Match | undefined> {
  const tokens = recipients.flatMap((to) => /(?:^|<)r\+([a-z2-7]{26})@/.exec(to.toLowerCase())?.[1] ?? [])
  const ids = [...new Set(tokens)].slice(0, AT_MOST).flatMap((token) => secrets.idOf('reply', token))
  if (ids.length === 0) return undefined
  const found = inOrder(
    await db.kysely.selectFrom('deliveries').selectAll().where('id', 'in', ids).execute(),
    ids,
    (row) => row.id,
  )
  // Somebody who answers all may write to another reader's address too: their own letter is the one they answer.
  const chosen = found.find((row) => row.to_address.toLowerCase() === from) ?? found[0]
  return chosen && matchOf('token', chosen)
}

/**
 * A Message-ID of ours, or the id that all mails of one conversation refer to (`enrollments/thread-headers`): of that
 * course it is then the last lesson.
 * @param refersTo Message-IDs, nearest first
 */
export async function matchByMessageId(
  { db, config }: Pick<Context, 'db' | 'config'>,
  refersTo: string[],
): Promise<Match | undefined> {
  const ids = refersTo.slice(0, AT_MOST).map((id) => id.replaceAll('\0', ''))
  if (ids.length === 0) return undefined
  const rows = await db.kysely.selectFrom('deliveries').selectAll().where('message_id', 'in', ids).execute()
  const [nearest] = inOrder(rows, ids, (row) => row.message_id ?? '')
  const found = nearest ?? (await lastLessonOf(db.kysely, conversationsIn(ids, config.replyDomain)))
  return found && matchOf('message_id', found)
}

const CONVERSATION = /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.\d+@([^>]+)>$/i

const conversationsIn = (ids: string[], replyDomain: string): string[] =>
  ids.flatMap((id) => {
    const [, enrollment, domain] = CONVERSATION.exec(id) ?? []
    return enrollment && domain?.toLowerCase() === replyDomain ? [enrollment] : []
  })

function lastLessonOf(db: Db, enrollments: string[]) {
  if (enrollments.length === 0) return undefined
  return db
    .selectFrom('deliveries')
    .selectAll()
    .where('enrollment_id', 'in', enrollments)
    .where('kind', '=', 'lesson')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The last lesson of whoever is in exactly one course that goes on. In several, nothing says which they mean. */
export async function matchBySender(db: Db, from: string): Promise<Match | undefined> {
  if (from === '' || from.includes('\0')) return undefined
  const { rows } = await sql<Parameters<typeof matchOf>[1]>`
    select d.* from deliveries d
    where d.kind = 'lesson' and d.enrollment_id = (
      select case when count(*) = 1 then min(e.id::text)::uuid end
      from enrollments e join subscribers s on s.id = e.subscriber_id
      where s.email = ${from} and s.unsubscribed_at is null and e.unsubscribed_at is null and e.completed_at is null)
    order by d.id desc limit 1`.execute(db)
  return rows[0] && matchOf('sender', rows[0])
}

function inOrder<T>(rows: T[], keys: string[], keyOf: (row: T) => string): T[] {
  return [...rows].sort((a, b) => keys.indexOf(keyOf(a)) - keys.indexOf(keyOf(b)))
}

function matchOf(
  by: Match['by'],
  delivery: {
    id: string
    to_address: string
    subscriber_id: string | null
    enrollment_id: string | null
    lesson_id: string | null
    revision_id: string | null
    erased_at: Date | null
  },
): Match {
  return {
    by,
    address: delivery.to_address.toLowerCase(),
    deliveryId: delivery.id,
    subscriberId: delivery.subscriber_id,
    enrollmentId: delivery.enrollment_id,
    lessonId: delivery.lesson_id,
    revisionId: delivery.revision_id,
    erasedAt: delivery.erased_at,
  }
}
