import { Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { type Answered, answerReply } from '../../../replies/answer-reply.ts'
import { listReplyRows } from '../../../replies/queries.ts'
import { openWords } from '../../../replies/reply.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import { notFoundPage, studioPage } from '../layout/studio-page.tsx'
import type { StudioContext, StudioEnv } from '../studio.ts'
import { findConversation } from './find-conversation.ts'
import { RepliesPage } from './replies-page.tsx'
import { ReplyPage, type ReplyPageProps } from './reply-page.tsx'

const PROBLEMS: Record<Extract<Answered, { answered: false }>['reason'], string> = {
  unknown: 'This message could not be read yet, so it cannot be answered.',
  quarantined: 'It came from another address than the reader’s, so it cannot be answered from here.',
  automatic: 'A machine wrote it, so there is nobody to answer.',
  suppressed: 'We must not mail this address any more: it bounced, complained, or asked us to stop.',
  empty: 'There is nothing to send yet: please write something.',
}

/** /admin/replies: what people wrote back, and answering them. */
export function replyRoutes(context: Context) {
  const { db, clock } = context

  async function show(c: StudioContext, id: string, extra: Partial<ReplyPageProps> = {}) {
    const found = await findConversation(context, id, c.var.admin.email, clock.now())
    if (!found) return notFoundPage(c, 'reply')
    const status = extra.tried ? 422 : 200
    const page = { signed: c.var.admin.name, ...found, ...extra }
    return studioPage(c, { title: 'A reply', room: 'replies', status }, <ReplyPage {...page} />)
  }

  return new Hono<StudioEnv>()
    .get('/replies', async (c) =>
      studioPage(
        c,
        { title: 'Replies', room: 'replies' },
        <RepliesPage replies={await listReplyRows(db.kysely)} />,
      ),
    )
    .use('/replies/:id', known)
    .use('/replies/:id/*', known)
    .get('/replies/:id', (c) =>
      show(c, c.req.param('id'), {
        message: c.req.query('answered') === undefined ? undefined : 'Your answer is on its way.',
      }),
    )
    .post('/replies/:id/answers', async (c) => {
      const { id } = c.req.param()
      const { body = '', signed = '', given = '0' } = await textsOf(c)
      const authorName =
        signed
          .trim()
          .replace(/[<>"\r\n]/g, '')
          .slice(0, 80) || c.var.admin.name
      if (await isGivenAlready(context, id, Number(given), body))
        return c.redirect(`/admin/replies/${id}?answered`, 303)
      const result = await answerReply(context, id, { body, authorName, by: c.var.admin.email }, clock.now())
      if (result.answered) return c.redirect(`/admin/replies/${id}?answered`, 303)
      return show(c, id, { signed: authorName, tried: { body, problem: PROBLEMS[result.reason] } })
    })
}

/** Ids are UUIDs; anything else is an address that leads nowhere rather than a question to the database. */
async function known(c: StudioContext, next: () => Promise<void>) {
  if (!z.guid().safeParse(c.req.param('id')).success) return notFoundPage(c, 'reply')
  return next()
}

/** The button pressed twice: the last answer has come since the page was made, and says the same. */
async function isGivenAlready({ db, secrets }: Context, replyId: string, given: number, body: string) {
  const answers = await db.kysely
    .selectFrom('answers')
    .select('body_sealed')
    .where('reply_id', '=', replyId)
    .orderBy('answered_at')
    .execute()
  const last = answers.at(-1)
  if (!last || answers.length <= given) return false
  return openWords(secrets, last.body_sealed) === body.replaceAll('\r\n', '\n').trim()
}
