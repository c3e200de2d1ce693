import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { readLesson } from '../../deliveries/read-lesson.ts'
import { LONGEST_ANSWER, receiveWebAnswer } from '../../replies/receive-web-answer.ts'
import { listConversation } from '../../rights/list-conversation.ts'
import { getRevision } from '../../sequences/queries.ts'
import { renderPage } from '../page.tsx'
import { AnswerPage } from './answer-page.tsx'
import { DeadLink } from './me/dead-link.tsx'
import { readerBehind } from './me/reader-behind.ts'
import { speechOf } from './me/speech.ts'

const posted = z.object({ words: z.string(), nonce: z.uuid() })

/** /answer/:token: a lesson's question and a box, for who would rather not write a mail. The reply is one like any other. */
export function answerRoutes(context: Context) {
  const { clock, config, secrets } = context
  const routes = new Hono()

  async function opened(token: string) {
    const now = clock.now()
    const behind = await readerBehind(context, 'answer', token, now)
    const { delivery, subscriber: person } = behind ?? {}
    const course = delivery?.revision_id && (await getRevision(context.db.kysely, delivery.revision_id))
    if (!delivery || !person || !course)
      return { found: false as const, now, speech: speechOf(undefined, 'UTC', now) }
    const speech = speechOf(course, person.timezone, now)
    const place = course.lessons.findIndex((lesson) => lesson.lessonId === delivery.lesson_id)
    if (place < 0) return { found: false as const, now, speech }
    const pageUrl = `${config.publicUrl}/me/${secrets.token('preferences', delivery.id)}`
    const lesson = readLesson(course, course.lessons[place]!, {
      email: person.email,
      firstName: person.first_name,
      day: place + 1,
      of: course.lessons.length,
      pageUrl,
    })
    const conversation = await listConversation(context, person.id)
    const earlier = conversation.filter(
      (one) => one.enrollmentId === delivery.enrollment_id && one.lessonId === delivery.lesson_id,
    )
    return { found: true as const, now, speech, delivery, course, lesson, earlier, pageUrl }
  }

  routes.get('/:token', async (c) => {
    c.header('cache-control', 'no-store')
    const page = await opened(c.req.param('token'))
    if (!page.found) return renderPage(c, <DeadLink speech={page.speech} />, 404)
    return renderPage(
      c,
      <AnswerPage {...page} nonce={randomUUID()} sent={c.req.query('sent') !== undefined} />,
    )
  })

  // Every character may be four bytes, each of which a form writes as three.
  routes.post('/:token', bodyLimit({ maxSize: LONGEST_ANSWER * 16 }), async (c) => {
    const page = await opened(c.req.param('token'))
    if (!page.found) return renderPage(c, <DeadLink speech={page.speech} />, 404)
    const body = await c.req.parseBody()
    const parsed = posted.safeParse(body)
    const words = String(body.words ?? '').replaceAll('\r\n', '\n')
    const { answer } = page.speech.me
    const problem = !words.trim()
      ? answer.empty
      : [...words].length > LONGEST_ANSWER
        ? answer.tooLong(page.speech.number(LONGEST_ANSWER))
        : undefined
    if (problem || !parsed.data)
      return renderPage(
        c,
        <AnswerPage {...page} nonce={randomUUID()} words={words} problem={problem ?? answer.empty} />,
        422,
      )
    const { delivery, lesson, now } = page
    await receiveWebAnswer(
      context,
      { delivery, subject: lesson.subject, words, nonce: parsed.data.nonce },
      now,
    )
    return c.redirect(`/answer/${c.req.param('token')}?sent`, 303)
  })

  return routes
}
