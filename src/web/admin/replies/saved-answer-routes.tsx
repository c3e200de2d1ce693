import { Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import {
  deleteSavedAnswer,
  findSavedAnswer,
  listSavedAnswers,
  type Problems,
  saveAnswer,
} from '../../../replies/saved-answers.ts'
import { textsOf } from '../accounts/sign-in-routes.tsx'
import { notFoundPage, studioPage } from '../layout/studio-page.tsx'
import type { StudioContext, StudioEnv } from '../studio.ts'
import { SavedAnswerForm, SavedAnswersPage } from './saved-answers-page.tsx'

/** /admin/replies/saved-answers: answers that are written more than once. */
export function savedAnswerRoutes({ db, clock }: Context) {
  const all = '/admin/replies/saved-answers'

  const edit = (
    c: StudioContext,
    answer: { id?: string | undefined; name: string; body: string },
    problems: Problems = {},
  ) =>
    studioPage(
      c,
      { title: 'A saved answer', room: 'replies', status: problems.name || problems.body ? 422 : 200 },
      <SavedAnswerForm answer={answer} problems={problems} />,
    )

  async function save(c: StudioContext, id?: string) {
    const { name = '', body = '' } = await textsOf(c)
    const result = await saveAnswer(db.kysely, { id, name, body, by: c.var.admin.email }, clock.now())
    return result.saved ? c.redirect(all, 303) : edit(c, { id, name, body }, result.problems)
  }

  return new Hono<StudioEnv>()
    .get('/replies/saved-answers', async (c) =>
      studioPage(
        c,
        { title: 'Saved answers', room: 'replies' },
        <SavedAnswersPage answers={await listSavedAnswers(db.kysely)} />,
      ),
    )
    .post('/replies/saved-answers', (c) => save(c))
    .get('/replies/saved-answers/new', (c) => edit(c, { name: '', body: '' }))
    .use('/replies/saved-answers/:id{[0-9a-f-]+}/*', async (c, next) => {
      const { id } = c.req.param()
      if (!z.guid().safeParse(id).success || !(await findSavedAnswer(db.kysely, id)))
        return notFoundPage(c, 'saved answer')
      return next()
    })
    .get('/replies/saved-answers/:id{[0-9a-f-]+}/edit', async (c) => {
      const answer = await findSavedAnswer(db.kysely, c.req.param('id'))
      return answer ? edit(c, answer) : notFoundPage(c, 'saved answer')
    })
    .post('/replies/saved-answers/:id{[0-9a-f-]+}/edit', (c) => save(c, c.req.param('id')))
    .post('/replies/saved-answers/:id{[0-9a-f-]+}/removal', async (c) => {
      await deleteSavedAnswer(db.kysely, c.req.param('id'))
      return c.redirect(all, 303)
    })
}
