import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Context } from '../../context.ts'
import { findDelivery } from '../../deliveries/queries.ts'
import { pause } from '../../enrollments/change-standing.ts'
import { undoLeaving } from '../../enrollments/undo.ts'
import { addDays, localDay } from '../../schedule/local-time.ts'
import { getRevision } from '../../sequences/queries.ts'
import { leaveCourse, unsubscribe } from '../../subscribers/unsubscribe.ts'
import { renderPage } from '../page.tsx'
import { findCourses } from './me/find-courses.ts'
import { readerBehind } from './me/reader-behind.ts'
import { speechOf } from './me/speech.ts'
import { standing } from './me/standing.ts'
import { AskToLeave, Done } from './unsubscribe-pages.tsx'

/**
 * RFC 8058: the POST carries no cookie, gets no redirect, needs no CSRF token, may come twice, and is answered 200 whatever
 * the token. The GET is a page with the same button for people. Mounted before anything that looks at forms. Leaving works by
 * every link there ever was; pausing and coming back only by one that still opens its reader's page.
 */
export function unsubscribeRoutes(context: Context) {
  const { db, secrets, clock, config } = context
  const routes = new Hono()

  async function opened(token: string) {
    const now = clock.now()
    const delivery = await findDelivery(db.kysely, secrets.idOf('unsubscribe', token))
    const behind = await readerBehind(context, 'unsubscribe', token, now)
    const course = delivery?.revision_id ? await getRevision(db.kysely, delivery.revision_id) : undefined
    const speech = speechOf(course, behind?.subscriber.timezone ?? 'UTC', now)
    const pageUrl = behind && `${config.publicUrl}/me/${secrets.token('preferences', behind.delivery.id)}`
    return { now, delivery, behind, course, speech, pageUrl }
  }

  routes.get('/:token', async (c) => {
    const { delivery, behind, course, speech, pageUrl } = await opened(c.req.param('token'))
    const known = delivery?.enrollment_id != null
    return renderPage(
      c,
      <AskToLeave
        course={known ? course?.title : undefined}
        full={behind !== undefined}
        everything={c.req.query('everything') !== undefined}
        {...{ speech, pageUrl }}
      />,
    )
  })

  routes.post('/:token', bodyLimit({ maxSize: 32 * 1024 }), async (c) => {
    const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    const { now, delivery, behind, speech, pageUrl } = await opened(c.req.param('token'))
    const enrollment = delivery?.enrollment_id
    const asked = behind && enrollment ? body.do : undefined
    if (asked === 'pause' && enrollment && behind)
      await pause(db.kysely, enrollment, addDays(localDay(now, behind.subscriber.timezone), 7), now)
    else if (asked === 'come_back' && behind) await comeBack(behind.subscriber.id, enrollment!, now)
    else if ((body.everything === 'yes' || body.do === 'leave_all') && delivery?.subscriber_id)
      await unsubscribe(db.kysely, delivery.subscriber_id, now)
    else if (enrollment) await leaveCourse(db.kysely, enrollment, now)
    // A mail program wants nothing back; a person pressed the button on our page.
    if (body['List-Unsubscribe'] === 'One-Click' || !body.from_page) return c.body(null, 200)
    const done = asked === 'pause' || asked === 'come_back' ? asked : 'left'
    const everything = body.everything === 'yes' || body.do === 'leave_all'
    const courses = behind ? (await findCourses(context, behind.subscriber, now)).courses : []
    const course = courses.find((one) => one.id === enrollment)
    const sentence = course && done !== 'left' ? standing(course, speech, now) : undefined
    return renderPage(
      c,
      <Done {...{ done, everything, sentence, speech, pageUrl }} undo={course !== undefined} />,
    )
  })

  /** What the same press ended comes back: the one course, or all of them. */
  async function comeBack(subscriberId: string, enrollmentId: string, now: Date): Promise<void> {
    const { unsubscribed_at } = await db.kysely
      .selectFrom('enrollments')
      .select('unsubscribed_at')
      .where('id', '=', enrollmentId)
      .executeTakeFirstOrThrow()
    const together = await db.kysely
      .selectFrom('enrollments')
      .select('id')
      .where('subscriber_id', '=', subscriberId)
      .where('unsubscribed_at', '=', unsubscribed_at)
      .execute()
    for (const { id } of together) await undoLeaving(db.kysely, id, now)
  }

  return routes
}
