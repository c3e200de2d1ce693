import type { ReplyPageData } from './find-reply-page.ts'

const WITHIN_MINUTES = 10

/** Who else is here. A script keeps it fresh; without one it is as the page was made. */
export function Presence({
  page,
  at,
  admin,
  now,
}: {
  page: ReplyPageData
  at: string
  admin: string
  now: Date
}) {
  const here = page.present.map(({ admin, writing }) =>
    writing ? `${admin} is writing an answer.` : `${admin} has it open.`,
  )
  const lately = page.reads
    .filter(({ read_by }) => read_by !== admin && !page.present.some((one) => one.admin === read_by))
    .map(({ read_by, last_at }) => ({
      read_by,
      ago: Math.floor((now.getTime() - last_at.getTime()) / 60_000),
    }))
    .filter(({ ago }) => ago < WITHIN_MINUTES)
    .map(({ read_by, ago }) => `${read_by} opened it ${ago < 1 ? 'a moment' : `${ago} min`} ago.`)
  return (
    <p className="presence" data-presence={`${at}/presence`} role="status">
      {[...here, ...lately].join(' ')}
    </p>
  )
}
