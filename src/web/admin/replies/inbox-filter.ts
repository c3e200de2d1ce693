import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { decidesHold } from '../../../replies/hold-for-care.ts'
import { waitsForAnswer } from '../../../replies/waiting.ts'

/** The views of the inbox, in the order of how soon somebody should look. */
export const SHOWS = {
  waiting: 'Waiting',
  care: 'Care',
  mine: 'Mine',
  snoozed: 'Snoozed',
  apart: 'Set apart',
  automatic: 'Automatic',
  answered: 'Answered',
  closed: 'Closed',
  all: 'Everything',
} as const
export type Show = keyof typeof SHOWS

export interface InboxFilter {
  show: Show
  /** Id of a sequence or of a lesson. */
  about: string | undefined
  page: number
}

const query = z.object({
  show: z.enum(Object.keys(SHOWS) as [Show, ...Show[]]).catch('waiting'),
  about: z.guid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** Whatever stands in the address; what makes no sense there is as if it were not there. */
export const readInboxFilter = (params: Record<string, string>): InboxFilter => {
  const { show, about, page } = query.parse(params)
  return { show, about, page }
}

/** The same, for an address: empty for the inbox as it opens. */
export function inboxQuery({ show, about, page = 1 }: Partial<InboxFilter>): string {
  const params = new URLSearchParams({
    ...(show && show !== 'waiting' && { show }),
    ...(about && { about }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
  return params && `?${params}`
}

/** Marked care, and nobody has said yet that it is seen to. */
export const inCare = sql<boolean>`(r.care_at is not null and r.care_closed_at is null)`

/** Seen to, all of it, and yet the course is held: nobody has let it go on. */
export const stillHeld = sql<boolean>`(not ${inCare} and ${decidesHold('r')})`

/** What a view holds, as a condition on `replies as r`. Care is never hidden by a snooze or an answer. */
export function conditionOf(show: Show, admin: string, now: Date): RawBuilder<boolean> {
  const waits = waitsForAnswer('r')
  const asleep = sql<boolean>`coalesce(r.snoozed_until > ${now}, false)`
  const open = sql`r.archived_at is null`
  switch (show) {
    case 'waiting':
      return sql`(${inCare} or (${waits} and not ${asleep}))`
    case 'care':
      return sql`(${inCare} or ${stillHeld})`
    case 'mine':
      return sql`(r.assigned_to = ${admin} and (${inCare} or ${waits}))`
    case 'snoozed':
      return sql`(${waits} and ${asleep})`
    case 'apart':
      return sql`(r.quarantined_at is not null and ${open})`
    case 'automatic':
      return sql`(r.automatic and r.quarantined_at is null and ${open})`
    case 'answered':
      return sql`(r.answered_at is not null and ${open})`
    case 'closed':
      return sql`r.archived_at is not null`
    case 'all':
      return sql`true`
  }
}
