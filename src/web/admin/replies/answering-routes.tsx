import { Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { type Answered, answerReply } from '../../../replies/answer-reply.ts'
import { fillForReader } from '../../../replies/fill-for-reader.ts'
import { findReplyRow } from '../../../replies/queries.ts'
import { findSavedAnswer } from '../../../replies/saved-answers.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import type { StudioEnv } from '../studio.ts'
import { knownReply } from './known-reply.tsx'
import { backTo, showReply } from './show-reply.tsx'
import { whatWasDone } from './what-was-done.ts'

const PROBLEMS: Record<Extract<Answered, { answered: false }>['reason'], string> = {
  unknown: 'This message could not be read yet, so it cannot be answered.',
  quarantined: 'It came from another address than the reader’s, so it cannot be answered from here.',
  automatic: 'A machine wrote it, so there is nobody to answer.',
  suppressed: 'We must not mail this address any more: it bounced, complained, or asked us to stop.',
  empty: 'There is nothing to send yet: please write something.',
  meanwhile:
    'It was answered while you wrote: the answer stands above, and yours is not sent. Send it all the same if it still says something.',
}

const given = z.coerce.number().int().min(0).catch(0)

/** One reply: reading and answering it. */
export function answeringRoutes(context: Context) {
  const { db, clock } = context
  return (
    new Hono<StudioEnv>()
      .use('/replies/:id{[^/]+}', knownReply(db))
      .use('/replies/:id/*', knownReply(db))
      .get('/replies/:id', (c) =>
        showReply(context, c, c.req.param('id'), { message: whatWasDone(c.req.query('done')) }),
      )
      .post('/replies/:id/answers', async (c) => {
        const { id } = c.req.param()
        const texts = await textsOf(c)
        const { body = '' } = texts
        const authorName = signedOf(texts.signed) || c.var.admin.name
        const answer = { body, authorName, by: c.var.admin.email, given: given.parse(texts.given ?? 0) }
        const result = await answerReply(context, id, answer, clock.now())
        if (result.answered) return c.redirect(backTo(c, id, 'answered'), 303)
        const tried = { body, problem: PROBLEMS[result.reason] }
        return showReply(
          context,
          c,
          id,
          { signed: authorName, tried },
          result.reason === 'meanwhile' ? 409 : 422,
        )
      })
      // Changes nothing but what stands in the form, which is too long for an address.
      .post('/replies/:id/insertion', async (c) => {
        const { id } = c.req.param()
        const { body = '', saved = '', signed, given: seen } = await textsOf(c)
        const row = await findReplyRow(db.kysely, id)
        const answer = z.guid().safeParse(saved).success ? await findSavedAnswer(db.kysely, saved) : undefined
        if (!row || !answer)
          return showReply(context, c, id, {
            tried: { body, problem: 'There is no such saved answer any more.' },
          })
        const text = await fillForReader(context, answer.body, row)
        return showReply(context, c, id, {
          signed: signedOf(signed) || c.var.admin.name,
          tried: {
            body: body.trim() ? `${body.trimEnd()}\n\n${text}` : text,
            // As it was when they began to write, so that an answer that came since is still told of.
            given: given.parse(seen ?? 0),
          },
        })
      })
  )
}

/** It becomes the name in a mail's From. */
const signedOf = (signed = '') =>
  signed
    .trim()
    .replace(/[<>"\r\n]/g, '')
    .slice(0, 80)
