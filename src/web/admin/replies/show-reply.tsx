import type { Context } from '../../../context.ts'
import { notFoundPage, studioPage } from '../layout/studio-page.tsx'
import type { StudioContext } from '../studio.ts'
import { findReplyPage } from './find-reply-page.ts'
import { inboxQuery, readInboxFilter } from './inbox-filter.ts'
import { ReplyPage, type ReplyPageProps } from './reply-page.tsx'

type Extra = Partial<Pick<ReplyPageProps, 'signed' | 'tried' | 'triedNote' | 'triedReader' | 'message'>>

/** Answers with the page of one reply; with what somebody tried to do there, and why it was not done. */
export async function showReply(
  context: Context,
  c: StudioContext,
  id: string,
  extra: Extra = {},
  status?: 200 | 409 | 422,
) {
  const now = context.clock.now()
  const filter = readInboxFilter(c.req.query())
  const { admin } = c.var
  const page = await findReplyPage(context, id, filter, admin.email, now)
  if (!page) return notFoundPage(c, 'reply')
  const props = { page, query: inboxQuery(filter), admin, now, signed: admin.name, ...extra }
  return studioPage(
    c,
    { title: 'A reply', room: 'replies', scripts: ['inbox.js'], status },
    <ReplyPage {...props} />,
  )
}

/** The address of a reply, or of the inbox without one, with the view one came from and what was done. */
export function backTo(c: StudioContext, id: string | undefined, done: string): string {
  const query = inboxQuery(readInboxFilter(c.req.query()))
  return `/admin/replies${id ? `/${id}` : ''}${query}${query ? '&' : '?'}done=${done}`
}
