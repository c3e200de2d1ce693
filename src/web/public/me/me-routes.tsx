import { type Context as HonoContext, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { exportPerson } from '../../../rights/export.ts'
import { findOwnFile } from '../../../rights/files.ts'
import { getRevision } from '../../../sequences/queries.ts'
import { asDownload } from '../../as-download.ts'
import { Notice, renderPage } from '../../page.tsx'
import { type CourseOf, findCourses } from './find-courses.ts'
import { JournalPage, journalMarkdown } from './journal-page.tsx'
import { DeadLink } from './dead-link.tsx'
import { ErasePage } from './erase-page.tsx'
import { grantWish } from './grant-wish.ts'
import { LessonPage } from './lesson-page.tsx'
import { MePage, type Saved } from './me-page.tsx'
import { readerBehind } from './reader-behind.ts'
import { type Speech, speechOf } from './speech.ts'
import { wish } from './wishes.ts'

interface Reader {
  path: string
  person: { id: string; email: string; first_name: string | null; timezone: string }
  courses: CourseOf[]
  elsewhere: Awaited<ReturnType<typeof findCourses>>['elsewhere']
  /** Open for changes: the one asked for, else the only one, else that of the letter with the link. */
  open: CourseOf | undefined
  speech: Speech
  now: Date
}

/** /me/:token: a reader's own page, by the link in each of their mails; no password. */
export function meRoutes(context: Context) {
  const { clock, config, secrets } = context
  const routes = new Hono<{ Variables: { reader: Reader } }>()

  const known = createMiddleware<{ Variables: { reader: Reader } }>(async (c, next) => {
    const now = clock.now()
    const token = c.req.param('token') ?? ''
    c.header('cache-control', 'no-store')
    const behind = await readerBehind(context, 'preferences', token, now)
    if (!behind) return renderPage(c, <DeadLink speech={speechOf(undefined, 'UTC', now)} />, 404)
    const { subscriber: person, delivery } = behind
    const { courses, elsewhere } = await findCourses(context, person, now)
    const asked = c.req.query('course')
    const byId = (id: string | null | undefined) => courses.find((course) => course.id === id)
    const open =
      byId(asked) ?? (courses.length === 1 ? courses[0] : (byId(delivery.enrollment_id) ?? courses[0]))
    const speech = speechOf(open?.course, person.timezone, now)
    c.set('reader', { path: `/me/${token}`, person, courses, elsewhere, open, speech, now })
    await next()
  })

  routes.get('/:token', known, (c) => {
    const reader = c.var.reader
    return renderPage(c, <MePage {...reader} saved={savedOf(c, reader.speech)} />)
  })

  routes.post('/:token', known, bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const { path, person, courses, speech, now } = c.var.reader
    const posted = await c.req.parseBody({ all: true })
    const parsed = wish.safeParse(posted)
    if (!parsed.success) return refuse(c, c.var.reader, wrongOf(String(posted.do)))
    const asked = parsed.data
    const course =
      'enrollment' in asked ? courses.find((one) => one.id === asked.enrollment) : c.var.reader.open
    if ('enrollment' in asked && !course) return refuse(c, c.var.reader, speech.me.wrong.course)
    const granted = await grantWish(context, person, asked, speech.me, now)
    if ('wrong' in granted) {
      const { wrong, erase } = speech.me
      return refuse(c, c.var.reader, granted.wrong === 'word' ? wrong.word(erase.word) : wrong.date)
    }
    // This page's own link has just stopped working.
    if (asked.do === 'links') return renderPage(c, <Said speech={speech} words={speech.me.saved.links} />)
    const back = new URLSearchParams({ saved: granted.saved, ...(course && { course: course.id }) })
    return c.redirect(`${path}?${back}`, 303)
  })

  routes.get('/:token/lessons/:delivery', known, async (c) => {
    const { courses, person, path, now } = c.var.reader
    const id = c.req.param('delivery')
    const course = courses.find((one) => one.letters.some((letter) => letter.deliveryId === id))
    const letter = course?.letters.find((one) => one.deliveryId === id)
    if (!course || !letter) return c.notFound()
    const revision = await getRevision(context.db.kysely, letter.revisionId)
    const speech = speechOf(revision, person.timezone, now)
    const answerUrl = `${config.publicUrl}/answer/${secrets.token('answer', letter.deliveryId)}`
    return renderPage(c, <LessonPage {...{ path, course, letter, revision, person, answerUrl, speech }} />)
  })

  routes.get('/:token/journal', known, (c) => renderPage(c, <JournalPage {...c.var.reader} />))
  routes.get('/:token/journal.md', known, (c) => {
    c.header('content-disposition', 'attachment; filename="journal.md"')
    return c.body(journalMarkdown(c.var.reader), 200, { 'content-type': 'text/markdown; charset=utf-8' })
  })

  routes.get('/:token/export.json', known, async (c) => {
    const { path, person, now } = c.var.reader
    const exported = await exportPerson(context, person.id, config.publicUrl + path, now)
    c.header('content-disposition', 'attachment; filename="export.json"')
    return c.body(JSON.stringify(exported, null, 2), 200, {
      'content-type': 'application/json; charset=utf-8',
    })
  })

  routes.get('/:token/files/:file', known, async (c) => {
    const id = c.req.param('file')
    const file = isUuid(id) ? await findOwnFile(context, c.var.reader.person.id, id) : undefined
    if (!file) return c.notFound()
    return c.body(new Uint8Array(file.content), 200, asDownload(file.name))
  })

  routes.get('/:token/erase', known, (c) =>
    renderPage(c, <ErasePage path={c.var.reader.path} speech={c.var.reader.speech} />),
  )

  return routes
}

const isUuid = (text: string) => z.guid().safeParse(text).success

function savedOf(c: HonoContext, speech: Speech): Saved | undefined {
  const saved = c.req.query('saved')
  return saved && Object.hasOwn(speech.me.saved, saved) ? (saved as Saved) : undefined
}

type Wrong = (me: Speech['me']) => string

const wrongOf =
  (asked: string): Wrong =>
  ({ wrong, erase }) => {
    if (asked === 'pause') return wrong.date
    if (asked === 'name') return wrong.name
    if (asked === 'address') return wrong.address
    if (asked === 'erase') return wrong.word(erase.word)
    return wrong.schedule
  }

function refuse(c: HonoContext, { path, speech }: Reader, why: string | Wrong) {
  const { me } = speech
  return renderPage(
    c,
    <Notice title={me.wrong.title} language={speech.language} accent={speech.accent}>
      <p>{typeof why === 'string' ? why : why(me)}</p>
      <p>
        <a href={path}>{me.wrong.back}</a>
      </p>
    </Notice>,
    422,
  )
}

const Said = ({ speech, words }: { speech: Speech; words: string }) => (
  <Notice title={speech.me.title} language={speech.language} accent={speech.accent}>
    <p role="status">{words}</p>
  </Notice>
)
