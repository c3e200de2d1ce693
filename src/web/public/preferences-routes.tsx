import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { findDelivery } from '../../deliveries/queries.ts'
import { changeSchedule, pause, resume } from '../../enrollments/change-standing.ts'
import { describeWhen } from '../../schedule/describe.ts'
import { isTimezone } from '../../schedule/local-time.ts'
import { sendTime } from '../../sequences/sequence.ts'
import { findSubscriber } from '../../subscribers/queries.ts'
import { leaveCourse } from '../../subscribers/unsubscribe.ts'
import { Notice, Page, renderPage } from '../page.tsx'
import { listCoursesOf } from './preferences-query.ts'
import { ScheduleFields } from './schedule-fields.tsx'

/** A link in an old mail is not a key for ever. */
const LINK_LIVES_MS = 180 * 86_400_000

const change = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('schedule'),
    enrollment: z.uuid(),
    send_time: sendTime,
    timezone: z.string().refine(isTimezone),
  }),
  z.object({
    do: z.literal('pause'),
    enrollment: z.uuid(),
    until: z.union([z.literal(''), z.iso.date()]).default(''),
  }),
  z.object({ do: z.literal('resume'), enrollment: z.uuid() }),
  z.object({ do: z.literal('stop'), enrollment: z.uuid() }),
])

/** /me/:token: a reader's own page, by the link in each of their mails; no password. */
export function preferencesRoutes(context: Context) {
  const { clock, secrets } = context
  const db = context.db.kysely
  const routes = new Hono()

  async function whose(token: string) {
    const delivery = await findDelivery(db, secrets.idOf('preferences', token))
    if (!delivery?.subscriber_id || clock.now().getTime() - delivery.queued_at.getTime() > LINK_LIVES_MS)
      return undefined
    return findSubscriber(db, delivery.subscriber_id)
  }

  routes.get('/:token', async (c) => {
    const subscriber = await whose(c.req.param('token'))
    if (!subscriber) return renderPage(c, <DeadLink />, 404)
    const courses = await listCoursesOf(db, subscriber.id, clock.now())
    return renderPage(
      c,
      <Preferences
        timezone={subscriber.timezone}
        courses={courses}
        saved={c.req.query('saved') !== undefined}
      />,
    )
  })

  routes.post('/:token', bodyLimit({ maxSize: 32 * 1024 }), async (c) => {
    const subscriber = await whose(c.req.param('token'))
    if (!subscriber) return renderPage(c, <DeadLink />, 404)
    const parsed = change.safeParse(await c.req.parseBody())
    const courses = await listCoursesOf(db, subscriber.id, clock.now())
    const enrollment = parsed.data && courses.find((course) => course.id === parsed.data.enrollment)
    if (!parsed.data || !enrollment) {
      const title = 'That could not be saved'
      return renderPage(
        c,
        <Notice title={title}>
          {<p>Please choose an hour and a zone from the lists, and try again.</p>}
        </Notice>,
        422,
      )
    }
    const now = clock.now()
    const wish = parsed.data
    if (wish.do === 'schedule')
      await changeSchedule(db, enrollment.id, { sendTime: wish.send_time, timezone: wish.timezone }, now)
    if (wish.do === 'pause') await pause(db, enrollment.id, wish.until || undefined, now)
    if (wish.do === 'resume') await resume(db, enrollment.id, now)
    if (wish.do === 'stop') await leaveCourse(db, enrollment.id, now)
    return c.redirect(`/me/${c.req.param('token')}?saved`, 303)
  })

  return routes
}

type CourseOf = Awaited<ReturnType<typeof listCoursesOf>>[number]

const Preferences = (props: { timezone: string; courses: CourseOf[]; saved: boolean }) => (
  <Page title="Your courses">
    <h1>Your courses</h1>
    {props.saved && (
      <p className="notice" role="status">
        Saved.
      </p>
    )}
    {props.courses.map((course) => (
      <Course key={course.id} course={course} timezone={props.timezone} />
    ))}
  </Page>
)

function Course({ course, timezone }: { course: CourseOf; timezone: string }) {
  const hidden = (wish: string) => (
    <>
      <input type="hidden" name="do" value={wish} />
      <input type="hidden" name="enrollment" value={course.id} />
    </>
  )
  const over = course.completed_at ?? course.unsubscribed_at
  return (
    <section>
      <h2>{course.title}</h2>
      <p>{standing(course, timezone)}</p>
      {!over && (
        <>
          <form method="post">
            {hidden('schedule')}
            <ScheduleFields sendTime={course.send_time} timezone={timezone} />
            <button type="submit">Save</button>
          </form>
          <hr />
          {course.paused_at || course.paused_until ? (
            <form method="post">
              {hidden('resume')}
              <button type="submit">Go on</button>
            </form>
          ) : (
            <form method="post">
              {hidden('pause')}
              <div className="field">
                <label htmlFor="until">Pause until (leave empty to pause until you say so)</label>
                <input type="date" id="until" name="until" />
              </div>
              <button type="submit" className="quiet">
                Pause
              </button>
            </form>
          )}
          <hr />
          <form method="post">
            {hidden('stop')}
            <button type="submit" className="link">
              Stop this course
            </button>
          </form>
        </>
      )}
    </section>
  )
}

function standing(course: CourseOf, timezone: string): string {
  if (course.unsubscribed_at) return 'You stopped this course. Sign up again to go on where you were.'
  if (course.completed_at) return 'You have had every letter of it.'
  if (course.paused_at) return 'It is paused.'
  if (course.held_at || !course.next_due_at) return 'Nothing is on its way just now.'
  const when = describeWhen(course.next_due_at, timezone)
  return course.paused_until
    ? `It is paused. The next letter comes ${when}.`
    : `The next letter comes ${when}.`
}

const DeadLink = () => (
  <Notice title="This link does not work any more">
    <p>Use the link at the end of a newer letter. If there is none, sign up again with the same address.</p>
  </Notice>
)
